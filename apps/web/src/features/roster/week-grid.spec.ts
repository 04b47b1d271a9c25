import { describe, expect, it } from '@jest/globals';
import { dayGrid, isNow, overlaps, weekGrid } from './week-grid';
import { gapOf, leaveOf, overrideOf, rosterOf, shiftOf } from './roster.examples';

const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
const cellOf = (roster: ReturnType<typeof rosterOf>, post: string, day: string) =>
  weekGrid(roster, week)
    .find((row) => row.post === post)
    ?.cells.find((cell) => cell.day === day);

describe('weekGrid', () => {
  it('has a row for each post that is worked or called, in the usual order', () => {
    const roster = rosterOf({
      calledPosts: ['supervisor'],
      shifts: [shiftOf('lin', 'bar', '2026-11-24', '08:00', '17:00')],
    });
    expect(weekGrid(roster, week).map(({ post }) => post)).toEqual(['bar', 'supervisor']);
  });

  it('shows a night on the day it begins', () => {
    const roster = rosterOf({ shifts: [shiftOf('lin', 'security', '2026-11-24', '20:00', '08:00')] });
    expect(cellOf(roster, 'security', '2026-11-24')?.entries).toHaveLength(1);
    expect(cellOf(roster, 'security', '2026-11-25')?.entries).toHaveLength(0);
  });

  it('marks a shift of somebody on leave, and of nobody else', () => {
    const roster = rosterOf({
      shifts: [
        shiftOf('lin', 'bar', '2026-11-24', '08:00', '17:00'),
        shiftOf('sun', 'bar', '2026-11-24', '09:30', '17:30'),
      ],
      leave: [leaveOf('lin', '2026-11-24T04:00:00Z', '2026-11-25T04:00:00Z')],
    });
    const entries = cellOf(roster, 'bar', '2026-11-24')?.entries ?? [];
    expect(entries.map((entry) => 'shift' in entry && entry.leave?.person.name)).toEqual(['lin', undefined]);
  });

  it('says who stands in for whom, and for whoever is on', () => {
    const shifts = [
      shiftOf('lin', 'bar', '2026-11-24', '08:00', '17:00'),
      shiftOf('sun', 'bar', '2026-11-25', '08:00', '17:00'),
    ];
    const roster = rosterOf({
      shifts,
      overrides: [
        overrideOf('zhou', 'bar', 'lin', '2026-11-24T00:00:00Z', '2026-11-24T09:00:00Z'),
        overrideOf('zhou', 'bar', null, '2026-11-25T00:00:00Z', '2026-11-25T09:00:00Z'),
        overrideOf('wu', 'bar', 'nobody', '2026-11-25T00:00:00Z', '2026-11-25T09:00:00Z'),
      ],
    });
    const standIns = ['2026-11-24', '2026-11-25'].map((day) =>
      cellOf(roster, 'bar', day)?.entries.flatMap((entry) => ('shift' in entry ? [entry.standIn?.person.name] : [])),
    );
    expect(standIns).toEqual([['zhou'], ['zhou']]);
    expect(cellOf(roster, 'bar', '2026-11-25')?.entries).toHaveLength(3);
  });

  it('keeps a night without anybody in one piece', () => {
    const roster = rosterOf({ gaps: [gapOf('supervisor', '2026-11-24T12:00:00Z', '2026-11-25T00:00:00Z')] });
    expect(cellOf(roster, 'supervisor', '2026-11-24')?.gaps).toEqual([
      { startsAt: '2026-11-24T12:00:00Z', endsAt: '2026-11-25T00:00:00Z', wholeDay: false },
    ]);
    expect(cellOf(roster, 'supervisor', '2026-11-25')?.gaps).toEqual([]);
  });

  it('cuts days without anybody at each local midnight', () => {
    const roster = rosterOf({ gaps: [gapOf('supervisor', '2026-11-24T12:00:00Z', '2026-11-26T04:00:00Z')] });
    const pieces = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) =>
      cellOf(roster, 'supervisor', day)?.gaps.map(({ wholeDay }) => wholeDay),
    );
    expect(pieces).toEqual([[false], [true], [false]]);
  });
});

describe('dayGrid', () => {
  it('shows what began the evening before and goes on, and not what ended', () => {
    const roster = rosterOf({
      shifts: [
        shiftOf('gao', 'security', '2026-11-23', '20:00', '08:00'),
        shiftOf('lin', 'security', '2026-11-23', '08:00', '17:00'),
        shiftOf('zheng', 'security', '2026-11-24', '08:00', '20:00'),
      ],
    });
    const [row] = dayGrid(roster, '2026-11-24');
    expect(row?.cell.entries.map((entry) => ['shift' in entry && entry.shift.person.name, entry.carried])).toEqual([
      ['gao', true],
      ['zheng', false],
    ]);
  });
});

describe('spans', () => {
  const span = { startsAt: '2026-11-24T00:00:00Z', endsAt: '2026-11-24T08:00:00Z' };

  it.each([
    ['2026-11-23T23:59:59Z', false],
    ['2026-11-24T00:00:00Z', true],
    ['2026-11-24T07:59:59Z', true],
    ['2026-11-24T08:00:00Z', false],
  ])('at %s it is now: %s', (at, expected) => expect(isNow(span, new Date(at))).toBe(expected));

  it.each([
    ['2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', false],
    ['2026-11-24T07:00:00Z', '2026-11-24T09:00:00Z', true],
    ['2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', false],
  ])('overlaps from %s to %s: %s', (startsAt, endsAt, expected) => {
    expect(overlaps(span, { startsAt, endsAt })).toBe(expected);
  });
});
