import type { Shift, Transaction } from '@zenmeban/database';

type Wanted = { siteId: string; personId: string; post: string; startsAt: Date };

type KnownShift = Pick<Shift, 'id' | 'endsAt' | 'plannedAt'>;

/** The shifts among these that are there, by `shiftKey`. */
export async function loadShifts(tx: Transaction, wanted: readonly Wanted[]): Promise<Map<string, KnownShift>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<(KnownShift & { key: string })[]>(
    `SELECT w.key, s.id, s.ends_at AS "endsAt", s.planned_at AS "plannedAt"
     FROM jsonb_to_recordset($1) AS w(key text, site_id uuid, person_id uuid, post text, starts_at timestamptz)
     JOIN app.shift s ON (s.site_id, s.person_id, s.post, s.starts_at) = (w.site_id, w.person_id, w.post, w.starts_at)
       AND s.cancelled_at IS NULL`,
    [
      JSON.stringify(
        wanted.map((shift) => ({
          key: shiftKey(shift),
          site_id: shift.siteId,
          person_id: shift.personId,
          post: shift.post,
          starts_at: shift.startsAt,
        })),
      ),
    ],
  );
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** What makes a shift the same one: site, person, post and start. */
export const shiftKey = (shift: Wanted): string =>
  [shift.siteId, shift.personId, shift.post, shift.startsAt.toISOString()].join('/');
