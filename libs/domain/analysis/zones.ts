import { isNormal } from './control-limits';
import { poissonAtLeast, poissonAtMost, poissonQuantile } from './poisson';
import { normalCdf } from './special';

/** Above or below the centre line. */
export type Side = 'above' | 'below';

/** What a period lets expect: so many events (above 0), of a variance so many times that of chance (1: chance alone). */
export type Expectation = { readonly expected: number; readonly spread: number };

/** How likely so many events, or more (above), or fewer (below), are by luck: exact where only chance is at work. */
export function chanceOf(count: number, side: Side, { expected, spread }: Expectation): number {
  if (spread > 1) {
    const off = (count - expected) / Math.sqrt(spread * expected);
    return normalCdf(side === 'above' ? -off : off);
  }
  return side === 'above' ? poissonAtLeast(count, expected) : poissonAtMost(count, expected);
}

/**
 * How likely a count lies more than so many standard deviations (as `deviation` has them) from its expectation, on one
 * side; where only chance is at work exact for the Poisson distribution, so not the 0.0228 of a normal one.
 */
export function chanceBeyond(zone: number, side: Side, { expected, spread }: Expectation): number {
  const tail = normalCdf(-zone);
  if (spread > 1) return tail;
  if (isNormal(expected, spread)) {
    const reach = zone * Math.sqrt(expected);
    return side === 'above'
      ? poissonAtLeast(Math.floor(expected + reach) + 1, expected)
      : poissonAtMost(Math.ceil(expected - reach) - 1, expected);
  }
  return side === 'above'
    ? poissonAtLeast(poissonQuantile(1 - tail, expected) + 1, expected)
    : poissonAtMost(poissonQuantile(tail, expected) - 1, expected);
}

/** How likely a count lies strictly on that side of its expectation. */
export function chanceOfSide(side: Side, { expected, spread }: Expectation): number {
  if (spread > 1) return 0.5;
  return side === 'above'
    ? poissonAtLeast(Math.floor(expected) + 1, expected)
    : poissonAtMost(Math.ceil(expected) - 1, expected);
}
