import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { controlLimits, deviation } from './control-limits';
import { poissonAtLeast, poissonAtMost, poissonPmf } from './poisson';
import { chanceBeyond, chanceOfSide, type Side } from './zones';

describe('control limits', () => {
  /*
   * D. C. Montgomery, Introduction to Statistical Quality Control, 2nd ed. 1991, pp. 183-184: dyed cloth, 153
   * nonconformities in 107.5 inspection units. The book computes with ū rounded to 1.42, hence 0.01 either way.
   */
  it.each([
    [10, 0.29, 2.55],
    [8, 0.16, 2.68],
    [13, 0.43, 2.41],
    [9.5, 0.26, 2.58],
    [12, 0.39, 2.45],
    [10.5, 0.32, 2.52],
  ])('of a roll of %d units are %d and %d, as in the book', (units, lower, upper) => {
    const limits = controlLimits(153 / 107.5, units);
    expect(Math.abs(limits.lower - lower)).toBeLessThan(0.011);
    expect(Math.abs(limits.upper - upper)).toBeLessThan(0.011);
  });

  const rate = fc.double({ min: 0.01, max: 30, noNaN: true });
  const exposure = fc.double({ min: 0.1, max: 10, noNaN: true });

  it('are overstepped with at most 0.00135 on each side where less than 5 are expected', () => {
    fc.assert(
      fc.property(rate, exposure, (perVisit, visits) => {
        const expected = perVisit * visits;
        fc.pre(expected < 5);
        const { lower, upper } = controlLimits(perVisit, visits);
        expect(poissonAtLeast(Math.round(upper * visits) + 1, expected)).toBeLessThanOrEqual(0.00135);
        expect(poissonAtLeast(Math.round(upper * visits), expected)).toBeGreaterThan(0.00134);
        expect(poissonAtMost(Math.round(lower * visits) - 1, expected)).toBeLessThanOrEqual(0.00135);
      }),
    );
  });

  it('are overstepped exactly by what lies more than three deviations off', () => {
    fc.assert(
      fc.property(rate, exposure, fc.nat(400), (perVisit, visits, count) => {
        const { lower, upper } = controlLimits(perVisit, visits);
        const off = deviation({ count, exposure: visits }, perVisit);
        fc.pre(Math.abs(Math.abs(off) - 3) > 1e-6);
        expect(off > 3).toBe(count / visits > upper + 1e-12);
        expect(off < -3).toBe(count / visits < lower - 1e-12);
      }),
    );
  });

  it('are no farther apart for more visitors', () => {
    fc.assert(
      fc.property(rate, fc.double({ min: 1, max: 10, noNaN: true }), (perVisit, visits) => {
        fc.pre(perVisit * visits >= 5);
        const near = controlLimits(perVisit, visits * 2);
        const far = controlLimits(perVisit, visits);
        expect(near.upper - near.lower).toBeLessThanOrEqual(far.upper - far.lower);
      }),
    );
  });
});

describe('the chance to lie beyond a zone', () => {
  const expected = fc.double({ min: 0.05, max: 40, noNaN: true });
  const counts = Array.from({ length: 200 }, (_, count) => count);
  const sum = (of: number, isIn: (count: number) => boolean) =>
    counts.filter(isIn).reduce((all, count) => all + poissonPmf(count, of), 0);

  it('is that of all counts whose deviation lies there', () => {
    fc.assert(
      fc.property(expected, fc.constantFrom(1, 2, 3), fc.constantFrom<Side>('above', 'below'), (of, zone, side) => {
        const off = (count: number) => deviation({ count, exposure: 1 }, of) * (side === 'above' ? 1 : -1);
        fc.pre(counts.every((count) => Math.abs(off(count) - zone) > 1e-6));
        expect(chanceBeyond(zone, side, { expected: of, spread: 1 })).toBeCloseTo(
          sum(of, (count) => off(count) > zone),
          8,
        );
      }),
    );
  });

  it('of a side is that of all counts on it, the middle being on none', () => {
    fc.assert(
      fc.property(fc.oneof(expected, fc.integer({ min: 1, max: 40 })), (of) => {
        expect(chanceOfSide('above', { expected: of, spread: 1 })).toBeCloseTo(
          sum(of, (count) => count > of),
          8,
        );
        expect(chanceOfSide('below', { expected: of, spread: 1 })).toBeCloseTo(
          sum(of, (count) => count < of),
          8,
        );
      }),
    );
  });
});
