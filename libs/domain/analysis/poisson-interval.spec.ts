import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import { poissonAtLeast, poissonAtMost, poissonPmf } from './poisson';
import { poissonInterval, poissonRate } from './poisson-interval';

describe('the exact interval of a count', () => {
  /* Tables of exact Poisson limits, after Garwood 1936; 95 %. */
  it.each([
    [0, 0, 3.69],
    [1, 0.03, 5.57],
    [2, 0.24, 7.22],
    [3, 0.62, 8.77],
    [5, 1.62, 11.67],
    [10, 4.8, 18.39],
    [100, 81.36, 121.63],
  ])('of %d is %d to %d', (count, lower, upper) => {
    const interval = poissonInterval(count);
    expect(interval.lower).toBeCloseTo(lower, 2);
    expect(interval.upper).toBeCloseTo(upper, 2);
  });

  /* Example of R's poisson.test: SMR of Welsh nickel workers, 137 deaths where 24.19893 were expected. */
  it('of a rate is as in the example of R', () => {
    const { rate, interval } = poissonRate({ count: 137, exposure: 24.19893 });
    expect(rate).toBeCloseTo(5.661407, 6);
    expect(interval.lower).toBeCloseTo(4.753125, 6);
    expect(interval.upper).toBeCloseTo(6.692709, 6);
  });

  it('ends where the count is just too many, and just too few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(0.9, 0.95, 0.998), (count, confidence) => {
        const { lower, upper } = poissonInterval(count, confidence);
        expect(poissonAtLeast(count, lower)).toBeCloseTo((1 - confidence) / 2, 7);
        expect(poissonAtMost(count, upper)).toBeCloseTo((1 - confidence) / 2, 7);
      }),
    );
  });

  it('holds the true mean at least as often as it says, whatever the mean', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 60, noNaN: true }), (mean) => {
        const holds = Array.from({ length: 150 }, (_, count) => count).filter((count) => {
          const { lower, upper } = poissonInterval(count);
          return lower <= mean && mean <= upper;
        });
        expect(holds.reduce((sum, count) => sum + poissonPmf(count, mean), 0)).toBeGreaterThanOrEqual(0.95 - 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused with every field that is wrong', () => {
    const refused = () => poissonRate({ count: 1.5, exposure: 0 }, 95);
    expect(refused).toThrow(DomainError);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'analysis.bad_figures',
        fields: [
          expect.objectContaining({ path: 'observed.count', code: 'not_a_count' }),
          expect.objectContaining({ path: 'observed.exposure', code: 'not_positive' }),
          expect.objectContaining({ path: 'confidence', code: 'not_a_share' }),
        ],
      }),
    );
  });
});
