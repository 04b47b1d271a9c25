import type { Database, Transaction } from '@zenmeban/database';
import { factColumns, withFacts } from './fact-statement';

type Values = Readonly<Record<string, unknown>>;

/** A fact that is not what the record says. */
export type Difference = {
  readonly incidentId: string;
  readonly reference: string;
  /** `missing`: it should be there; `too much`: its incident does not count; else some columns say something else. */
  readonly what: 'missing' | 'too much' | readonly { column: string; stored: unknown; made: unknown }[];
};

/** What became of a slice; `lastId` null = there was nothing left to look at. */
export type CheckedSlice = {
  readonly lastId: string | null;
  readonly checked: number;
  readonly differences: readonly Difference[];
};

/** That an open incident is late is noted by a round each minute: so much later at most. */
const lateNotedWithin = '10 minutes';

/** As stored, as made; whether it is late may not have been noted yet. */
const madeColumns = factColumns
  .map((column) =>
    column === 'within_target'
      ? `CASE WHEN stored.within_target IS NULL AND made.resolved_seconds IS NULL
           AND made.resolve_by > app.app_now() - interval '${lateNotedWithin}' THEN NULL ELSE made.within_target END`
      : `made.${column}`,
  )
  .join(', ');

/* One statement has one view of the world: what is written meanwhile, fact and record together, is in it or is not. */
const checkStatement = `${withFacts}
SELECT i.id AS "incidentId", i.reference, to_jsonb(stored) AS stored, to_jsonb(made) AS made
FROM app.incident i
LEFT JOIN app.incident_fact stored ON stored.incident_id = i.id
LEFT JOIN fact made ON made.incident_id = i.id
WHERE i.id = ANY($1::uuid[])
  AND (stored.incident_id IS DISTINCT FROM made.incident_id OR
    (${factColumns.map((column) => `stored.${column}`).join(', ')}) IS DISTINCT FROM (${madeColumns}))
ORDER BY i.id`;

/** Compares the facts of the next incidents after an id (null = from the first) with what the record gives, both ways. */
export async function checkSlice(tx: Transaction, after: string | null, size: number): Promise<CheckedSlice> {
  const slice = await tx.query<{ id: string }[]>(
    'SELECT id FROM app.incident WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2',
    [after, size],
  );
  const ids = slice.map(({ id }) => id);
  if (ids.length === 0) return { lastId: null, checked: 0, differences: [] };
  const rows = await tx.query<{ incidentId: string; reference: string; stored: Values | null; made: Values | null }[]>(
    checkStatement,
    [ids],
  );
  return {
    lastId: ids.at(-1) ?? null,
    checked: ids.length,
    differences: rows.map(({ incidentId, reference, stored, made }) => ({
      incidentId,
      reference,
      what: whatDiffers(stored, made),
    })),
  };
}

/** Compares all facts, a slice after the other. @param hear is told of each. @returns how many were looked at */
export async function checkFacts(database: Database, hear: (slice: CheckedSlice) => void): Promise<number> {
  let checked = 0;
  for (let after: string | null = null; ;) {
    const slice: CheckedSlice = await checkSlice(database.manager, after, 500);
    if (slice.lastId === null) return checked;
    after = slice.lastId;
    checked += slice.checked;
    hear(slice);
  }
}

function whatDiffers(stored: Values | null, made: Values | null): Difference['what'] {
  if (!stored) return 'missing';
  if (!made) return 'too much';
  return factColumns
    .filter((column) => stored[column] !== made[column])
    .map((column) => ({ column, stored: stored[column], made: made[column] }));
}
