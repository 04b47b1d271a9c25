import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, weekdayOf } from '@zenmeban/domain/roster';
import { aYearBefore, comparedPeriods, dayCount, weekdayCounts, wholeWeeks } from './periods';

describe('comparedPeriods', () => {
  it('compares a period with as many days just before, and with the same days a year before', () => {
    expect(comparedPeriods({ from: '2026-10-01', to: '2026-10-31' }, '2026-11-25')).toEqual({
      now: { from: '2026-10-01', to: '2026-10-31' },
      before: { from: '2026-08-31', to: '2026-09-30' },
      yearBefore: { from: '2025-10-01', to: '2025-10-31' },
    });
  });

  it('compares a running one with as much of the others as has passed of it', () => {
    expect(comparedPeriods({ from: '2026-11-01', to: '2026-11-30' }, '2026-11-02')).toEqual({
      now: { from: '2026-11-01', to: '2026-11-02' },
      before: { from: '2026-10-30', to: '2026-10-31' },
      yearBefore: { from: '2025-11-01', to: '2025-11-02' },
    });
  });

  it('knows of nothing in one that begins tomorrow', () => {
    expect(comparedPeriods({ from: '2026-11-26', to: '2026-11-30' }, '2026-11-25').now).toBeNull();
  });
});

describe('aYearBefore', () => {
  it.each([
    ['2026-03-01', '2025-03-01'],
    ['2024-02-29', '2023-02-28'],
    ['2025-02-28', '2024-02-28'],
    ['2001-01-01', '2000-01-01'],
  ])('of %s is %s', (day, expected) => {
    expect(aYearBefore(day)).toBe(expected);
  });
});

describe('wholeWeeks', () => {
  it.each([
    ['2026-10-05', '2026-10-18', ['2026-10-05', '2026-10-12']],
    ['2026-10-06', '2026-10-18', ['2026-10-12']],
    ['2026-10-05', '2026-10-17', ['2026-10-05']],
    ['2026-10-06', '2026-10-17', []],
    ['2026-10-18', '2026-10-05', []],
  ])('from %s to %s are %j', (from, to, expected) => {
    expect(wholeWeeks({ from, to })).toEqual(expected);
  });
});

describe('weekdayCounts', () => {
  it.each([1, 6, 7, 8, 31, 365])('counts the weekdays of %s days as the calendar does', (length) => {
    for (const from of daysBetween('2026-11-23', '2026-11-29')) {
      const days = { from, to: addDays(from, length - 1) };
      const counted = [0, 0, 0, 0, 0, 0, 0];
      for (const day of daysBetween(days.from, days.to))
        counted[weekdayOf(day) - 1] = (counted[weekdayOf(day) - 1] ?? 0) + 1;
      expect([from, weekdayCounts(days)]).toEqual([from, counted]);
      expect(dayCount(days)).toBe(length);
    }
  });
});
