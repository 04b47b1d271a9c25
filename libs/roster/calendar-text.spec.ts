import { describe, expect, it } from '@jest/globals';
import { type CalendarDuty, calendarText } from './calendar-text';
import { vtimezone } from './calendar-zone';

const duty = (startsAt: string, endsAt: string, zone: string): CalendarDuty => ({
  ...{ id: 'x', kind: 'shift', post: 'security', zone, site: 'Venue; with, signs' },
  ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
});
const text = (...duties: CalendarDuty[]) =>
  calendarText(duties, { title: 'Duty', language: 'en', changedAt: new Date('2026-11-23T00:00:00Z') });

describe('a calendar', () => {
  it.each([
    ['2027-03-27T19:00:00Z', '2027-03-28T06:00:00Z', 'Europe/Berlin', '20270327T200000', '20270328T080000'],
    ['2027-10-30T18:00:00Z', '2027-10-31T07:00:00Z', 'Europe/Berlin', '20271030T200000', '20271031T080000'],
    ['2027-03-27T12:00:00Z', '2027-03-28T00:00:00Z', 'Asia/Shanghai', '20270327T200000', '20270328T080000'],
  ])('shows %s to %s in %s as its clocks do', (startsAt, endsAt, zone, start, end) => {
    const shown = text(duty(startsAt, endsAt, zone));
    expect(shown).toContain(`DTSTART;TZID=${zone}:${start}\r\n`);
    expect(shown).toContain(`DTEND;TZID=${zone}:${end}\r\n`);
  });

  it('is the same for the same roster', () => {
    const night = duty('2027-03-27T19:00:00Z', '2027-03-28T06:00:00Z', 'Europe/Berlin');
    expect(text(night)).toBe(text(night));
  });

  it('escapes what means something in it', () => {
    expect(text(duty('2027-03-27T19:00:00Z', '2027-03-28T06:00:00Z', 'UTC'))).toContain(
      'LOCATION:Venue\\; with\\, signs',
    );
  });

  it('without duties is a calendar, too', () => {
    expect(text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\s*$/);
  });
});

describe('the rules of a zone', () => {
  it('hold both changes of the clocks of a year', () => {
    const lines = vtimezone('Europe/Berlin', 2027, 2027).split('\r\n');
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART:20270101T000000',
      'DTSTART:20270328T020000',
      'DTSTART:20271031T030000',
    ]);
    expect(lines.filter((line) => line.startsWith('TZOFFSETTO'))).toEqual([
      'TZOFFSETTO:+0100',
      'TZOFFSETTO:+0200',
      'TZOFFSETTO:+0100',
    ]);
    expect(lines.filter((line) => line.startsWith('BEGIN'))).toEqual([
      ...['BEGIN:VTIMEZONE', 'BEGIN:STANDARD', 'BEGIN:DAYLIGHT', 'BEGIN:STANDARD'],
    ]);
  });

  it.each([
    ['Asia/Shanghai', 1, '+0800'],
    ['Asia/Kathmandu', 1, '+0545'],
    ['America/St_Johns', 3, '-0330'],
  ])('of %s have so many observances: %d, from %s', (zone, observances, offset) => {
    const lines = vtimezone(zone, 2027, 2027).split('\r\n');
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toHaveLength(observances);
    expect(lines).toContain(`TZOFFSETTO:${offset}`);
  });
});
