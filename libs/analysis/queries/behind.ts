import type { Transaction } from '@zenmeban/database';
import { durationRules, shareRules } from './figure-rules';
import type { FigureId } from './figures';
import { type AnalysisScope, type Days, inScope, scopeValues } from './filter';

/** A key figure that counts or measures complaints. */
export type CountedFigure = Exclude<FigureId, 'complaints' | 'per_1000_visitors' | 'steps_on_time'>;

/** The mark on a chart whose incidents are wanted, beyond what the scope says. */
export type Mark = {
  /** 1 = Monday. */
  readonly weekday: number | null;
  readonly hour: number | null;
  /** A key figure: those that it counted, or measured. */
  readonly figure: CountedFigure | null;
};

/** Which of them: those before an id, so many. */
export type Slice = { readonly before: string | null; readonly limit: number };

/** Ids of incidents, the newest first, how many there are in all, and where the next page begins. */
export type Behind = { readonly ids: readonly string[]; readonly total: number; readonly nextBefore: string | null };

/** Counted by a share, measured by a time. */
const conditions: ReadonlyMap<string, string> = new Map([
  ...Object.entries(shareRules).map(([id, { counted }]) => [id, counted] as const),
  ...Object.entries(durationRules).flatMap(([id, seconds]) =>
    ['median', 'p90'].map((percentile) => [`${id}_${percentile}`, `${seconds} IS NOT NULL`] as const),
  ),
]);

/** The incidents behind a mark. */
export async function incidentsBehind(
  tx: Transaction,
  scope: AnalysisScope,
  { from, to }: Days,
  { weekday, hour, figure }: Mark,
  { before, limit }: Slice,
): Promise<Behind> {
  const among = `FROM app.incident_fact f WHERE ${inScope} AND f.day BETWEEN $9 AND $10
    AND ($11::int IS NULL OR extract(isodow FROM f.day) = $11) AND ($12::int IS NULL OR f.hour = $12)
    AND (${figure === null ? 'true' : (conditions.get(figure) ?? 'false')})`;
  const values = [...scopeValues(scope), from, to, weekday, hour];
  const [{ total }] = await tx.query<[{ total: number }]>(`SELECT count(*)::int AS total ${among}`, values);
  const rows = await tx.query<{ id: string }[]>(
    `SELECT f.incident_id AS id ${among} AND ($13::uuid IS NULL OR f.incident_id < $13)
     ORDER BY f.incident_id DESC LIMIT $14`,
    [...values, before, limit + 1],
  );
  const ids = rows.slice(0, limit).map(({ id }) => id);
  return { ids, total, nextBefore: rows.length > limit ? (ids.at(-1) ?? null) : null };
}
