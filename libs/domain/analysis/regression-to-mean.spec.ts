import { describe, expect, it } from '@jest/globals';
import { randomCount, seeded } from './examples/random';
import { checkBaseline } from './regression-to-mean';

describe('a baseline', () => {
  it.each([
    ['a peak when it is twice the year before', 40, 4, 260, 52, 'peak'],
    ['usual when it is what it always was', 20, 4, 260, 52, 'usual'],
    ['usual when it is lower', 5, 4, 260, 52, 'usual'],
    ['usual when it is higher by no more than chance', 25, 4, 260, 52, 'usual'],
    ['without history when there is less of it than of the baseline', 40, 4, 5, 2, 'no_history'],
  ] as const)('is %s', (_what, count, exposure, countBefore, exposureBefore, verdict) => {
    const check = checkBaseline({ count, exposure }, { count: countBefore, exposure: exposureBefore });
    expect(check.verdict).toBe(verdict);
  });

  it('says by how much the rate would fall by itself', () => {
    expect(checkBaseline({ count: 40, exposure: 4 }, { count: 260, exposure: 52 })).toMatchObject({
      ratio: 2,
      fallByItself: 0.5,
    });
    expect(checkBaseline({ count: 5, exposure: 4 }, { count: 260, exposure: 52 })).toMatchObject({ fallByItself: 0 });
  });

  it('has no history when there is none', () => {
    expect(checkBaseline({ count: 40, exposure: 4 }, null)).toEqual({ verdict: 'no_history' });
  });

  it('that is a month like others is called a peak in at most 5 of 100 cases', () => {
    const random = seeded(1886);
    const trials = 4_000;
    const peaks = Array.from({ length: trials }, () => {
      const history = { count: randomCount(12 * 8, random), exposure: 12 };
      return checkBaseline({ count: randomCount(8, random), exposure: 1 }, history);
    }).filter(({ verdict }) => verdict === 'peak');
    expect(peaks.length / trials).toBeLessThanOrEqual(0.05);
  });

  it('chosen as the worst month of a year is called a peak far more often', () => {
    const random = seeded(1886);
    const trials = 1_000;
    const peaks = Array.from({ length: trials }, () => {
      const months = Array.from({ length: 13 }, () => randomCount(8, random)).sort((a, b) => a - b);
      const worst = months.pop() ?? 0;
      return checkBaseline(
        { count: worst, exposure: 1 },
        { count: months.reduce((sum, count) => sum + count, 0), exposure: 12 },
      );
    }).filter(({ verdict }) => verdict === 'peak');
    expect(peaks.length / trials).toBeGreaterThan(0.4);
  });
});
