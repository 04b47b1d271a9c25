import type { Database, Transaction } from '@zenmeban/database';
import { refreshFacts, type Refreshed } from './refresh-facts';

/** So many incidents are locked at a time: whoever acts on one of them waits for a moment, never for the whole. */
const sliceSize = 500;

/** How far a rebuild is: incidents looked at so far, of how many. */
export type RebuildProgress = Refreshed & { readonly done: number; readonly total: number };

/**
 * Makes all facts anew from the record, in slices of a transaction each, in the order of the incidents' ids; safe beside
 * a running product, and safe to break off and begin again.
 * @param hear is told after each slice
 */
export async function rebuildFacts(
  database: Database,
  hear: (progress: RebuildProgress) => void,
): Promise<RebuildProgress> {
  const [{ total }] = await database.manager.query<[{ total: number }]>(
    'SELECT count(*)::int AS total FROM app.incident',
  );
  let progress: RebuildProgress = { done: 0, total, written: 0, removed: 0 };
  for (let after: string | null = null; ;) {
    const slice = await database.transaction((tx) => rebuildSlice(database, tx, after, sliceSize));
    if (slice.lastId === null) return progress;
    after = slice.lastId;
    const done = progress.done + slice.count;
    progress = {
      ...{ done, total: Math.max(total, done) },
      ...{ written: progress.written + slice.written, removed: progress.removed + slice.removed },
    };
    hear(progress);
  }
}

/** Makes the facts of the next incidents after an id (null = from the first) anew; `lastId` null = there were none. */
export async function rebuildSlice(
  database: Database,
  tx: Transaction,
  after: string | null,
  size: number,
): Promise<Refreshed & { lastId: string | null; count: number }> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT id FROM app.incident WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE',
    [after, size],
  );
  const ids = rows.map(({ id }) => id);
  return { ...(await refreshFacts(database, tx, ids)), lastId: ids.at(-1) ?? null, count: ids.length };
}
