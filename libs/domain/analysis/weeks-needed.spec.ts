import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { poissonPmf } from './poisson';
import { rateRatio } from './rate-ratio';
import { powerToSee, weeksNeeded } from './weeks-needed';

/** The power by trying every count after. */
const powerByTrying = (before: { count: number; exposure: number }, reduction: number, exposure: number) => {
  const expected = (before.count / before.exposure) * (1 - reduction) * exposure;
  return Array.from({ length: 400 }, (_, count) => count)
    .filter((count) => rateRatio(before, { count, exposure }).verdict === 'lower')
    .reduce((sum, count) => sum + poissonPmf(count, expected), 0);
};

describe('the weeks until a reduction would be seen', () => {
  it('have the power that trying every count gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (count, reduction, exposure) => {
          const before = { count, exposure: 26 };
          expect(powerToSee(before, reduction, exposure)).toBeCloseTo(powerByTrying(before, reduction, exposure), 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the first that have it', () => {
    const before = { count: 104, exposure: 26 };
    const weeks = weeksNeeded({ before, reduction: 0.5, exposurePerWeek: 1 });
    expect(weeks).not.toBeNull();
    expect(powerByTrying(before, 0.5, weeks ?? 0)).toBeGreaterThanOrEqual(0.8);
    expect(powerByTrying(before, 0.5, (weeks ?? 0) - 1)).toBeLessThan(0.8);
  });

  it.each([
    ['more for a smaller reduction', { reduction: 0.3 }],
    ['more for fewer visitors', { exposurePerWeek: 500 }],
    ['more for more power', { power: 0.95 }],
    ['more for more confidence', { confidence: 0.99 }],
  ])('are %s', (_what, change) => {
    const aim = { before: { count: 104, exposure: 26_000 }, reduction: 0.5, exposurePerWeek: 1_000 };
    expect(weeksNeeded({ ...aim, ...change })).toBeGreaterThan(weeksNeeded(aim) ?? Number.NaN);
  });

  it.each([
    ['nothing happened before', 0, 0.5],
    ['three complaints a year are to be halved', 3, 0.5],
    ['the reduction is too small to be told from luck', 20, 0.02],
  ])('do not come when %s', (_what, count, reduction) => {
    expect(weeksNeeded({ before: { count, exposure: 52 }, reduction, exposurePerWeek: 1 })).toBeNull();
  });
});
