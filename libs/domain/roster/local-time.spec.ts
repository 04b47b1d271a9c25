import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, localInstant, localOf, mondayOf, shiftSpan, startOfDay, weekdayOf } from './local-time';

describe('a local time', () => {
  it.each([
    ['2026-11-23', '08:00', 'Asia/Shanghai', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23', '00:00', 'Asia/Shanghai', '2026-11-22T16:00:00.000Z'],
    ['2026-11-23', '08:00', 'Asia/Kolkata', '2026-11-23T02:30:00.000Z'],
    ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', 'Europe/Berlin', null],
    ['2026-03-29', '02:30', 'Europe/Berlin', null],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['2026-02-30', '08:00', 'Asia/Shanghai', null],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(localInstant(date, time, zone)?.toISOString() ?? null).toBe(expected);
  });

  it.each([
    ['2026-11-23T00:00:00Z', 'Asia/Shanghai', '2026-11-23', '08:00'],
    ['2026-11-22T16:00:00Z', 'Asia/Shanghai', '2026-11-23', '00:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
  ])('%s in %s shows %s %s', (instant, zone, date, time) => {
    expect(localOf(new Date(instant), zone)).toEqual({ date, time });
  });

  it('begins a day after midnight where that is jumped over', () => {
    expect(startOfDay('2026-04-24', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });
});

describe('a shift', () => {
  it.each([
    ['the early one', '2026-11-23', '08:00', '17:00', 'Asia/Shanghai', 9],
    ['the late one', '2026-11-23', '09:30', '17:30', 'Asia/Shanghai', 8],
    ['the night, past midnight', '2026-11-23', '20:00', '08:00', 'Asia/Shanghai', 12],
    ['until midnight', '2026-11-23', '17:00', '00:00', 'Asia/Shanghai', 7],
    ['around the clock', '2026-11-23', '08:00', '08:00', 'Asia/Shanghai', 24],
    ['a night in which the clocks go forward', '2026-03-28', '20:00', '08:00', 'Europe/Berlin', 11],
    ['a night in which the clocks go back', '2026-10-24', '20:00', '08:00', 'Europe/Berlin', 13],
    ['over the end of a year', '2026-12-31', '20:00', '08:00', 'Asia/Shanghai', 12],
    ['over a leap day', '2028-02-28', '20:00', '08:00', 'Asia/Shanghai', 12],
  ])('%s lasts so many hours: %s %s-%s in %s: %d', (_what, date, start, end, zone, hours) => {
    const span = shiftSpan({ date, start, end }, zone);
    if ('noSuchTime' in span) throw new Error(span.noSuchTime);
    expect((span.endsAt.getTime() - span.startsAt.getTime()) / 3_600_000).toBe(hours);
  });

  it.each([
    ['2026-03-29', '02:30', '10:00', '02:30'],
    ['2026-03-28', '20:00', '02:00', '02:00'],
  ])('that touches a time the clocks jump over names it: %s %s-%s', (date, start, end, time) => {
    expect(shiftSpan({ date, start, end }, 'Europe/Berlin')).toEqual({ noSuchTime: time });
  });
});

describe('the calendar', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-23'],
    ['2026-11-29', 7, '2026-11-23'],
    ['2027-01-01', 5, '2026-12-28'],
  ])('%s is weekday %d of the week from %s', (date, weekday, monday) => {
    expect([weekdayOf(date), mondayOf(date)]).toEqual([weekday, monday]);
  });

  it('counts days over months and the end of summer time', () => {
    expect(addDays('2026-10-24', 8)).toBe('2026-11-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-24', '2026-10-26')).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    expect(daysBetween('2026-10-26', '2026-10-24')).toEqual([]);
  });
});
