import { describe, expect, it } from '@jest/globals';
import { type DayOfVisitors, type Oddity, oddVisitors } from './odd-visitors';

/* Eight Tuesdays: median 120.5, median absolute deviation 8. */
const tuesdays = [110, 112, 118, 120, 121, 128, 131, 140];
const day = (given: Partial<DayOfVisitors> = {}): DayOfVisitors => ({
  ...{ isOpen: true, isSpecial: false, isOver: true, sameWeekday: tuesdays },
  ...given,
});

describe('oddVisitors', () => {
  it.each<[string, number, DayOfVisitors, Oddity['kind'] | null]>([
    ['as many as ever', 120, day(), null],
    ['a good day', 230, day(), null],
    ['a digit too many', 1_200, day(), 'far_above'],
    ['a digit too few', 12, day(), 'far_below'],
    ['a digit too few on a day that is not over', 12, day({ isOver: false }), null],
    ['a digit too many on a day that is not over', 1_200, day({ isOver: false }), 'far_above'],
    ['nobody on an open day', 0, day(), 'nobody'],
    ['nobody yet', 0, day({ isOver: false }), null],
    ['nobody on a closed day', 0, day({ isOpen: false }), null],
    ['somebody on a closed day', 3, day({ isOpen: false }), 'closed'],
    ['nobody where nobody ever comes', 0, day({ sameWeekday: [0, 0, 0, 0] }), null],
    ['nobody at a new site', 0, day({ sameWeekday: [] }), 'nobody'],
    ['four times as many on a holiday', 480, day({ isSpecial: true }), null],
    ['ten times as many on a holiday', 1_200, day({ isSpecial: true }), 'far_above'],
    ['three weeks to compare with', 1_200, day({ sameWeekday: [120, 121, 119] }), null],
    ['one digit too many among the eight', 1_200, day({ sameWeekday: [...tuesdays.slice(1), 1_200] }), 'far_above'],
    ['two of five after eight of five', 2, day({ sameWeekday: Array.from({ length: 8 }, () => 5) }), null],
    ['forty after eight of five', 40, day({ sameWeekday: Array.from({ length: 8 }, () => 5) }), 'far_above'],
    ['two at a site that has nobody', 2, day({ sameWeekday: Array.from({ length: 8 }, () => 0) }), null],
  ])('%s', (_, visitors, of, kind) => {
    expect(oddVisitors(visitors, of)?.kind ?? null).toBe(kind);
  });

  it('says what is usual, and of how many weeks', () => {
    expect(oddVisitors(1_200, day())).toEqual({ kind: 'far_above', usual: 120.5, weeks: 8 });
  });
});
