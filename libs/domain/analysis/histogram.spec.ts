import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import {
  binCount,
  binOf,
  countIn,
  histogramError,
  histogramOf,
  meanOfHistogram,
  mergeHistograms,
  percentileOfHistogram,
  secondsOf,
  withoutHistogram,
} from './histogram';
import { mean, percentile } from './percentile';

const year = 365 * 24 * 3600;
/** Evenly spread by ratio, so that minutes are tried as often as months. */
const seconds = fc.double({ min: 0, max: Math.log(year), noNaN: true }).map(Math.exp);
const durations = fc.array(seconds, { minLength: 1, maxLength: 60 });

describe('a histogram of durations', () => {
  it('has 434 bins, from under a second to a year and more', () => {
    expect(binCount).toBe(434);
    expect([0, 0.99, 1, year - 1, year, 10 * year].map(binOf)).toEqual([0, 0, 1, 432, 433, 433]);
  });

  it('reads every duration within 2 %', () => {
    fc.assert(
      fc.property(seconds, (given) => {
        expect(Math.abs(secondsOf(binOf(given)) - given) / given).toBeLessThanOrEqual(histogramError + 1e-9);
      }),
    );
  });

  it('gives every percentile within 2 % of what the durations give', () => {
    fc.assert(
      fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const wanted = percentile(given, share) ?? Number.NaN;
        const read = percentileOfHistogram(histogramOf(given), share) ?? Number.NaN;
        expect(Math.abs(read - wanted) / wanted).toBeLessThanOrEqual(histogramError + 1e-9);
      }),
    );
  });

  it('gives the mean and the number exactly', () => {
    fc.assert(
      fc.property(durations, (given) => {
        expect(meanOfHistogram(histogramOf(given))).toBeCloseTo(mean(given) ?? Number.NaN, 3);
        expect(countIn(histogramOf(given))).toBe(given.length);
      }),
    );
  });

  const whole = fc.array(fc.nat(year), { maxLength: 40 });

  it('of all is that of the parts together, and of the rest that of all without the part', () => {
    fc.assert(
      fc.property(whole, whole, (some, others) => {
        const all = histogramOf([...some, ...others]);
        expect(mergeHistograms([histogramOf(some), histogramOf(others)])).toEqual(all);
        expect(withoutHistogram(all, histogramOf(others))).toEqual(histogramOf(some));
      }),
    );
  });

  it('of nothing has neither percentile nor mean', () => {
    const empty = mergeHistograms([]);
    expect([countIn(empty), percentileOfHistogram(empty, 0.5), meanOfHistogram(empty)]).toEqual([0, null, null]);
  });

  it('refuses durations below zero, and to give back what it never held', () => {
    expect(() => histogramOf([5, -1])).toThrow(DomainError);
    expect(() => withoutHistogram(histogramOf([5]), histogramOf([50]))).toThrow(DomainError);
  });
});
