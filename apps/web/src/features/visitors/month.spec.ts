import { describe, expect, it } from '@jest/globals';
import { firstDayOf, fullDayWords, isMonth, lastDayOf, monthBeside, monthWords } from './month';

describe('a month', () => {
  it.each([
    ['2026-11', '2026-10', '2026-12', '2026-11-30'],
    ['2026-01', '2025-12', '2026-02', '2026-01-31'],
    ['2028-02', '2028-01', '2028-03', '2028-02-29'],
    ['2026-12', '2026-11', '2027-01', '2026-12-31'],
  ])('%s lies between %s and %s and ends on %s', (month, before, after, last) => {
    expect([monthBeside(month, -1), monthBeside(month, 1), lastDayOf(month)]).toEqual([before, after, last]);
    expect(firstDayOf(month)).toBe(`${month}-01`);
  });

  it('is told in words', () => {
    expect([monthWords('2026-11', 'zh'), monthWords('2026-11', 'en')]).toEqual(['2026年11月', 'November 2026']);
    expect([fullDayWords('2026-11-04', 'zh'), fullDayWords('2026-11-04', 'en')]).toEqual([
      '2026年11月4日',
      '4 Nov 2026',
    ]);
  });

  it.each([['2026-13'], ['2026-1'], ['1026-11'], ['2026-11-01'], [202611], [undefined]])('is not %p', (text) => {
    expect(isMonth(text)).toBe(false);
  });
});
