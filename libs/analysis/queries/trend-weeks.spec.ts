import { describe, expect, it } from '@jest/globals';
import { isInPeriod, trendWeeks } from './trend-weeks';

const long = '2020-01-06';
const october = { from: '2026-10-01', to: '2026-10-31' };

describe('trendWeeks', () => {
  it('begins half a year before the week in which the period begins', () => {
    const { whole } = trendWeeks(october, { today: '2026-11-25', firstWeek: long });
    expect([whole[0], whole.at(-1), whole.length]).toEqual(['2026-03-30', '2026-10-19', 30]);
  });

  it('begins no earlier than the first whole week of use', () => {
    const { whole } = trendWeeks(october, { today: '2026-11-25', firstWeek: '2026-09-14' });
    expect(whole[0]).toBe('2026-09-21');
  });

  it('leaves over what the end of the period cuts off', () => {
    const { cut } = trendWeeks(october, { today: '2026-11-25', firstWeek: long });
    expect(cut).toEqual({ from: '2026-10-26', to: '2026-10-31' });
  });

  it.each([
    ['2026-10-25', '2026-10-12', { from: '2026-10-19', to: '2026-10-25' }],
    ['2026-10-26', '2026-10-19', { from: '2026-10-26', to: '2026-10-26' }],
  ])('takes a week as over when the day after it has begun everywhere: %s', (today, last, cut) => {
    const weeks = trendWeeks(october, { today, firstWeek: long });
    expect([weeks.whole.at(-1), weeks.cut]).toEqual([last, cut]);
  });

  it('leaves nothing over of a period that ends with a week', () => {
    expect(
      trendWeeks({ from: '2026-10-01', to: '2026-11-01' }, { today: '2026-11-25', firstWeek: long }).cut,
    ).toBeNull();
  });

  it('has no weeks before the period begins, nor where nothing ever happened', () => {
    const nothing = { whole: [], cut: null };
    expect(trendWeeks(october, { today: '2026-09-30', firstWeek: long })).toEqual(nothing);
    expect(trendWeeks(october, { today: '2026-11-25', firstWeek: null })).toEqual(nothing);
  });
});

describe('isInPeriod', () => {
  it.each([
    ['2026-09-21', false],
    ['2026-09-28', true],
  ])('%s: %s', (week, expected) => {
    expect(isInPeriod(week, october)).toBe(expected);
  });
});
