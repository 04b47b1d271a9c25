import { type Funnel, funnel, funnelLines, type FunnelLimits, type FunnelSite } from '@zenmeban/domain/analysis';
import type { Site } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import type { SiteExposure } from '../visitors/exposure';
import { perVisitors } from './filter';

/** A site in the funnel; `exposure` in thousands of visitors, rates per 1,000. */
export type ComparedSite = FunnelSite & {
  readonly code: string;
  readonly name: Localized;
  readonly daysMissing: number;
  readonly isEstimated: boolean;
};

export type ComparedSites = Omit<Funnel, 'sites'> & {
  readonly sites: readonly ComparedSite[];
  /** The limits, for drawing; empty when nothing can be compared. */
  readonly lines: readonly ({ readonly exposure: number } & FunnelLimits)[];
};

/** From so many sites on the funnel can tell what they differ by anyway from what is remarkable. */
const manySites = 10;

/** Sites compared by a funnel plot. @param exposures of the period, one of each site */
export function comparedSites(
  sites: readonly Pick<Site, 'id' | 'code' | 'name'>[],
  countOf: ReadonlyMap<string, number>,
  exposures: readonly SiteExposure[],
): ComparedSites {
  const bySite = new Map(exposures.map((exposure) => [exposure.siteId, exposure]));
  const compared = funnel(
    sites.map(({ id }) => {
      const visitors = bySite.get(id)?.exposure ?? null;
      return { key: id, count: countOf.get(id) ?? 0, exposure: visitors === null ? null : visitors / perVisitors };
    }),
    { overDispersed: sites.length >= manySites },
  );
  const named = compared.sites.flatMap((place) => {
    const site = sites.find(({ id }) => id === place.key);
    const { daysMissing = 0, isEstimated = false } = bySite.get(place.key) ?? {};
    return site ? [{ ...place, code: site.code, name: site.name, daysMissing, isEstimated }] : [];
  });
  return { ...compared, sites: named, lines: linesOf(compared) };
}

function linesOf({ rate, spread, sites }: Funnel): ComparedSites['lines'] {
  const known = sites.flatMap(({ exposure }) => (exposure === null || exposure <= 0 ? [] : [exposure]));
  if (rate === null || known.length === 0) return [];
  return funnelLines(rate, { lower: Math.min(...known), upper: Math.max(...known) }, { factor: spread.factor });
}
