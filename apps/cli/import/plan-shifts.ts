import type { Transaction } from '@zenmeban/database';
import { DateTime } from 'luxon';
import { v7 } from 'uuid';
import type { Action, Mentioned, ShiftDraft } from './drafts';
import { loadShifts, shiftKey } from './known';
import type { RowProblem } from './table';

export type PlannedShift = {
  readonly action: Action;
  readonly id: string;
  readonly label: string;
  readonly siteId: string;
  readonly personId: string;
  readonly post: ShiftDraft['post'];
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** Sites by code, people's ids by address. */
type Referable = {
  readonly sites: ReadonlyMap<string, { id: string; timeZone: string }>;
  readonly people: ReadonlyMap<string, string>;
  readonly mentioned: Mentioned;
};

/** Turns local times into instants of the site's time zone and finds which shifts are new or end differently. */
export async function planShifts(
  tx: Transaction,
  drafts: readonly ShiftDraft[],
  { sites, people, mentioned }: Referable,
  problems: RowProblem[],
): Promise<PlannedShift[]> {
  const rows = new Map<string, number>();
  const found = drafts.flatMap((draft) => {
    const complain = (message: string) => problems.push({ position: draft.position, message });
    const site = sites.get(draft.site);
    const personId = people.get(draft.email);
    if (!site && !mentioned.has(draft.site))
      complain(`there is no site ${draft.site}. Import it first, or add it to this file.`);
    if (!personId && !mentioned.has(draft.email))
      complain(`nobody has the address ${draft.email}. Import people first, or add them to this file.`);
    if (!site || !personId) return [];
    const times = instants(draft, site.timeZone);
    if (typeof times === 'string') {
      complain(times);
      return [];
    }
    const shift = { siteId: site.id, personId, post: draft.post, ...times };
    const earlier = rows.get(shiftKey(shift));
    if (earlier !== undefined) {
      complain(`this shift is in row ${earlier} already. Keep one of the two.`);
      return [];
    }
    rows.set(shiftKey(shift), draft.position.row);
    return [
      { ...shift, label: `${draft.site} ${draft.date} ${draft.start}-${draft.end} ${draft.post} ${draft.email}` },
    ];
  });
  const known = found.length > 0 ? await loadShifts(tx, found) : new Map<string, { id: string; endsAt: Date }>();
  return found.map((shift) => {
    const old = known.get(shiftKey(shift));
    const action = !old ? 'create' : old.endsAt.getTime() === shift.endsAt.getTime() ? 'same' : 'change';
    return { ...shift, action, id: old?.id ?? v7() };
  });
}

/** A sentence when the clock of that zone never shows one of the times (a change to summer time). */
function instants(draft: ShiftDraft, zone: string): { startsAt: Date; endsAt: Date } | string {
  const at = (date: string, time: string) => DateTime.fromISO(`${date}T${time}`, { zone });
  const start = at(draft.date, draft.start);
  const nextDay = draft.end <= draft.start;
  const endDate = nextDay
    ? (DateTime.fromISO(draft.date, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? '')
    : draft.date;
  const end = at(endDate, draft.end);
  for (const [moment, time] of [
    [start, draft.start],
    [end, draft.end],
  ] as const)
    if (moment.toFormat('HH:mm') !== time)
      return `${time} does not exist on that day in ${zone} (the clocks go forward). Choose another time.`;
  return { startsAt: start.toJSDate(), endsAt: end.toJSDate() };
}
