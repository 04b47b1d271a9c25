import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Absence, type DutyRoster, type DutyShift, onDutyAt, type StandIn } from './on-duty';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const shift = (personId: string, from: number, to: number): DutyShift => ({
  ...{ id: `${personId}-${from}`, post: 'supervisor', personId },
  ...{ startsAt: at(from), endsAt: at(to) },
});
const standIn = (personId: string, replacesId: string | null, from: number, to: number): StandIn => ({
  ...shift(personId, from, to),
  replacesId,
});
const away = (personId: string, from: number, to: number): Absence => ({
  personId,
  startsAt: at(from),
  endsAt: at(to),
});
const roster = (some: Partial<DutyRoster>): DutyRoster => ({ shifts: [], standIns: [], absences: [], ...some });
const day = [shift('lin', 8, 17)];

describe('who is on duty', () => {
  it.each<[string, DutyRoster, number, string[]]>([
    ['nobody before the shift', roster({ shifts: day }), 7, []],
    ['its person from its first moment', roster({ shifts: day }), 8, ['lin']],
    ['nobody from the moment it ends', roster({ shifts: day }), 17, []],
    [
      'the one after from the moment of the change',
      roster({ shifts: [shift('lin', 8, 17), shift('zhou', 17, 24)] }),
      17,
      ['zhou'],
    ],
    [
      'in front whose shift began first',
      roster({ shifts: [shift('zhou', 9, 18), shift('lin', 8, 17)] }),
      10,
      ['lin', 'zhou'],
    ],
    ['a person with two shifts once', roster({ shifts: [shift('lin', 8, 17), shift('lin', 9, 18)] }), 10, ['lin']],
    ['nobody of another post', roster({ shifts: [{ ...shift('lin', 8, 17), post: 'cleaning' }] }), 10, []],
    ['nobody who is away', roster({ shifts: day, absences: [away('lin', 9, 12)] }), 10, []],
    ['who has come back', roster({ shifts: day, absences: [away('lin', 9, 12)] }), 12, ['lin']],
    ['nobody who left for good', roster({ shifts: day, gone: new Set(['lin']) }), 10, []],
    ['who stands in', roster({ shifts: day, standIns: [standIn('zhou', 'lin', 9, 12)] }), 10, ['zhou']],
    ['the person again after that', roster({ shifts: day, standIns: [standIn('zhou', 'lin', 9, 12)] }), 12, ['lin']],
    [
      'who stands in for one who is away',
      roster({ shifts: day, standIns: [standIn('zhou', 'lin', 9, 12)], absences: [away('lin', 0, 24)] }),
      10,
      ['zhou'],
    ],
    [
      'who stands in for one who left for good',
      roster({ shifts: day, standIns: [standIn('zhou', 'lin', 9, 12)], gone: new Set(['lin']) }),
      10,
      ['zhou'],
    ],
    [
      'nobody in place of one who is not on duty',
      roster({ shifts: day, standIns: [standIn('zhou', 'lin', 0, 24)] }),
      20,
      [],
    ],
    [
      'the person when who should stand in is away',
      roster({ shifts: day, standIns: [standIn('zhou', 'lin', 9, 12)], absences: [away('zhou', 9, 12)] }),
      10,
      ['lin'],
    ],
    [
      'who stands in for whoever is there',
      roster({ shifts: [...day, shift('xu', 9, 18)], standIns: [standIn('zhou', null, 9, 12)] }),
      10,
      ['zhou'],
    ],
    ['who stands in where nobody else is', roster({ standIns: [standIn('zhou', null, 9, 12)] }), 10, ['zhou']],
    [
      'both who stand in for whoever is there',
      roster({ shifts: day, standIns: [standIn('zhou', null, 9, 12), standIn('xu', null, 8, 12)] }),
      10,
      ['xu', 'zhou'],
    ],
    [
      'the stand-in of a stand-in',
      roster({ shifts: day, standIns: [standIn('zhou', 'lin', 9, 12), standIn('xu', 'zhou', 9, 12)] }),
      10,
      ['xu'],
    ],
  ])('is %s', (_what, given, hour, expected) => {
    expect(onDutyAt(given, 'supervisor', at(hour))).toEqual(expected);
  });

  const person = fc.constantFrom('lin', 'zhou', 'xu', 'guo');
  const hours = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 12 }));
  const anyRoster = fc.record({
    shifts: fc.array(fc.tuple(person, hours).map(([who, [from, long]]) => shift(who, from, from + long))),
    standIns: fc.array(
      fc
        .tuple(person, fc.option(person), hours)
        .map(([who, replaced, [from, long]]) => standIn(who, replaced, from, from + long)),
    ),
    absences: fc.array(fc.tuple(person, hours).map(([who, [from, long]]) => away(who, from, from + long))),
  });

  it('names nobody twice and nobody who is away', () => {
    fc.assert(
      fc.property(anyRoster, fc.integer({ min: 0, max: 30 }), (given, hour) => {
        const people = onDutyAt(given, 'supervisor', at(hour));
        const absent = given.absences.filter((one) => one.startsAt <= at(hour) && at(hour) < one.endsAt);
        expect(new Set(people).size).toBe(people.length);
        expect(people.filter((one) => absent.some(({ personId }) => personId === one))).toEqual([]);
      }),
    );
  });

  it('is somebody wherever somebody has a shift and nobody is away', () => {
    fc.assert(
      fc.property(anyRoster, fc.integer({ min: 0, max: 30 }), (given, hour) => {
        const there = given.shifts.some((one) => one.startsAt <= at(hour) && at(hour) < one.endsAt);
        const people = onDutyAt({ ...given, absences: [] }, 'supervisor', at(hour));
        expect(people.length > 0 || !there).toBe(true);
      }),
    );
  });
});
