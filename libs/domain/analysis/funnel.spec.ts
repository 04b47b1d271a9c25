import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import { randomCount, seeded } from './examples/random';
import { funnel, leastExpected, type Site } from './funnel';
import { funnelLimits, funnelLines } from './funnel-limits';
import { poissonAtLeast } from './poisson';

/** Twenty sites of 10,000 visitors and 20 complaints each, so that one more hardly moves the pooled rate. */
const others: Site[] = Array.from({ length: 20 }, (_, at) => ({ key: `other ${at}`, count: 20, exposure: 10_000 }));
const judged = (site: Omit<Site, 'key'>, options = {}) =>
  funnel([{ key: 'this', ...site }, ...others], options).sites[0];

describe('a site in the funnel', () => {
  it.each([
    ['usual with its share', 20, 10_000, 'usual', 'below'],
    ['usual with more by no more than chance', 28, 10_000, 'usual', 'above'],
    ['a warning with half as many again', 32, 10_000, 'warning', 'above'],
    ['a warning with what luck brings once in 670 times', 36, 10_000, 'warning', 'above'],
    ['an alarm with what luck brings once in 1,200 times', 37, 10_000, 'alarm', 'above'],
    ['an alarm with twice its share', 41, 10_000, 'alarm', 'above'],
    ['an alarm with hardly any', 6, 10_000, 'alarm', 'below'],
    ['beyond telling with three complaints of a small place', 3, 1_000, 'cannot_tell', 'above'],
    ['beyond telling with none where two would be', 0, 1_000, 'cannot_tell', 'below'],
    ['an alarm all the same with ten where two would be', 10, 1_000, 'alarm', 'above'],
    ['a warning with none where four would be', 0, 2_000, 'warning', 'below'],
    ['beyond telling without visitors', 5, 0, 'cannot_tell', null],
    ['beyond telling when nobody counted visitors', 5, null, 'cannot_tell', null],
  ])('is %s', (_what, count, exposure, verdict, side) => {
    expect(judged({ count, exposure })).toMatchObject({ verdict, side });
  });

  it('says by how much it differs, and how likely that is by luck', () => {
    const site = judged({ count: 41, exposure: 10_000 });
    const expected = (10_000 * (20 * 20 + 41)) / (21 * 10_000);
    expect(site?.expected).toBeCloseTo(expected, 9);
    expect(site?.ratio).toBeCloseTo(41 / expected, 9);
    expect(site?.chance).toBeCloseTo(poissonAtLeast(41, expected), 12);
  });

  it('cannot be too low where not even none is unusual', () => {
    expect(Math.exp(-leastExpected)).toBeCloseTo(0.025, 12);
  });

  it('lies on or outside a line exactly when it is judged so', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 2_000, max: 30_000 }), (count, exposure) => {
        const site = judged({ count, exposure });
        const within = (span?: { lower: number; upper: number }) =>
          count / exposure > (span?.lower ?? 0) - 1e-15 && count / exposure < (span?.upper ?? 0) - 1e-15;
        const lowEnough = count > 0 || (site?.limits?.within95.lower ?? 0) > 0;
        fc.pre(lowEnough && (site?.expected ?? 0) >= leastExpected);
        expect(site?.verdict === 'usual').toBe(within(site?.limits?.within95));
      }),
    );
  });

  it('of nothing at all is beyond telling', () => {
    const quiet = funnel([{ key: 'this', count: 0, exposure: 500 }]);
    expect(quiet).toMatchObject({ rate: null, sites: [{ rate: 0, verdict: 'cannot_tell', limits: null }] });
    expect(funnel([])).toMatchObject({ rate: null, sites: [] });
  });

  it('is refused with half a complaint or with fewer than no visitors', () => {
    expect(() => funnel([{ key: 'this', count: 0.5, exposure: -1 }])).toThrow(DomainError);
    expect(() => funnel([{ key: 'this', count: 0.5, exposure: -1 }])).toThrow(
      expect.objectContaining({
        fields: [
          expect.objectContaining({ path: 'sites[0].count' }),
          expect.objectContaining({ path: 'sites[0].exposure' }),
        ],
      }),
    );
  });
});

describe('the funnel', () => {
  it('puts no more sites outside than it says when none differ', () => {
    const random = seeded(1185);
    const sites = Array.from({ length: 4_000 }, (_, at) => {
      const exposure = 1_000 + (at % 40) * 1_000;
      return { key: String(at), exposure, count: randomCount(exposure * 0.002, random) };
    });
    const verdicts = funnel(sites).sites.map(({ verdict }) => verdict);
    const share = (some: readonly string[]) =>
      verdicts.filter((verdict) => some.includes(verdict)).length / sites.length;
    expect(share(['warning', 'alarm'])).toBeLessThanOrEqual(0.05);
    expect(share(['alarm'])).toBeLessThanOrEqual(0.002);
  });

  it('narrows with exposure, the inner one inside the outer', () => {
    const lines = funnelLines(0.002, { lower: 1_000, upper: 100_000 });
    expect(lines).toHaveLength(60);
    expect(lines.at(-1)?.exposure).toBeCloseTo(100_000, 6);
    const widths = lines.map(({ within95 }) => within95.upper - 0.002);
    expect(widths.every((width, at) => at === 0 || width < (widths[at - 1] ?? 0))).toBe(true);
    expect(
      lines.every(({ within95, within998 }) => within998.upper > within95.upper && within998.lower <= within95.lower),
    ).toBe(true);
  });

  it('is smooth: a little more exposure moves its lines a little', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 400, noNaN: true }), (expected) => {
        const here = funnelLimits(1, expected).within95;
        const there = funnelLimits(1, expected * 1.0001).within95;
        expect(Math.abs(there.upper - here.upper) / here.upper).toBeLessThan(0.001);
        expect(Math.abs(there.lower - here.lower)).toBeLessThan(0.001);
      }),
    );
  });

  it('of large expected counts comes near that of the normal distribution', () => {
    const { within95, within998 } = funnelLimits(1, 40_000);
    expect(within95.upper).toBeCloseTo(1 + 1.96 / 200, 3);
    expect(within95.lower).toBeCloseTo(1 - 1.96 / 200, 3);
    expect(within998.upper).toBeCloseTo(1 + 3.09 / 200, 3);
  });

  it('widens when sites differ in ways nobody wrote down, if asked to', () => {
    const uneven = Array.from({ length: 40 }, (_, at) => ({
      key: String(at),
      count: at % 2 ? 150 : 50,
      exposure: 1_000,
    }));
    const strict = funnel(uneven);
    const wide = funnel(uneven, { overDispersed: true });
    expect(strict.spread).toEqual({ phi: null, factor: 1 });
    expect(wide.spread.factor).toBeCloseTo(25, 6);
    expect(strict.sites.every(({ verdict }) => verdict === 'alarm')).toBe(true);
    expect(wide.sites.every(({ verdict }) => verdict === 'usual')).toBe(true);
    expect(wide.sites[0]?.limits?.within95.upper).toBeCloseTo(0.1 + 1.96 * Math.sqrt((25 * 0.1) / 1_000), 4);
  });
});
