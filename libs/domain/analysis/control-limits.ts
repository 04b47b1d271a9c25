import type { Observed, Span } from './input';
import { poissonAtLeast, poissonAtMost, poissonQuantile } from './poisson';
import { normalCdf, normalQuantile } from './special';

/** Below this expected count the Poisson distribution is too lopsided for ± 3 σ, and its own limits are taken. */
const exactBelow = 5;

/** Whether limits are so many standard deviations, and not those of the Poisson distribution. */
export const isNormal = (expected: number, spread: number): boolean => expected >= exactBelow || spread > 1;

/** The usual distance of control limits from the centre, in standard deviations. */
const sigmas = 3;

/** What lies beyond 3 σ of a normal distribution on one side: 0.00135. */
const tail = normalCdf(-sigmas);

/**
 * Control limits of one period, as rates: a rate above `upper` or below `lower` is a signal; on them it is none.
 * From 5 expected on ū ± 3√(ū∕n), the lower one not below 0 (W. A. Shewhart 1931; D. C. Montgomery, Introduction to
 * Statistical Quality Control, ch. 7 "Control charts for nonconformities"); below, the Poisson counts that are exceeded,
 * and undercut, with at most 0.00135 each (ibid., "probability limits").
 * With a spread beyond chance: ū ± 3√(spread·ū∕n) throughout.
 * @param rate of the baseline, per unit of exposure
 * @param exposure of the period; above 0
 * @param spread what the variance is multiplied by, 1 when there is only chance; see `movingSpread`
 */
export function controlLimits(rate: number, exposure: number, spread = 1): Span {
  const expected = rate * exposure;
  if (isNormal(expected, spread)) {
    const reach = sigmas * Math.sqrt((spread * rate) / exposure);
    return { lower: Math.max(0, rate - reach), upper: rate + reach };
  }
  return {
    lower: poissonQuantile(tail, expected) / exposure,
    upper: poissonQuantile(1 - tail, expected) / exposure,
  };
}

/**
 * How far a count lies from what was expected, in standard deviations, on the scale of the limits: from 5 expected on
 * (x − μ)∕√μ; below, the normal deviate whose tail is as likely as the exact Poisson tail, never of the wrong sign. Beyond
 * ± 3 exactly when beyond `controlLimits`; the zones of the run rules lie at 1 and 2.
 */
export function deviation({ count, exposure }: Observed, rate: number, spread = 1): number {
  const expected = rate * exposure;
  if (isNormal(expected, spread)) return (count - expected) / Math.sqrt(spread * expected);
  return count > expected
    ? Math.max(0, -normalQuantile(poissonAtLeast(count, expected)))
    : Math.min(0, normalQuantile(poissonAtMost(count, expected)));
}
