import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import { rateRatio } from './rate-ratio';

const observed = fc.record({
  count: fc.nat(400),
  exposure: fc.double({ min: 1, max: 100_000, noNaN: true }),
});

describe('the ratio of two rates', () => {
  /* M. P. Fay, Testing the ratio of two Poisson rates (vignette of R's rateratio.test), §1. */
  it('is as in the example of Fay', () => {
    const result = rateRatio({ count: 9, exposure: 16_660 }, { count: 2, exposure: 17_877 });
    expect(result.ratio).toBeCloseTo(0.2070941557, 9);
    expect(result.interval.lower).toBeCloseTo(0.02177406, 7);
    expect(result.interval.upper).toBeCloseTo(1.0005491, 6);
    expect(result.chance).toBeCloseTo(0.05011, 5);
    expect(result.verdict).toBe('no_evidence');
  });

  /* Printed by R's poisson.test: articles of 421 women and 494 men, biochemists of Long 1990; counts of two groups. */
  it.each([
    [{ count: 619, exposure: 1 }, { count: 930, exposure: 1 }, 0.95, 1.502423, 1.355716, 1.665905],
    [{ count: 901, exposure: 14 }, { count: 909, exposure: 12 }, 0.99, 1.177026, 1.041626, 1.330051],
    [{ count: 2, exposure: 17_887 }, { count: 10, exposure: 20_000 }, 0.95, 4.47175, 0.9529548, 41.9743814],
  ])('%j then %j is as R prints it', (before, after, confidence, ratio, lower, upper) => {
    const result = rateRatio(before, after, confidence);
    expect(result.ratio).toBeCloseTo(ratio, 5);
    expect(result.interval.lower).toBeCloseTo(lower, 5);
    expect(result.interval.upper).toBeCloseTo(upper, 4);
  });

  it.each<[string, number, number, 'lower' | 'higher' | 'no_evidence']>([
    ['46 % fewer of 100', 100, 54, 'lower'],
    ['twice as many as 40', 40, 80, 'higher'],
    ['2 where 4 were', 4, 2, 'no_evidence'],
    ['none where none were', 0, 0, 'no_evidence'],
    ['none where 3 were', 3, 0, 'no_evidence'],
    ['none where 6 were', 6, 0, 'lower'],
    ['6 where none were', 0, 6, 'higher'],
  ])('says of %s over the same exposure: %j then %j is %s', (_what, before, after, verdict) => {
    expect(rateRatio({ count: before, exposure: 100 }, { count: after, exposure: 100 }).verdict).toBe(verdict);
  });

  it('has no value and no upper end when nothing happened before', () => {
    const result = rateRatio({ count: 0, exposure: 10 }, { count: 5, exposure: 10 });
    expect(result).toMatchObject({ ratio: null, interval: { upper: null } });
    expect(result.interval.lower).toBeGreaterThan(0);
  });

  it('lies in its interval', () => {
    fc.assert(
      fc.property(observed, observed, (before, after) => {
        const { ratio, interval } = rateRatio(before, after);
        fc.pre(ratio !== null);
        expect(interval.lower).toBeLessThanOrEqual(ratio ?? Number.NaN);
        expect(interval.upper).toBeGreaterThanOrEqual(ratio ?? Number.NaN);
      }),
    );
  });

  it('is turned over when before and after change places', () => {
    fc.assert(
      fc.property(observed, observed, (before, after) => {
        const there = rateRatio(before, after);
        const back = rateRatio(after, before);
        expect(back.chance).toBeCloseTo(there.chance, 8);
        fc.pre(there.interval.upper !== null && there.interval.upper > 0 && back.interval.upper !== null);
        expect((there.interval.upper ?? 0) * back.interval.lower).toBeCloseTo(after.count === 0 ? 0 : 1, 6);
      }),
    );
  });

  it('differs from 1 by its interval exactly when the chance is below 5 %', () => {
    fc.assert(
      fc.property(observed, observed, (before, after) => {
        const { chance, verdict } = rateRatio(before, after);
        fc.pre(Math.abs(chance - 0.05) > 1e-6);
        expect(verdict !== 'no_evidence').toBe(chance < 0.05);
      }),
    );
  });

  it('is refused with every figure that is wrong', () => {
    expect(() => rateRatio({ count: -1, exposure: 1 }, { count: 1, exposure: Number.NaN }, 0)).toThrow(DomainError);
    expect(() => rateRatio({ count: -1, exposure: 1 }, { count: 1, exposure: Number.NaN }, 0)).toThrow(
      expect.objectContaining({
        fields: [
          expect.objectContaining({ path: 'before.count' }),
          expect.objectContaining({ path: 'after.exposure' }),
          expect.objectContaining({ path: 'confidence' }),
        ],
      }),
    );
  });
});
