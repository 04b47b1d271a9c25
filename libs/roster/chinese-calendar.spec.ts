import { describe, expect, it } from '@jest/globals';
import { holidayName, lastAnnouncedYear, specialDaysIn } from './chinese-calendar';

describe('the working calendar of a site in China', () => {
  it.each([
    ['2026-10-01', 'rest', '国庆节'],
    ['2026-10-07', 'rest', '国庆节'],
    ['2026-10-10', 'work', null],
    ['2026-02-17', 'rest', '春节'],
    ['2026-11-23', null, null],
  ])('%s: %s %s', (date, marked, name) => {
    expect(specialDaysIn('Asia/Shanghai')(date)).toBe(marked);
    expect(holidayName(date, 'Asia/Shanghai')?.zh ?? null).toBe(name);
  });

  it('reaches as far as the table, whose end this line reminds of', () => {
    expect(lastAnnouncedYear).toBe(2026);
  });

  it.each([
    ['2027-01-01', 'rest'],
    ['2027-02-05', 'rest'],
    ['2027-02-06', 'rest'],
    ['2027-02-08', 'rest'],
    ['2027-02-09', null],
    ['2027-04-05', 'rest'],
    ['2027-05-02', 'rest'],
    ['2027-06-09', 'rest'],
    ['2027-09-15', 'rest'],
    ['2027-10-03', 'rest'],
    ['2027-10-04', null],
    ['2027-10-09', null],
  ])('after it knows the holidays of the law, and no make-up days: %s %s', (date, marked) => {
    expect(specialDaysIn('Asia/Shanghai')(date)).toBe(marked);
  });

  it('does not count elsewhere', () => {
    expect(specialDaysIn('Europe/Berlin')('2026-10-01')).toBeNull();
    expect(holidayName('2026-10-01', 'Europe/Berlin')).toBeNull();
  });
});
