import type { Transaction } from '@zenmeban/database';
import { type Exposure, exposureOf } from '@zenmeban/domain/analysis';
import type { Period } from './disjoint-periods';
import { knownVisitors } from './known-visitors';

/** The exposure of one site in one period. */
export type SiteExposure = Exposure & { readonly siteId: string; readonly period: Period };

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
    periods.map((period, number) => ({ siteId, period, ...exposureOf(known(siteId, number)) })),
  );
}

/** The same with the sites taken together: one exposure for each period. */
export async function exposureTogether(
  tx: Transaction,
  siteIds: readonly string[],
  periods: readonly Period[],
): Promise<(Exposure & { readonly period: Period })[]> {
  const known = await knownVisitors(tx, siteIds, periods);
  return periods.map((period, number) => ({
    period,
    ...exposureOf(siteIds.flatMap((siteId) => known(siteId, number))),
  }));
}
