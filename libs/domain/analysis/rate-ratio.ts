import { binomialAtLeast, binomialAtMost, clopperPearson } from './binomial';
import { type Interval, type Observed, observedProblems, refuse, shareProblem } from './input';

/** How the rate after compares with the rate before. */
export type RateRatio = {
  /** Rate after ∕ rate before; null when nothing happened before (a ratio to zero says nothing). */
  readonly ratio: number | null;
  /** Exact interval of the ratio; `upper` is null (no bound) when nothing happened before. */
  readonly interval: Interval;
  /** How likely so great a difference, up or down, is when the rates are the same. */
  readonly chance: number;
  /** What may be said at this confidence. */
  readonly verdict: 'lower' | 'higher' | 'no_evidence';
};

/**
 * The ratio of two Poisson rates with its exact conditional interval: given the sum of both counts, the count after is
 * binomial with chance θe₁ ∕ (θe₁ + e₀) (θ the ratio, e the exposures); Clopper-Pearson limits of that chance are turned
 * back into limits of θ. `chance` doubles the smaller tail, so it is below 1 − confidence exactly when the interval
 * leaves out 1.
 * Przyborowski & Wilenski, Biometrika 31 (1940) 313-323; Lehmann & Romano, Testing Statistical Hypotheses, 3rd ed. 2005,
 * §4.5; M. P. Fay, Two-sided exact tests and matching confidence intervals, The R Journal 2 (2010) 53-58.
 * Exposures of both in one unit. The interval errs on the wide side. Counts whose spread is more than chance (one angry
 * family, ten complaints) make it too narrow.
 * @throws DomainError `analysis.bad_figures`
 */
export function rateRatio(before: Observed, after: Observed, confidence = 0.95): RateRatio {
  refuse([
    ...observedProblems('before', before),
    ...observedProblems('after', after),
    ...shareProblem('confidence', confidence),
  ]);
  const total = before.count + after.count;
  if (total === 0) {
    return { ratio: null, interval: { lower: 0, upper: null }, chance: 1, verdict: 'no_evidence' };
  }
  const exposures = before.exposure / after.exposure;
  const { lower, upper } = clopperPearson(after.count, total, confidence);
  const interval = {
    lower: (lower / (1 - lower)) * exposures,
    upper: upper === 1 ? null : (upper / (1 - upper)) * exposures,
  };
  const ratio = before.count === 0 ? null : (after.count / before.count) * exposures;
  return { ratio, interval, chance: chanceOfDifference(before, after), verdict: verdictOf(interval) };
}

/** How likely so great a difference of two rates, up or down, is by luck alone: twice the smaller exact tail. */
export function chanceOfDifference(before: Observed, after: Observed): number {
  const total = before.count + after.count;
  if (total === 0) return 1;
  const share = after.exposure / (before.exposure + after.exposure);
  const smaller = Math.min(binomialAtMost(after.count, total, share), binomialAtLeast(after.count, total, share));
  return Math.min(1, 2 * smaller);
}

const verdictOf = ({ lower, upper }: Interval): RateRatio['verdict'] =>
  upper !== null && upper < 1 ? 'lower' : lower > 1 ? 'higher' : 'no_evidence';
