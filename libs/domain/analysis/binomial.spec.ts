import { describe, expect, it } from '@jest/globals';
import { binomialAtLeast, binomialAtMost, clopperPearson } from './binomial';
import { exactBinomialAtMost } from './examples/exact';

describe('a binomial variable', () => {
  it.each([
    [0, 10, 1, 10],
    [3, 10, 3, 10],
    [9, 10, 9, 10],
    [2, 11, 17, 34],
    [60, 200, 1, 2],
    [100, 200, 1, 2],
    [140, 200, 1, 2],
    [5, 300, 1, 100],
    [299, 300, 99, 100],
  ])('is at most %d of %d, each with a chance of %d in %d, as whole-number arithmetic says', (count, tries, a, b) => {
    const wanted = exactBinomialAtMost(count, tries, a, b);
    expect(Math.abs(binomialAtMost(count, tries, a / b) - wanted) / wanted).toBeLessThan(1e-9);
    expect(binomialAtLeast(count + 1, tries, a / b)).toBeCloseTo(1 - wanted, 9);
  });

  it.each([
    [-1, 0],
    [10, 1],
  ])('is at most %d of 10 with a chance of %d', (count, chance) => {
    expect(binomialAtMost(count, 10, 0.3)).toBe(chance);
  });
});

describe('the exact interval of a chance', () => {
  /* n = 10 has limits that can be solved: (α∕2)^(1∕n) and 1 − (α∕2)^(1∕n). */
  it.each([
    [0, 0, 1 - 0.025 ** 0.1],
    [10, 0.025 ** 0.1, 1],
  ])('of %d in 10 is %d to %d', (count, lower, upper) => {
    const interval = clopperPearson(count, 10, 0.95);
    expect(interval.lower).toBeCloseTo(lower, 8);
    expect(interval.upper).toBeCloseTo(upper, 8);
  });
});
