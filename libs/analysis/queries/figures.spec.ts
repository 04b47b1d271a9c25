import { describe, expect, it } from '@jest/globals';
import type { Exposure } from '@zenmeban/domain/analysis';
import { perThousandOf, shareOf, verdictOf } from './figures';

const sums = { complaints: 3 };
const visited = (given: Partial<Exposure>): Exposure => ({
  ...{ visitors: 0, daysMissing: 0, exposure: null, isEstimated: false, why: null, ...given },
});

describe('perThousandOf', () => {
  it.each([
    ['visitors', visited({ visitors: 1_500, exposure: 1_500 }), 2, null],
    ['nobody coming', visited({ why: 'no_visitors' }), null, 'visitors_zero'],
    ['days missing', visited({ why: 'days_missing', daysMissing: 9 }), null, 'visitors_unknown'],
    ['being closed', visited({ why: 'closed' }), null, 'visitors_unknown'],
    ['nothing being known', null, null, 'visitors_unknown'],
  ])('with %s', (_, exposure, value, untold) => {
    expect(perThousandOf({ sums, exposure })).toMatchObject({ value, untold, numerator: 3 });
  });

  it('has the exact interval of a Poisson count', () => {
    /* Of 3 events: 0.619 to 8.767 (Garwood 1936), here among 1,500 visitors. */
    const exposure = visited({ visitors: 1_500, exposure: 1_500 });
    expect(perThousandOf({ sums, exposure }).interval).toEqual({
      ...{ lower: expect.closeTo(0.6187 / 1.5, 3), upper: expect.closeTo(8.7673 / 1.5, 3) },
    });
  });

  it('of what has not begun cannot be told', () => {
    expect(perThousandOf({ sums: null, exposure: null }).untold).toBe('not_begun');
  });
});

describe('shareOf', () => {
  it('has an interval, and none where nothing was counted', () => {
    /* Wilson for 5 of 8: (5 + 1.92)∕(8 + 3.84) ± … = 0.306 to 0.863. */
    expect(shareOf({ counted: 5, outOf: 8 })).toMatchObject({
      ...{ value: 0.625, interval: { lower: expect.closeTo(0.3057, 3), upper: expect.closeTo(0.8632, 3) } },
    });
    expect(shareOf({ counted: 0, outOf: 0 })).toMatchObject({ value: null, untold: 'nothing_counted', denominator: 0 });
  });
});

describe('verdictOf', () => {
  /* Of n on one side luck has 2·½ⁿ: 0.0625 for 5, 0.031 for 6. */
  it.each([
    [0, 5, 'cannot_tell'],
    [0, 6, 'higher'],
    [6, 0, 'lower'],
    [3, 3, 'no_evidence'],
    [20, 22, 'no_evidence'],
    [20, 60, 'higher'],
  ])('of %s before and %s now', (before, now, verdict) => {
    expect(verdictOf({ count: before, exposure: 31 }, { count: now, exposure: 31 })).toBe(verdict);
  });

  it('is none without exposure', () => {
    expect(verdictOf({ count: 5, exposure: 0 }, { count: 5, exposure: 31 })).toBeNull();
  });
});
