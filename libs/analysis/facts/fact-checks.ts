import type { Transaction } from '@zenmeban/database';
import { v7 } from 'uuid';
import type { CheckedSlice, Difference } from './check-facts';

/** A check under way; `lastId` null = nothing was looked at yet; `isFirst` while none has ever been finished. */
export type RunningCheck = { readonly id: string; readonly lastId: string | null; readonly isFirst: boolean };

/** Each night at three by the clock of most sites, when they are closed; elsewhere only the hour is another one. */
const nightly = { hour: '3 hours', zone: 'Asia/Shanghai' };

/** So many references are kept as examples. */
const mostExamples = 5;

/** The check under way, or one that begins because none has begun this night; null when this night's is done. */
export async function dueCheck(tx: Transaction): Promise<RunningCheck | null> {
  const [newest] = await tx.query<{ id: string; lastId: string | null; isOver: boolean; isTonights: boolean }[]>(
    `SELECT id, last_id AS "lastId", finished_at IS NOT NULL AS "isOver",
       started_at >= (date_trunc('day', app.app_now() AT TIME ZONE $2 - $1::interval) + $1::interval) AT TIME ZONE $2
         AS "isTonights"
     FROM app.fact_check ORDER BY (finished_at IS NULL) DESC, id DESC LIMIT 1`,
    [nightly.hour, nightly.zone],
  );
  if (newest?.isOver && newest.isTonights) return null;
  const [{ isFirst }] = await tx.query<[{ isFirst: boolean }]>(
    'SELECT NOT EXISTS (SELECT FROM app.fact_check WHERE finished_at IS NOT NULL) AS "isFirst"',
  );
  if (newest && !newest.isOver) return { id: newest.id, lastId: newest.lastId, isFirst };
  const id = v7();
  await tx.query('INSERT INTO app.fact_check (id) VALUES ($1)', [id]);
  return { id, lastId: null, isFirst };
}

/** Writes down what a slice brought; the one that finds nothing left ends the check. */
export async function noteSlice(tx: Transaction, check: RunningCheck, slice: CheckedSlice): Promise<void> {
  await tx.query(
    `UPDATE app.fact_check SET last_id = coalesce($2, last_id), checked = checked + $3, differing = differing + $4,
       examples = (examples || $5::text[])[1:$6], finished_at = CASE WHEN $2::uuid IS NULL THEN app.app_now() END
     WHERE id = $1`,
    [
      ...[check.id, slice.lastId, slice.checked, slice.differences.length],
      ...[slice.differences.map(({ reference }) => reference), mostExamples],
    ],
  );
}

/** Writes down a check that somebody made by hand; of what differs, `first` holds some. */
export async function recordCheck(
  tx: Transaction,
  check: { startedAt: Date; checked: number; differing: number; first: readonly Difference[] },
): Promise<void> {
  const { startedAt, checked, differing, first } = check;
  await tx.query(
    `INSERT INTO app.fact_check (id, started_at, finished_at, checked, differing, examples)
     VALUES ($1, $2, app.app_now(), $3, $4, $5)`,
    [...[v7(), startedAt, checked, differing], first.slice(0, mostExamples).map(({ reference }) => reference)],
  );
}
