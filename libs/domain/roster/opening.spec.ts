import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Opening, OpenHours, Weekday } from '../engine';
import { hoursOn, isWorkingDay, openingFrom, openSpans, type SpecialDays } from './opening';

const daily: OpenHours = { from: '09:00', until: '18:00' };
const everyDay = (hours: OpenHours): Opening['week'] => ({
  ...{ '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours },
});
const venue: Opening = {
  week: everyDay(daily),
  days: { '2026-11-25': null, '2026-11-26': { from: '12:00', until: '15:00' } },
};
const bar: Opening = { week: { '5': { from: '18:00', until: '02:00' } } };
/* As the State Council announced the break of the National Day of 2026. */
const special: SpecialDays = (date) => {
  if (date >= '2026-10-01' && date <= '2026-10-07') return 'rest';
  return date === '2026-09-20' || date === '2026-10-10' ? 'work' : null;
};
const shanghai = (local: string) => new Date(`${local}+08:00`);

describe('the earliest moment to call', () => {
  it.each<[string, Opening | null, 'opening' | 'working' | undefined, string, string]>([
    ['is now without hours', venue, undefined, '2026-11-23T03:00', '2026-11-23T03:00'],
    ['is now at a site without opening hours', null, 'opening', '2026-11-23T03:00', '2026-11-23T03:00'],
    ['is now while it is open', venue, 'opening', '2026-11-23T09:00', '2026-11-23T09:00'],
    ['is when it opens', venue, 'opening', '2026-11-23T08:59', '2026-11-23T09:00'],
    ['is the next morning from the moment it closes', venue, 'opening', '2026-11-23T18:00', '2026-11-24T09:00'],
    [
      'passes over a closed day, and heeds the hours of a single one',
      venue,
      'opening',
      '2026-11-24T20:00',
      '2026-11-26T12:00',
    ],
    ['is now in hours that began yesterday', bar, 'opening', '2026-11-28T01:30', '2026-11-28T01:30'],
    ['is the next week for a venue open once a week', bar, 'opening', '2026-11-28T02:00', '2026-12-04T18:00'],
    ['is Monday for a weekend', venue, 'working', '2026-11-21T10:00', '2026-11-23T09:00'],
    ['is after the holidays, on a Saturday worked for them', venue, 'working', '2026-10-09T19:00', '2026-10-10T09:00'],
    ['is after the holidays', venue, 'working', '2026-09-30T18:00', '2026-10-08T09:00'],
    ['is a worked Sunday', venue, 'working', '2026-09-20T10:00', '2026-09-20T10:00'],
    [
      'is the midnight of a working day where there are no hours',
      null,
      'working',
      '2026-11-21T10:00',
      '2026-11-23T00:00',
    ],
    ['is now where it never opens', { week: {} }, 'opening', '2026-11-21T10:00', '2026-11-21T10:00'],
  ])('%s', (_what, opening, hours, at, expected) => {
    const opens = openingFrom(opening, 'Asia/Shanghai', hours, special);
    expect(opens(shanghai(at)).toISOString()).toBe(shanghai(expected).toISOString());
  });

  it.each([
    ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T00:20:00Z', '2026-10-25T00:30:00.000Z'],
  ])('is well defined on the days when the clocks of Berlin change: %s → %s', (at, expected) => {
    const night: Opening = { week: { '7': { from: '02:30', until: '10:00' } } };
    const opens = openingFrom(night, 'Europe/Berlin', 'opening')(new Date(at)).toISOString();
    expect(opens).toBe(expected);
  });

  const hoursOfDay = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const anyOpening = fc.dictionary(
    fc.constantFrom<Weekday>('1', '2', '3', '4', '5', '6', '7'),
    fc.record({ from: hoursOfDay, until: hoursOfDay }),
  );

  it('is never earlier than asked, and asking again at that moment answers the same', () => {
    fc.assert(
      fc.property(
        anyOpening,
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns'),
        fc.constantFrom('opening' as const, 'working' as const),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        (week, zone, hours, at) => {
          const opens = openingFrom({ week }, zone, hours, special);
          const first = opens(at);
          expect(first.getTime()).toBeGreaterThanOrEqual(at.getTime());
          expect(opens(first)).toEqual(first);
        },
      ),
    );
  });
});

describe('the calendar', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-28', false],
    ['2026-10-01', false],
    ['2026-10-10', true],
  ])('works on %s: %s', (date, expected) => {
    expect(isWorkingDay(date, special)).toBe(expected);
  });

  it('sets single days before the week', () => {
    expect([hoursOn(venue, '2026-11-24'), hoursOn(venue, '2026-11-25')]).toEqual([daily, null]);
    expect(hoursOn({ week: {} }, '2026-11-24')).toBeNull();
  });

  it('is open without end where there are no hours', () => {
    const window = { startsAt: shanghai('2026-11-23T10:00'), endsAt: shanghai('2026-11-24T10:00') };
    const spans = openSpans(null, 'Asia/Shanghai', window);
    expect(spans.map(({ startsAt }) => startsAt)).toEqual([shanghai('2026-11-23T00:00'), shanghai('2026-11-24T00:00')]);
  });
});
