import type { Transaction } from '@zenmeban/database';
import type { Days } from './filter';

/** Against how many visitors something is counted. */
export type Exposure = {
  /** Sum of the figures there are; 0 when there is none. */
  readonly visitors: number;
  /** Open days without a figure. */
  readonly daysMissing: number;
  /** The denominator of a rate, in whole visitors and above 0; null when no rate can be told. */
  readonly exposure: number | null;
  /** Whether missing days were filled in from the others. */
  readonly isEstimated: boolean;
  /** Why there is no rate: too many days without a figure, nobody came, or the site was closed all the time. */
  readonly why: 'days_missing' | 'no_visitors' | 'closed' | null;
};

/** Rates are told per so many visitors; the domain's exposures are counted in them. */
export const perVisitors = 1_000;

/** The exposure of one site in one period. */
export type SiteExposure = Exposure & { readonly siteId: string; readonly period: Days };

/** The visitors of each site in each period, site by site. Nobody counts them yet, so they are unknown everywhere. */
export async function exposure(
  _tx: Transaction,
  siteIds: readonly string[],
  periods: readonly Days[],
): Promise<SiteExposure[]> {
  return siteIds.flatMap((siteId) => periods.map((period) => ({ siteId, period, ...unknown })));
}

/** The same with the sites taken together: one exposure for each period. */
export async function exposureTogether(
  _tx: Transaction,
  _siteIds: readonly string[],
  periods: readonly Days[],
): Promise<(Exposure & { readonly period: Days })[]> {
  return periods.map((period) => ({ period, ...unknown }));
}

const unknown: Exposure = { visitors: 0, daysMissing: 0, exposure: null, isEstimated: false, why: 'days_missing' };
