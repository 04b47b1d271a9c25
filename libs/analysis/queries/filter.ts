import type { Site } from '@zenmeban/database';

/** Local days of the sites, both included, as `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly to: string };

/** Days with a name of the caller's. */
export type NamedDays = Days & { readonly key: string };

/** What the analysis can be narrowed to. Null = whatever it is; `notTold` in a list = where it is not known. */
export type Cuts = {
  readonly posts: readonly string[] | null;
  /** Ids. */
  readonly places: readonly string[] | null;
  /** Ids of playbooks, whatever their version. */
  readonly playbooks: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly causes: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly severities: readonly string[] | null;
};

/** The sites whose complaints are looked at, those the reader may see, and what of them. */
export type AnalysisScope = Cuts & { readonly sites: readonly Site[] };

/** Rates are told per so many visitors; the domain's exposures are counted in them. */
export const perVisitors = 1_000;

/** Stands for "not known" in lists and in results: no id of an option is a lone hyphen. */
export const notTold = '-';

/**
 * The complaints of a scope, as a condition on `app.incident_fact f`, with `scopeValues` as $1 to $8. Every query of this
 * room goes through it, so that no figure counts others than its neighbours do.
 */
export const inScope = `f.register = 'complaint' AND f.site_id = ANY($1::uuid[])
  AND ${among('f.post', 2)} AND ${among('f.place_id', 3)} AND ${among('f.playbook_id', 4)} AND ${among('f.category', 5)}
  AND ${among('f.cause', 6)} AND ${among('f.channel', 7)} AND ${among('f.severity', 8)}`;

/** The values of `inScope`. */
export const scopeValues = (scope: AnalysisScope): unknown[] => [
  scope.sites.map(({ id }) => id),
  ...[scope.posts, scope.places, scope.playbooks, scope.categories, scope.causes, scope.channels, scope.severities],
];

/** Several stretches of time as three lists: keys, first days, last days. */
export const stretchValues = (stretches: readonly NamedDays[]): string[][] => [
  stretches.map(({ key }) => key),
  stretches.map(({ from }) => from),
  stretches.map(({ to }) => to),
];

/** A column, or `notTold` where it says nothing. */
export function toldOr(column: string): string {
  return `coalesce(${column}::text, '${notTold}')`;
}

function among(column: string, parameter: number): string {
  return `($${parameter}::text[] IS NULL OR ${toldOr(column)} = ANY($${parameter}))`;
}
