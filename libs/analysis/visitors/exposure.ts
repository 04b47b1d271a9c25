import type { Transaction } from '@zenmeban/database';
import { type Exposure, exposureOf, type KnownVisitors } from '@zenmeban/domain/analysis';
import type { Opening } from '@zenmeban/domain/engine';
import { openDaysIn } from './open-days';

/** Local days, both included. */
export type Period = { readonly from: string; readonly to: string };

/** The exposure of one site in one period. */
export type SiteExposure = Exposure & { readonly siteId: string; readonly period: Period };

type Known = { siteId: string; period: number; visitors: number; knownDays: number };
type SiteRow = { id: string; opening: Opening | null; today: string };

/**
 * The visitors of each site in each period, site by site in the order given. Days to come do not count, today does.
 * @param periods may overlap, and be of any length
 */
export async function exposure(
  tx: Transaction,
  siteIds: readonly string[],
  periods: readonly Period[],
): Promise<SiteExposure[]> {
  const known = await knownVisitors(tx, siteIds, periods);
  return siteIds.flatMap((siteId) =>
    periods.map((period, index) => ({ siteId, period, ...exposureOf(known(siteId, index)) })),
  );
}

/** The same with the sites taken together: one exposure for each period. */
export async function exposureTogether(
  tx: Transaction,
  siteIds: readonly string[],
  periods: readonly Period[],
): Promise<(Exposure & { readonly period: Period })[]> {
  const known = await knownVisitors(tx, siteIds, periods);
  return periods.map((period, index) => ({
    period,
    ...exposureOf(siteIds.flatMap((siteId) => known(siteId, index))),
  }));
}

/** What is known, by site and number of the period; nothing for a site that does not exist. */
async function knownVisitors(tx: Transaction, siteIds: readonly string[], periods: readonly Period[]) {
  const sites = await tx.query<SiteRow[]>(
    `SELECT id, opening, (app.app_now() AT TIME ZONE time_zone)::date::text AS today FROM app.site WHERE id = ANY($1)`,
    [siteIds],
  );
  const rows = await tx.query<Known[]>(
    `SELECT visitors.site_id AS "siteId", period.index::int AS period, sum(visitors.visitors)::float8 AS visitors,
            (count(*) FILTER (WHERE ${isOpen}))::int AS "knownDays"
     FROM unnest($2::date[], $3::date[]) WITH ORDINALITY AS period("from", "to", index)
     JOIN app.visitors ON visitors.site_id = ANY($1) AND visitors.day BETWEEN period."from" AND period."to"
     JOIN app.site ON site.id = visitors.site_id
     GROUP BY visitors.site_id, period.index`,
    [siteIds, periods.map(({ from }) => from), periods.map(({ to }) => to)],
  );
  const bySite = new Map(sites.map((site) => [site.id, site]));
  const byPeriod = new Map(rows.map((row) => [`${row.siteId}/${row.period - 1}`, row]));
  return (siteId: string, index: number): KnownVisitors[] => {
    const site = bySite.get(siteId);
    const period = periods[index];
    if (!site || !period) return [];
    const { visitors, knownDays } = byPeriod.get(`${siteId}/${index}`) ?? { visitors: 0, knownDays: 0 };
    const last = period.to < site.today ? period.to : site.today;
    return [{ visitors, knownDays, openDays: openDaysIn(site.opening, period.from, last) }];
  };
}

/** As `hoursOn` of the domain: a single day goes before its weekday; without opening hours every day is open. */
const isOpen = `CASE WHEN site.opening IS NULL THEN true
  WHEN site.opening->'days' ? visitors.day::text THEN jsonb_typeof(site.opening->'days'->visitors.day::text) <> 'null'
  ELSE site.opening->'week' ? extract(isodow FROM visitors.day)::int::text END`;
