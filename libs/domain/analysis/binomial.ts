import { lnFactorial, betaQuantile } from './special';
import { sumOfTerms } from './sum-of-terms';
import type { Span } from './input';

/** How often something happens in so many tries, each with the same chance (strictly between 0 and 1). */

/** How likely exactly `count` of `tries` are. Relative error below 1e-7 up to 5 million tries. */
export function binomialPmf(count: number, tries: number, chance: number): number {
  return Math.exp(
    lnFactorial(tries) -
      lnFactorial(count) -
      lnFactorial(tries - count) +
      count * Math.log(chance) +
      (tries - count) * Math.log1p(-chance),
  );
}

/** How likely `count` or fewer of `tries` are. */
export function binomialAtMost(count: number, tries: number, chance: number): number {
  if (count < 0) return 0;
  if (count >= tries) return 1;
  return count < tries * chance ? lowerSum(count, tries, chance) : 1 - upperSum(count + 1, tries, chance);
}

/** How likely `count` or more of `tries` are. */
export function binomialAtLeast(count: number, tries: number, chance: number): number {
  return binomialAtMost(tries - count, tries, 1 - chance);
}

/**
 * The exact interval for a chance of which `count` of `tries` were seen, with equal tails.
 * C. J. Clopper & E. S. Pearson, Biometrika 26 (1934) 404-413; as quantiles of the beta distribution.
 */
export function clopperPearson(count: number, tries: number, confidence: number): Span {
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : betaQuantile(tail, count, tries - count + 1),
    upper: count === tries ? 1 : betaQuantile(1 - tail, count + 1, tries - count),
  };
}

const lowerSum = (count: number, tries: number, chance: number): number =>
  sumOfTerms(
    binomialPmf(count, tries, chance),
    (step) => ((count - step + 1) / (tries - count + step)) * ((1 - chance) / chance),
  );

const upperSum = (count: number, tries: number, chance: number): number =>
  sumOfTerms(
    binomialPmf(count, tries, chance),
    (step) => ((tries - count - step + 1) / (count + step)) * (chance / (1 - chance)),
  );
