import type { Transaction, VisitorSource } from '@zenmeban/database';
import { v7 } from 'uuid';
import type { Figure } from './figure-problems';

export type FigureRow = {
  day: string;
  visitors: number;
  source: VisitorSource;
  enteredBy: { id: string; name: string } | null;
  at: Date;
};

/** Lets one change the figures of a site at a time; opening an incident there does not wait for it. */
export async function lockFigures(tx: Transaction, siteIds: readonly string[]): Promise<void> {
  await tx.query('SELECT id FROM app.site WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [siteIds]);
}

/** The figures of a site from one day to another, both included, in order. */
export async function readFigures(tx: Transaction, siteId: string, from: string, to: string): Promise<FigureRow[]> {
  return tx.query<FigureRow[]>(
    `SELECT visitors.day::text AS day, visitors.visitors, visitors.source, visitors.at,
            CASE WHEN person.id IS NOT NULL THEN jsonb_build_object('id', person.id, 'name', person.name) END AS "enteredBy"
     FROM app.visitors LEFT JOIN app.person ON person.id = visitors.entered_by_id
     WHERE visitors.site_id = $1 AND visitors.day BETWEEN $2 AND $3 ORDER BY visitors.day`,
    [siteId, from, to],
  );
}

/**
 * Writes the figures that differ from what is there, and with each what it was and became.
 * @param by `actorId` null for a counter
 * @returns how many differed
 */
export async function writeFigures(
  tx: Transaction,
  siteId: string,
  figures: readonly Figure[],
  by: { source: VisitorSource; actorId: string | null },
): Promise<number> {
  const changed = await tx.query<unknown[]>(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($2) AS g(id uuid, day date, visitors int)),
     differing AS (
       SELECT given.id, given.day, old.visitors AS before, given.visitors AS after
       FROM given LEFT JOIN app.visitors AS old ON old.site_id = $1 AND old.day = given.day
       WHERE given.visitors IS DISTINCT FROM old.visitors),
     taken_away AS (
       DELETE FROM app.visitors AS old USING differing
       WHERE old.site_id = $1 AND old.day = differing.day AND differing.after IS NULL),
     put AS (
       INSERT INTO app.visitors (site_id, day, visitors, source, entered_by_id, at)
       SELECT $1, day, after, $3, $4, app.app_now() FROM differing WHERE after IS NOT NULL
       ON CONFLICT (site_id, day) DO UPDATE SET visitors = excluded.visitors, source = excluded.source,
         entered_by_id = excluded.entered_by_id, at = excluded.at)
     INSERT INTO app.visitors_change (id, site_id, day, before, after, source, actor_id)
     SELECT id, $1, day, before, after, $3, $4 FROM differing RETURNING id`,
    [siteId, JSON.stringify(figures.map((figure) => ({ id: v7(), ...figure }))), by.source, by.actorId],
  );
  return changed.length;
}
