import { exactBelow } from './control-limits';
import { poissonAtLeast, poissonAtMost, poissonQuantile } from './poisson';
import { normalCdf } from './special';

/** Above or below the centre line. */
export type Side = 'above' | 'below';

/**
 * How likely a count lies more than so many standard deviations (as `deviation` has them) from its expectation, on one
 * side; exact for the Poisson distribution, so not the 0.0228 of a normal one.
 * @param expected above 0
 */
export function chanceBeyond(zone: number, side: Side, expected: number): number {
  if (expected >= exactBelow) {
    const reach = zone * Math.sqrt(expected);
    return side === 'above'
      ? poissonAtLeast(Math.floor(expected + reach) + 1, expected)
      : poissonAtMost(Math.ceil(expected - reach) - 1, expected);
  }
  const tail = 1 - normalCdf(zone);
  return side === 'above'
    ? poissonAtLeast(poissonQuantile(1 - tail, expected) + 1, expected)
    : poissonAtMost(poissonQuantile(tail, expected) - 1, expected);
}

/** How likely a count lies strictly on that side of its expectation. */
export const chanceOfSide = (side: Side, expected: number): number =>
  side === 'above'
    ? poissonAtLeast(Math.floor(expected) + 1, expected)
    : poissonAtMost(Math.ceil(expected) - 1, expected);
