import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../engine';
import { mean, median, percentile } from './percentile';

const oneToTen = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

describe('a percentile', () => {
  /* quantile(1:10, …) and quantile(1:4, …) of R, type 7. */
  it.each([
    [oneToTen, 0.9, 9.1],
    [oneToTen, 0.25, 3.25],
    [oneToTen, 0.5, 5.5],
    [oneToTen, 0, 1],
    [oneToTen, 1, 10],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[7], 0.9, 7],
    [[10, 9, 100], 0.5, 10],
  ])('of %j at %d is %d', (values, share, wanted) => {
    expect(percentile(values, share)).toBeCloseTo(wanted, 12);
  });

  it('of nothing is nothing', () => {
    expect([percentile([], 0.9), median([]), mean([])]).toEqual([null, null, null]);
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    expect([median(values), mean(values)]).toEqual([2, 2]);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses a share above 1 and what is no number', () => {
    expect(() => percentile([1, Number.NaN, -3], 90)).toThrow(DomainError);
    expect(() => percentile([1, Number.NaN, -3], 90)).toThrow(
      expect.objectContaining({
        fields: [
          expect.objectContaining({ path: 'share' }),
          expect.objectContaining({ path: 'values[1]' }),
          expect.objectContaining({ path: 'values[2]' }),
        ],
      }),
    );
  });
});
