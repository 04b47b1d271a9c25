import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactPoisson } from './examples/exact';
import { poissonAtLeast, poissonAtMost, poissonPmf, poissonQuantile } from './poisson';

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / wanted;

describe('a Poisson variable', () => {
  /* Mean in thousandths, count; the tails reach from 1e-40 to nearly 1. */
  it.each([
    [1, 0],
    [1, 3],
    [500, 0],
    [500, 7],
    [3_100, 9],
    [5_000, 5],
    [5_000, 16],
    [10_000, 1],
    [10_000, 31],
    [36_789, 36],
    [100_000, 60],
    [100_000, 100],
    [100_000, 150],
    [100_000, 250],
  ])('with a mean of %d thousandths is as likely to be %d as whole-number arithmetic says', (thousandths, count) => {
    const exact = exactPoisson(thousandths);
    const mean = thousandths / 1000;
    expect(relative(poissonPmf(count, mean), exact.pmf(count))).toBeLessThan(1e-9);
    expect(relative(poissonAtMost(count, mean), exact.atMost(count))).toBeLessThan(1e-9);
    expect(relative(poissonAtLeast(count, mean), exact.atLeast(count))).toBeLessThan(1e-9);
  });

  /* SciPy 1.17, scipy.stats.poisson. */
  it.each([
    [10_000, 9_800, 0.02274922201],
    [100_000, 100_500, 0.94316711818],
    [1_000_000, 998_000, 0.02275012294],
  ])('of mean %d is at most %d with a chance of %d', (mean, count, chance) => {
    expect(poissonAtMost(count, mean)).toBeCloseTo(chance, 7);
  });

  it.each([
    [0, 0, 1],
    [0, 3, 0],
  ])('of mean %d is %d with a chance of %d', (mean, count, chance) => {
    expect(poissonPmf(count, mean)).toBe(chance);
  });

  it('is not exceeded by its quantile more often than it may, and by the count below it more often', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 5_000, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (mean, share) => {
          const count = poissonQuantile(share, mean);
          expect(poissonAtMost(count, mean)).toBeGreaterThanOrEqual(share - 1e-9);
          expect(poissonAtMost(count - 1, mean)).toBeLessThan(share + 1e-9);
        },
      ),
    );
  });

  it('is at most a count, or at least the next, and nothing else', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10_000, noNaN: true }), fc.nat(20_000), (mean, count) => {
        expect(poissonAtMost(count, mean) + poissonAtLeast(count + 1, mean)).toBeCloseTo(1, 7);
      }),
    );
  });
});
