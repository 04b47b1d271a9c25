import { describe, expect, it } from '@jest/globals';
import { addDays, dayAt, instantAt, isDay, timeAt, weekdayOf, weekOf } from './zoned-time';

describe('instantAt', () => {
  it.each([
    ['2026-11-24', '08:00', 'Asia/Shanghai', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24', '24:00', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z'],
    ['2026-11-24', '00:00', 'America/New_York', '2026-11-24T05:00:00.000Z'],
    ['2026-11-24', '08:15', 'Asia/Kathmandu', '2026-11-24T02:30:00.000Z'],
    // Clocks are set forward at 02:00, and back at 03:00.
    ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, expected) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(expected);
  });
});

describe('the local day and time of an instant', () => {
  it.each([
    ['2026-11-24T15:59:00Z', 'Asia/Shanghai', '2026-11-24', '23:59'],
    ['2026-11-24T16:00:00Z', 'Asia/Shanghai', '2026-11-25', '00:00'],
    ['2026-11-24T16:00:00Z', 'America/New_York', '2026-11-24', '11:00'],
  ])('%s in %s is %s %s', (at, zone, day, time) => {
    expect([dayAt(at, zone), timeAt(at, zone)]).toEqual([day, time]);
  });
});

describe('days', () => {
  it('are counted over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
  ])('%s is weekday %d of the week from the 23rd to the 29th', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
    expect([weekOf(day)[0], weekOf(day)[6]]).toEqual(['2026-11-23', '2026-11-29']);
  });

  it.each([
    ['2026-11-24', true],
    ['2026-13-01', false],
    ['today', false],
    [20261124, false],
  ])('%s: %s', (text, expected) => expect(isDay(text)).toBe(expected));
});
