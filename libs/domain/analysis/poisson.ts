import { lnFactorial, normalQuantile } from './special';
import { sumOfTerms } from './sum-of-terms';

/**
 * How often something happens that happens independently and at a steady rate: the Poisson distribution.
 * Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3rd ed. 2005, ch. 4. Counts are whole and not negative; means
 * are finite and not negative. Relative errors below 1e-7 for means up to a million.
 */

/** How likely exactly `count` is: e^−mean mean^count ∕ count!, by logarithms, so that large means do not overflow. */
export function poissonPmf(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  return Math.exp(count * Math.log(mean) - mean - lnFactorial(count));
}

/** How likely `count` or fewer are. */
export function poissonAtMost(count: number, mean: number): number {
  if (count < 0) return 0;
  return count < mean ? lowerSum(count, mean) : 1 - upperSum(count + 1, mean);
}

/** How likely `count` or more are; exact far out as well. */
export function poissonAtLeast(count: number, mean: number): number {
  if (count <= 0) return 1;
  return count > mean ? upperSum(count, mean) : 1 - lowerSum(count - 1, mean);
}

/** The smallest count that is exceeded with at most 1 − `probability` (between 0 and 1). */
export function poissonQuantile(probability: number, mean: number): number {
  if (mean === 0) return 0;
  const z = normalQuantile(probability);
  /* The first terms of Cornish and Fisher come within a step or two. */
  let count = Math.max(0, Math.round(mean + z * Math.sqrt(mean) + (z * z - 1) / 6));
  while (count > 0 && poissonAtMost(count - 1, mean) >= probability) count -= 1;
  while (poissonAtMost(count, mean) < probability) count += 1;
  return count;
}

const lowerSum = (count: number, mean: number): number =>
  sumOfTerms(poissonPmf(count, mean), (step) => (count - step + 1) / mean);

const upperSum = (count: number, mean: number): number =>
  sumOfTerms(poissonPmf(count, mean), (step) => mean / (count + step));
