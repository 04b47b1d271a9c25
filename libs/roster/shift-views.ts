import type { Transaction } from '@zenmeban/database';
import type { Localized, Post } from '@zenmeban/domain/engine';
import { changeableUntil, kindOfShift, localOf, type Span, type UsualShift } from '@zenmeban/domain/roster';

export type PersonRef = { id: string; name: string };
export type SiteRef = { id: string; code: string; name: Localized; timeZone: string };

/** A shift as people read it: local day and hours beside the instants. */
export type ShiftView = Span & {
  id: string;
  person: PersonRef;
  post: Post;
  kind: UsualShift['kind'] | null;
  date: string;
  start: string;
  end: string;
  /** Its end, or an hour after it was put there or changed. */
  changeableUntil: Date;
  swap: { id: string; with: PersonRef } | null;
};
export type SiteShiftView = ShiftView & { site: SiteRef };

type ShiftRow = Span & {
  id: string;
  post: Post;
  person: PersonRef;
  site: SiteRef;
  plannedAt: Date | null;
  swap: { id: string; with: PersonRef } | null;
};

/**
 * Reads shifts with their people and sites, by their start.
 * @param condition SQL over `shift` with `$1`… for `values`; cancelled ones are left out unless it is asked for them
 */
export async function readShifts(
  tx: Transaction,
  condition: string,
  values: readonly unknown[],
  { withCancelled = false } = {},
): Promise<SiteShiftView[]> {
  const rows = await tx.query<ShiftRow[]>(
    `SELECT shift.id, shift.post, shift.starts_at AS "startsAt", shift.ends_at AS "endsAt",
            shift.planned_at AS "plannedAt",
            jsonb_build_object('id', person.id, 'name', person.name) AS person,
            jsonb_build_object('id', site.id, 'code', site.code, 'name', site.name, 'timeZone', site.time_zone) AS site,
            CASE WHEN swap.id IS NOT NULL THEN jsonb_build_object('id', swap.id,
              'with', jsonb_build_object('id', other.id, 'name', other.name)) END AS swap
     FROM app.shift
     JOIN app.person ON person.id = shift.person_id
     JOIN app.site ON site.id = shift.site_id
     LEFT JOIN app.shift_swap AS swap ON swap.shift_id = shift.id AND swap.state = 'proposed'
     LEFT JOIN app.person AS other ON other.id = swap.with_person_id
     WHERE (${withCancelled ? 'true' : 'shift.cancelled_at IS NULL'}) AND (${condition})
     ORDER BY shift.starts_at, shift.post, person.name, shift.id`,
    [...values],
  );
  return rows.map(viewOf);
}

/** The view of one site, which says the site only once. */
export function withoutSite({ site: _site, ...shift }: SiteShiftView): ShiftView {
  return shift;
}

function viewOf({ plannedAt, ...row }: ShiftRow): SiteShiftView {
  const begins = localOf(row.startsAt, row.site.timeZone);
  const end = localOf(row.endsAt, row.site.timeZone).time;
  return {
    ...{ ...row, kind: kindOfShift(begins.time, end), date: begins.date, start: begins.time, end },
    changeableUntil: changeableUntil({ endsAt: row.endsAt, plannedAt }),
  };
}

export const siteRef = ({ id, code, name, timeZone }: SiteRef): SiteRef => ({ id, code, name, timeZone });
