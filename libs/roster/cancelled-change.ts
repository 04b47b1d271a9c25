import type { Shift, Transaction } from '@zenmeban/database';
import { recordOf } from './copy-week';
import type { NewDutyChange } from './duty-log';

/** What the log says of shifts that were taken off together: one, several, or all that were copied with a week. */
export async function cancelledChange(
  tx: Transaction,
  siteId: string,
  shifts: readonly Shift[],
): Promise<Pick<NewDutyChange, 'kind' | 'data'>> {
  const [first, ...others] = shifts.map((shift) => ({ shiftId: shift.id, ...recordOf(shift) }));
  const data = { shifts: [first, ...others] };
  const copy = await copyOf(tx, siteId, shifts);
  if (copy) return { kind: 'week.uncopied', data: { from: copy.from, to: copy.to, ...data } };
  if (first && others.length === 0) return { kind: 'shift.cancelled', data: first };
  return { kind: 'shifts.cancelled', data };
}

/** The copied week that consisted of exactly these shifts. */
async function copyOf(
  tx: Transaction,
  siteId: string,
  shifts: readonly Shift[],
): Promise<{ from: string; to: string } | undefined> {
  const [copy] = await tx.query<{ from: string; to: string }[]>(
    `SELECT data->>'from' AS "from", data->>'to' AS "to" FROM app.duty_change
     WHERE site_id = $1 AND kind = 'week.copied'
       AND jsonb_array_length(data->'shifts') = $3 AND data->'shifts' @> $2::jsonb
     LIMIT 1`,
    [siteId, JSON.stringify(shifts.map(({ id }) => ({ shiftId: id }))), shifts.length],
  );
  return copy;
}
