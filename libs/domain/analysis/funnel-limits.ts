import type { Span } from './input';
import { poissonAtLeast, poissonAtMost, poissonQuantile } from './poisson';
import { normalQuantile } from './special';

/** The two funnels, as rates. A site on a line is outside it. */
export type FunnelLimits = { readonly within95: Span; readonly within998: Span };

/**
 * The limits at an exposure, as rates: exact Poisson limits, made smooth between whole counts, so that a site lies on or
 * outside a line exactly when its own tail is at most that of the line (0.025 and 0.001): between the last count inside
 * and the first outside, the logarithm of the tail is taken as linear. Interpolated by such a rule luck never puts more
 * outside than the line says, as others do: Manktelow & Seaton, PLoS ONE 7 (2012) e45723. A lower limit of 0 says that not
 * even no event at all would be unusual. With a spread beyond chance: rate ± z √(φ·rate ∕ exposure), not below 0
 * (Spiegelhalter 2005, see `spreadOf`).
 * @param exposure above 0
 * @param factor φ, 1 for none
 */
export function funnelLimits(rate: number, exposure: number, factor = 1): FunnelLimits {
  return { within95: spanOf(0.025, rate, exposure, factor), within998: spanOf(0.001, rate, exposure, factor) };
}

/**
 * The lines of the funnel, for drawing: limits at exposures evenly spaced by ratio, from the smallest to the largest.
 * @param steps at least 2
 */
export function funnelLines(
  rate: number,
  exposures: Span,
  { factor = 1, steps = 60 } = {},
): ({ readonly exposure: number } & FunnelLimits)[] {
  const ratio = exposures.upper / exposures.lower;
  return Array.from({ length: steps }, (_, step) => exposures.lower * ratio ** (step / (steps - 1))).map(
    (exposure) => ({ exposure, ...funnelLimits(rate, exposure, factor) }),
  );
}

function spanOf(tail: number, rate: number, exposure: number, factor: number): Span {
  if (factor > 1) {
    const reach = -normalQuantile(tail) * Math.sqrt((factor * rate) / exposure);
    return { lower: Math.max(0, rate - reach), upper: rate + reach };
  }
  const expected = rate * exposure;
  return { lower: lowerCount(tail, expected) / exposure, upper: upperCount(tail, expected) / exposure };
}

function upperCount(tail: number, expected: number): number {
  const inside = poissonQuantile(1 - tail, expected);
  return inside + partOfStep(tail, poissonAtLeast(inside, expected), poissonAtLeast(inside + 1, expected));
}

function lowerCount(tail: number, expected: number): number {
  const inside = poissonQuantile(tail, expected);
  if (inside === 0) return 0;
  return inside - partOfStep(tail, poissonAtMost(inside, expected), poissonAtMost(inside - 1, expected));
}

/** Where, from 0 to 1, a tail lies between that of a count inside and that of the next one outside. */
const partOfStep = (tail: number, inside: number, outside: number): number =>
  Math.log(inside / tail) / Math.log(inside / outside);
