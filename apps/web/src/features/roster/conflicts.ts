import type { Leave, Roster, Shift } from '../../lib/types';
import { addDays, type Day, instantAt } from '../../lib/zoned-time';
import { overlaps } from './week-grid';

/** A shift that is not written yet; `end` at or before `start` is on the next day. */
export type Draft = { readonly personId: string; readonly date: Day; readonly start: string; readonly end: string };

export type Conflict = { readonly date: Day } & ({ readonly leave: Leave } | { readonly shift: Shift });

/**
 * What of the roster speaks against a shift: leave, or another shift of the person at the same time.
 * @param except the shift that is being changed
 */
export function conflictsOf(draft: Draft, roster: Roster, except?: string): Conflict[] {
  if (draft.start === '' || draft.end === '') return [];
  const { timeZone } = roster.site;
  const endsOn = draft.end > draft.start ? draft.date : addDays(draft.date, 1);
  const span = {
    startsAt: instantAt(draft.date, draft.start, timeZone).toISOString(),
    endsAt: instantAt(endsOn, draft.end, timeZone).toISOString(),
  };
  const clashes = (other: { startsAt: string; endsAt: string; person: { id: string } }) =>
    other.person.id === draft.personId && overlaps(other, span);
  return [
    ...roster.leave.filter(clashes).map((leave) => ({ date: draft.date, leave })),
    ...roster.shifts
      .filter((shift) => shift.id !== except && clashes(shift))
      .map((shift) => ({ date: draft.date, shift })),
  ];
}
