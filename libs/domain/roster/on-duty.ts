import type { Post } from '../engine';

/** From `startsAt` until before `endsAt`. */
export type Span = { readonly startsAt: Date; readonly endsAt: Date };

export type DutyShift = Span & { readonly id: string; readonly post: Post; readonly personId: string };

/** Somebody stands in on a post: for one person, whenever that one is on it, or (null) in place of whoever is on it. */
export type StandIn = Span & {
  readonly id: string;
  readonly post: Post;
  readonly personId: string;
  readonly replacesId: string | null;
};

export type Absence = Span & { readonly personId: string };

/** What decides who is on duty at one site. Rows taken off the roster are not in it. */
export type DutyRoster = {
  readonly shifts: readonly DutyShift[];
  /** In the order in which they were made. */
  readonly standIns: readonly StandIn[];
  readonly absences: readonly Absence[];
  /** People who left for good. */
  readonly gone?: ReadonlySet<string>;
};

/** Whether a moment lies in a span. */
export const covers = ({ startsAt, endsAt }: Span, at: Date): boolean => startsAt <= at && at < endsAt;

/** Whether two spans share a moment. */
export const overlap = (one: Span, other: Span): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * Who is on duty on a post at a moment, by id, each once: whose shift began first is in front, a stand-in takes the
 * place of whom they replace. Who is away is not on duty; a stand-in who is away replaces nobody.
 */
export function onDutyAt(roster: DutyRoster, post: Post, at: Date): string[] {
  const isThere = (personId: string) =>
    roster.gone?.has(personId) !== true &&
    !roster.absences.some((absence) => absence.personId === personId && covers(absence, at));
  const standIns = roster.standIns.filter(
    (one) => one.post === post && covers(one, at) && isThere(one.personId) && one.personId !== one.replacesId,
  );
  const forAll = standIns.filter(({ replacesId }) => replacesId === null);
  const planned = (forAll.length > 0 ? forAll : roster.shifts.filter((one) => one.post === post && covers(one, at)))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || compare(a.personId, b.personId))
    .map(({ personId }) => personId);
  const taken = standIns.reduce(
    (people, { replacesId, personId }) => people.map((one) => (one === replacesId ? personId : one)),
    planned,
  );
  return [...new Set(taken)].filter(isThere);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
