import type { Transaction } from '@zenmeban/database';
import { type DurationId, durationRules, type ShareId, shareRules } from './figure-rules';
import { type AnalysisScope, inScope, type NamedDays, scopeValues, stretchValues } from './filter';

/** A share as it was counted. */
export type Counted = { readonly counted: number; readonly outOf: number };

/** How many were measured, and two of their percentiles in seconds; null when none was. */
export type Measured = { readonly measured: number; readonly median: number | null; readonly p90: number | null };

/** What a stretch of time has in facts: everything the key figures are made of. */
export type FactSums = {
  readonly key: string;
  readonly complaints: number;
  readonly shares: Readonly<Record<ShareId | 'steps_on_time', Counted>>;
  readonly durations: Readonly<Record<DurationId, Measured>>;
};

const shares = Object.entries(shareRules).map(
  ([id, { counted, outOf }]) => `'${id}', jsonb_build_object(
    'counted', count(f.incident_id) FILTER (WHERE ${counted}), 'outOf', count(f.incident_id) FILTER (WHERE ${outOf}))`,
);

const durations = Object.entries(durationRules).map(
  ([id, seconds]) => `'${id}', jsonb_build_object('measured', count(${seconds}),
    'median', percentile_cont(0.5) WITHIN GROUP (ORDER BY ${seconds}),
    'p90', percentile_cont(0.9) WITHIN GROUP (ORDER BY ${seconds}))`,
);

/* Steps are counted, not complaints: mandatory steps done in time ÷ those due (step conformance). */
const stepsOnTime = `'steps_on_time', jsonb_build_object(
    'counted', coalesce(sum(f.steps_on_time), 0), 'outOf', coalesce(sum(f.steps_due), 0))`;

const statement = `
WITH stretch AS (SELECT * FROM unnest($9::text[], $10::date[], $11::date[]) AS s(key, first, last))
SELECT stretch.key, count(f.incident_id)::int AS complaints,
  jsonb_build_object(${[...shares, stepsOnTime].join(', ')}) AS shares,
  jsonb_build_object(${durations.join(', ')}) AS durations
FROM stretch LEFT JOIN app.incident_fact f ON f.day BETWEEN stretch.first AND stretch.last AND ${inScope}
GROUP BY stretch.key`;

/** The sums of each stretch; one without complaints has zeros. */
export async function factSums(
  tx: Transaction,
  scope: AnalysisScope,
  stretches: readonly NamedDays[],
): Promise<ReadonlyMap<string, FactSums>> {
  const rows = await tx.query<FactSums[]>(statement, [...scopeValues(scope), ...stretchValues(stretches)]);
  return new Map(rows.map((row) => [row.key, row]));
}
