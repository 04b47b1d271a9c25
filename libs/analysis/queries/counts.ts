import type { Transaction } from '@zenmeban/database';
import { type AnalysisScope, type Days, inScope, type NamedDays, scopeValues, stretchValues, toldOr } from './filter';

/** Complaints by week (its Monday), of whole weeks from one to another; weeks without any are not among them. */
export async function countsByWeek(
  tx: Transaction,
  scope: AnalysisScope,
  { from, to }: Days,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ week: string; count: number }[]>(
    `SELECT f.week::text AS week, count(*)::int AS count FROM app.incident_fact f
     WHERE ${inScope} AND f.week BETWEEN $9 AND $10 GROUP BY f.week`,
    [...scopeValues(scope), from, to],
  );
  return new Map(rows.map(({ week, count }) => [week, count]));
}

/** Complaints of a period by site; sites without any are not among them. */
export async function countsBySite(
  tx: Transaction,
  scope: AnalysisScope,
  { from, to }: Days,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ siteId: string; count: number }[]>(
    `SELECT f.site_id AS "siteId", count(*)::int AS count FROM app.incident_fact f
     WHERE ${inScope} AND f.day BETWEEN $9 AND $10 GROUP BY f.site_id`,
    [...scopeValues(scope), from, to],
  );
  return new Map(rows.map(({ siteId, count }) => [siteId, count]));
}

/** Complaints of each stretch, by cause; `notTold` where none is known yet. */
export async function countsByCause(
  tx: Transaction,
  scope: AnalysisScope,
  stretches: readonly NamedDays[],
): Promise<(key: string) => ReadonlyMap<string, number>> {
  const rows = await tx.query<{ key: string; cause: string; count: number }[]>(
    `SELECT s.key, ${toldOr('f.cause')} AS cause, count(*)::int AS count
     FROM unnest($9::text[], $10::date[], $11::date[]) AS s(key, first, last)
     JOIN app.incident_fact f ON f.day BETWEEN s.first AND s.last AND ${inScope}
     GROUP BY 1, 2`,
    [...scopeValues(scope), ...stretchValues(stretches)],
  );
  return (key) => new Map(rows.flatMap((row) => (row.key === key ? [[row.cause, row.count]] : [])));
}

/** A square of the heat map; 1 = Monday, local hour. */
export type HourCount = { readonly weekday: number; readonly hour: number; readonly count: number };

/** Complaints by weekday and hour of receipt, those squares that have any. */
export async function countsByHour(tx: Transaction, scope: AnalysisScope, { from, to }: Days): Promise<HourCount[]> {
  return tx.query<HourCount[]>(
    `SELECT extract(isodow FROM f.day)::int AS weekday, f.hour, count(*)::int AS count FROM app.incident_fact f
     WHERE ${inScope} AND f.day BETWEEN $9 AND $10 GROUP BY 1, 2 ORDER BY 1, 2`,
    [...scopeValues(scope), from, to],
  );
}

/** How often two things came together. */
export type PairCount = { readonly row: string; readonly cause: string; readonly count: number };

const pairRows = { place: toldOr('f.place_id'), post: toldOr('f.post') };

/** Complaints by place or post, and cause. */
export async function countsByPair(
  tx: Transaction,
  scope: AnalysisScope,
  { from, to }: Days,
  by: keyof typeof pairRows,
): Promise<PairCount[]> {
  return tx.query<PairCount[]>(
    `SELECT ${pairRows[by]} AS row, ${toldOr('f.cause')} AS cause, count(*)::int AS count FROM app.incident_fact f
     WHERE ${inScope} AND f.day BETWEEN $9 AND $10 GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
    [...scopeValues(scope), from, to],
  );
}
