import type { Transaction } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { changeableUntil, isWithin, localOf, planningDays, shiftSpan } from '@zenmeban/domain/roster';
import { v7 } from 'uuid';
import { outsidePlanText, shiftOverText } from '../refusals';
import { loadShifts, shiftKey } from './known-shifts';
import type { Position, ShiftDraft } from './read-shift-row';
import type { ShiftField } from './shift-columns';

export type PlannedShift = {
  readonly position: Position;
  /** `same`: it is there already, nothing to do. */
  readonly action: 'create' | 'change' | 'same';
  readonly id: string;
  readonly label: string;
  readonly siteId: string;
  readonly personId: string;
  readonly post: ShiftDraft['post'];
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** One row that is wrong and what to do about it; `field` where it is one column that is wrong. */
export type ShiftProblem = { readonly position: Position; readonly field?: ShiftField; readonly message: Localized };

/** Sites by code, people's ids by address; `mentioned` are codes and addresses of rows that are wrong themselves. */
export type Referable = {
  readonly sites: ReadonlyMap<string, { id: string; timeZone: string }>;
  readonly people: ReadonlyMap<string, string>;
  readonly mentioned?: ReadonlySet<string>;
};

/** Turns local times into instants of the site's time zone and finds which shifts are new or end differently. */
export async function planShifts(
  tx: Transaction,
  drafts: readonly ShiftDraft[],
  { sites, people, mentioned }: Referable,
): Promise<{ shifts: PlannedShift[]; problems: ShiftProblem[] }> {
  const problems: ShiftProblem[] = [];
  const rows = new Map<string, number>();
  const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
  const found = drafts.flatMap((draft) => {
    const complain = (zh: string, en: string) => problems.push({ position: draft.position, message: { zh, en } });
    const site = sites.get(draft.site);
    const personId = people.get(draft.email);
    if (!site && !mentioned?.has(draft.site))
      complain(
        `没有案场 ${draft.site}，请先导入，或加入此文件。`,
        `there is no site ${draft.site}. Import it first, or add it to this file.`,
      );
    if (!personId && !mentioned?.has(draft.email))
      complain(
        `没有人使用邮箱 ${draft.email}，请先导入人员，或加入此文件。`,
        `nobody has the address ${draft.email}. Import people first, or add them to this file.`,
      );
    if (!site || !personId) return [];
    const plan = planningDays(localOf(now, site.timeZone).date);
    if (!isWithin(plan, draft.date)) {
      problems.push({ position: draft.position, field: 'date', message: outsidePlanText(plan) });
      return [];
    }
    const span = shiftSpan(draft, site.timeZone);
    if ('noSuchTime' in span) {
      complain(
        `当天 ${site.timeZone} 因时钟调快没有 ${span.noSuchTime} 这个时刻，请换一个时间。`,
        `${span.noSuchTime} does not exist on that day in ${site.timeZone} (the clocks go forward). Choose another time.`,
      );
      return [];
    }
    const shift = { siteId: site.id, personId, post: draft.post, ...span };
    const earlier = rows.get(shiftKey(shift));
    if (earlier !== undefined) {
      complain(`与第 ${earlier} 行重复，请保留一行。`, `this shift is in row ${earlier} already. Keep one of the two.`);
      return [];
    }
    rows.set(shiftKey(shift), draft.position.row);
    const label = `${draft.site} ${draft.date} ${draft.start}-${draft.end} ${draft.post} ${draft.email}`;
    return [{ ...shift, position: draft.position, label }];
  });
  const known = await loadShifts(tx, found);
  const shifts = found.flatMap((shift) => {
    const old = known.get(shiftKey(shift));
    const action = !old ? 'create' : old.endsAt.getTime() === shift.endsAt.getTime() ? 'same' : 'change';
    if (old && action === 'change' && changeableUntil(old) <= now) {
      problems.push({ position: shift.position, field: 'end', message: shiftOverText });
      return [];
    }
    return [{ ...shift, action, id: old?.id ?? v7() } as const];
  });
  return { shifts, problems };
}

/** Writes what is new or ends differently. */
export async function writeShifts(tx: Transaction, shifts: readonly PlannedShift[]): Promise<void> {
  const changed = shifts.filter(({ action }) => action !== 'same');
  if (changed.length === 0) return;
  await tx.query(
    `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
     SELECT id, "siteId", "personId", post, "startsAt", "endsAt"
     FROM jsonb_to_recordset($1)
       AS r(id uuid, "siteId" uuid, "personId" uuid, post text, "startsAt" timestamptz, "endsAt" timestamptz)
     ON CONFLICT (site_id, person_id, post, starts_at) WHERE cancelled_at IS NULL
       DO UPDATE SET ends_at = excluded.ends_at, planned_at = app.app_now()`,
    [JSON.stringify(changed)],
  );
}
