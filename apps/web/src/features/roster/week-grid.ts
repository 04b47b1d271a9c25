import { type Post, posts } from '@zenmeban/domain/engine';
import type { DutyOverride, Leave, Roster, Shift } from '../../lib/types';
import { addDays, type Day, dayAt, instantAt } from '../../lib/zoned-time';

/** What stands in a cell: a shift with what takes it away, or somebody who stands in. */
export type Entry = {
  readonly startsAt: string;
  readonly endsAt: string;
  /** It began before the day it is shown on. */
  readonly carried: boolean;
} & (
  | { readonly shift: Shift; readonly leave: Leave | null; readonly standIn: DutyOverride | null }
  | { readonly override: DutyOverride }
);

/** Nobody is on a post. `wholeDay`: from midnight to midnight. */
export type Gap = { readonly startsAt: string; readonly endsAt: string; readonly wholeDay: boolean };

export type Cell = { readonly day: Day; readonly entries: readonly Entry[]; readonly gaps: readonly Gap[] };
export type Row = { readonly post: Post; readonly cells: readonly Cell[] };

type Span = { readonly startsAt: string; readonly endsAt: string };

const longestInOnePieceMs = 24 * 3_600_000;

export const overlaps = (a: Span, b: Span): boolean =>
  Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);

export const isNow = (span: Span, now: Date): boolean =>
  Date.parse(span.startsAt) <= now.getTime() && now.getTime() < Date.parse(span.endsAt);

/** A row for each post that is worked or that policies call, in the usual order; a shift stands on the day it begins. */
export function weekGrid(roster: Roster, days: readonly Day[]): Row[] {
  const used = new Set([...roster.calledPosts, ...[...roster.shifts, ...roster.overrides].map(({ post }) => post)]);
  return posts
    .filter((post) => used.has(post))
    .map((post) => ({ post, cells: days.map((day) => cellOf(roster, post, day)) }));
}

/** The same for one day, with what began the evening before and goes on in it. */
export function dayGrid(roster: Roster, day: Day): { post: Post; cell: Cell }[] {
  const { timeZone } = roster.site;
  const midnight = instantAt(day, '00:00', timeZone).getTime();
  return weekGrid(roster, [addDays(day, -1), day]).flatMap(({ post, cells: [before, cell] }) => {
    const carried = (before?.entries ?? []).filter(({ endsAt }) => Date.parse(endsAt) > midnight);
    return cell
      ? [
          {
            post,
            cell: { ...cell, entries: [...carried.map((entry) => ({ ...entry, carried: true })), ...cell.entries] },
          },
        ]
      : [];
  });
}

function cellOf(roster: Roster, post: Post, day: Day): Cell {
  const { timeZone } = roster.site;
  const begins = (span: Span) => dayAt(span.startsAt, timeZone) === day;
  const overrides = roster.overrides.filter((override) => override.post === post);
  const shifts = roster.shifts
    .filter((shift) => shift.post === post && begins(shift))
    .map((shift) => ({
      ...spanOf(shift),
      carried: false,
      shift,
      leave: roster.leave.find((leave) => leave.person.id === shift.person.id && overlaps(leave, shift)) ?? null,
      standIn:
        overrides.find(
          (override) =>
            overlaps(override, shift) &&
            override.person.id !== shift.person.id &&
            (override.replaces === null || override.replaces.id === shift.person.id),
        ) ?? null,
    }));
  const standIns = overrides.filter(begins).map((override) => ({ ...spanOf(override), carried: false, override }));
  const gaps = roster.gaps
    .filter((gap) => gap.post === post)
    .flatMap((gap) => piecesOf(gap, timeZone))
    .filter(begins);
  return { day, entries: [...shifts, ...standIns].toSorted(byStart), gaps };
}

/** Up to a day it is one piece, on the day it begins; what is longer is cut at each midnight. */
function piecesOf({ startsAt, endsAt }: Span, timeZone: string): Gap[] {
  if (Date.parse(endsAt) - Date.parse(startsAt) < longestInOnePieceMs) return [{ startsAt, endsAt, wholeDay: false }];
  const pieces: Gap[] = [];
  let from = new Date(startsAt);
  while (from.getTime() < Date.parse(endsAt)) {
    const day = dayAt(from, timeZone);
    const midnight = instantAt(day, '24:00', timeZone);
    const until = new Date(Math.min(midnight.getTime(), Date.parse(endsAt)));
    pieces.push({
      startsAt: from.toISOString(),
      endsAt: until.toISOString(),
      wholeDay:
        until.getTime() === midnight.getTime() && from.getTime() === instantAt(day, '00:00', timeZone).getTime(),
    });
    from = until;
  }
  return pieces;
}

const spanOf = ({ startsAt, endsAt }: Span): Span => ({ startsAt, endsAt });

const byStart = (a: Span, b: Span) => Date.parse(a.startsAt) - Date.parse(b.startsAt);
