import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { doubleDuties } from './double-duty';
import { dutyGaps } from './duty-gaps';
import { type DutyRoster, type DutyShift, onDutyAt, type Span } from './on-duty';
import { kindOfShift } from './usual-shifts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const span = (from: number, to: number): Span => ({ startsAt: at(from), endsAt: at(to) });
const shift = (personId: string, from: number, to: number): DutyShift => ({
  ...{ id: `${personId}-${from}`, post: 'supervisor', personId },
  ...span(from, to),
});
const roster = (shifts: DutyShift[], more: Partial<DutyRoster> = {}): DutyRoster => ({
  ...{ shifts, standIns: [], absences: [] },
  ...more,
});
const hoursOf = (spans: readonly Span[]) =>
  spans.map(({ startsAt, endsAt }) => [(+startsAt - +at(0)) / 3_600_000, (+endsAt - +at(0)) / 3_600_000]);

describe('gaps in the roster', () => {
  it.each<[string, DutyRoster, Span[], number[][]]>([
    ['are the whole time without shifts', roster([]), [span(0, 24)], [[0, 24]]],
    [
      'lie before and after a shift',
      roster([shift('lin', 8, 17)]),
      [span(0, 24)],
      [
        [0, 8],
        [17, 24],
      ],
    ],
    [
      'are none where one shift takes over from another',
      roster([shift('lin', 0, 12), shift('xu', 12, 24)]),
      [span(0, 24)],
      [],
    ],
    [
      'count only while it is open',
      roster([shift('lin', 8, 17)]),
      [span(7, 18)],
      [
        [7, 8],
        [17, 18],
      ],
    ],
    ['are none on a closed day', roster([]), [], []],
    [
      'come from leave',
      roster([shift('lin', 0, 24)], { absences: [{ personId: 'lin', ...span(9, 12) }] }),
      [span(0, 24)],
      [[9, 12]],
    ],
    [
      'are filled by who stands in',
      roster([shift('lin', 0, 24)], {
        absences: [{ personId: 'lin', ...span(9, 12) }],
        standIns: [{ ...shift('xu', 9, 11), replacesId: 'lin' }],
      }),
      [span(0, 24)],
      [[11, 12]],
    ],
    ['are one over two openings that touch', roster([]), [span(0, 12), span(12, 24)], [[0, 24]]],
    [
      'are two over two openings that do not',
      roster([]),
      [span(0, 11), span(12, 24)],
      [
        [0, 11],
        [12, 24],
      ],
    ],
  ])('%s', (_what, given, open, expected) => {
    expect(hoursOf(dutyGaps(given, ['supervisor'], span(0, 24), open))).toEqual(expected);
  });

  it('are told for each post', () => {
    const gaps = dutyGaps(roster([shift('lin', 0, 24)]), ['supervisor', 'security'], span(0, 24), [span(0, 24)]);
    expect(gaps.map(({ post }) => post)).toEqual(['security']);
  });

  it('are exactly where nobody is on duty', () => {
    const anyShift = fc
      .tuple(fc.constantFrom('lin', 'xu'), fc.integer({ min: -5, max: 23 }), fc.integer({ min: 1, max: 12 }))
      .map(([who, from, long]) => shift(who, from, from + long));
    fc.assert(
      fc.property(fc.array(anyShift), fc.array(anyShift), fc.integer({ min: 0, max: 23 }), (shifts, absences, hour) => {
        const given = roster(shifts, { absences });
        const gaps = dutyGaps(given, ['supervisor'], span(0, 24), [span(0, 24)]);
        const inGap = gaps.some(({ startsAt, endsAt }) => startsAt <= at(hour) && at(hour) < endsAt);
        expect(inGap).toBe(onDutyAt(given, 'supervisor', at(hour)).length === 0);
      }),
    );
  });
});

describe('double duties', () => {
  const booked = (siteId: string, personId: string, from: number, to: number) => ({
    ...shift(personId, from, to),
    siteId,
  });
  it.each([
    ['two sites at once', [booked('a', 'lin', 8, 17), booked('b', 'lin', 16, 20)], 1],
    ['one site after the other', [booked('a', 'lin', 8, 17), booked('b', 'lin', 17, 20)], 0],
    ['twice at one site', [booked('a', 'lin', 8, 17), booked('a', 'lin', 9, 18)], 0],
    ['two people', [booked('a', 'lin', 8, 17), booked('b', 'xu', 8, 17)], 0],
  ])('%s: %j → %d', (_what, shifts, pairs) => {
    expect(doubleDuties(shifts)).toHaveLength(pairs);
  });
});

describe('usual shifts', () => {
  it.each([
    ['08:00', '17:00', 'early'],
    ['09:30', '17:30', 'late'],
    ['20:00', '08:00', 'night'],
    ['08:00', '17:30', null],
  ])('%s-%s: %s', (start, end, kind) => {
    expect(kindOfShift(start, end)).toBe(kind);
  });
});
