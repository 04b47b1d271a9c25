import { describe, expect, it } from '@jest/globals';
import type { Opening } from '@zenmeban/domain/engine';
import { daysBetween, hoursOn } from '@zenmeban/domain/roster';
import { openDayCounter } from './open-days';

const hours = { from: '09:00', until: '18:00' };
const closedOnMondays: Opening = {
  week: { '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours },
  days: { '2026-10-01': null, '2026-10-05': hours, '2026-12-25': null },
};

describe('openDayCounter', () => {
  it.each<[string, string]>([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-24'],
    ['2026-09-28', '2026-10-11'],
    ['2026-01-01', '2026-12-31'],
    ['2024-02-20', '2024-03-05'],
    ['2022-01-01', '2026-12-31'],
  ])('counts from %s to %s as one does day by day', (first, last) => {
    const open = daysBetween(first, last).filter((day) => hoursOn(closedOnMondays, day) !== null);
    expect(openDayCounter(closedOnMondays)(first, last)).toBe(open.length);
  });

  it('is every day without opening hours, and none of a span that ends before it begins', () => {
    expect(openDayCounter(null)('2026-02-01', '2026-02-28')).toBe(28);
    expect(openDayCounter(null)('2026-02-02', '2026-02-01')).toBe(0);
    expect(openDayCounter(closedOnMondays)('2026-02-09', '2026-02-01')).toBe(0);
  });
});
