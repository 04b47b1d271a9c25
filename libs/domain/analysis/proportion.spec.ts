import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import { proportion } from './proportion';

describe('a proportion', () => {
  /* R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d may well come from %d to %d', (count, of, lower, upper) => {
    const interval = proportion(count, of)?.interval;
    expect(interval?.lower).toBeCloseTo(lower, 4);
    expect(interval?.upper).toBeCloseTo(upper, 4);
  });

  /* Printed by ci_p_wilson of the R package stests. */
  it.each([
    [0, 50, 0, 0.0713476],
    [15, 50, 0.1910355, 0.4375035],
    [50, 50, 0.9286524, 1],
  ])('of %d in %d is %d to %d as in R', (count, of, lower, upper) => {
    const interval = proportion(count, of)?.interval;
    expect(interval?.lower).toBeCloseTo(lower, 7);
    expect(interval?.upper).toBeCloseTo(upper, 7);
  });

  it('stays between 0 and 1 and within its interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (of, some) => {
        const count = Math.min(some, of);
        const { share, interval } = proportion(count, of) ?? { share: Number.NaN, interval: { lower: 0, upper: 0 } };
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(share);
        expect(interval.upper).toBeGreaterThanOrEqual(share);
        expect(interval.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of nothing is nothing, and more than all is refused', () => {
    expect(proportion(0, 0)).toBeNull();
    expect(() => proportion(3, 2)).toThrow(DomainError);
  });
});
