import { describe, expect, it } from '@jest/globals';
import { isWithin, planningDays } from './planning-days';

describe('the days a roster is planned for', () => {
  it('are from a year back to two years ahead, both included', () => {
    const days = planningDays('2026-11-24');
    expect(days).toEqual({ first: '2025-11-24', last: '2028-11-24' });
    const asked = ['0001-01-01', '2025-11-23', '2025-11-24', '2028-11-24', '2028-11-25', '9999-12-31'];
    expect(asked.map((date) => isWithin(days, date))).toEqual([false, false, true, true, false, false]);
  });

  it('begin and end on days that exist', () => {
    expect(planningDays('2028-02-29')).toEqual({ first: '2027-02-28', last: '2030-02-28' });
  });
});
