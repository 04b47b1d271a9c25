/** What is known of the visitors of one site in one period. */
export type KnownVisitors = {
  /** Sum of the figures there are. */
  readonly visitors: number;
  /** Days of the period that have begun and on which the site is open. */
  readonly openDays: number;
  /** Those of them that have a figure. */
  readonly knownDays: number;
};

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

/** With fewer of the open days known than this, a rate would be a guess. */
export const leastKnownShare = 0.8;

/**
 * The exposure of sites taken together in a period; of a single site likewise. When at least 80 % of the open days are
 * known, the missing ones count as the known ones of the same site do on average (`visitors · openDays / knownDays`),
 * and a site without any figure as the others do. A site that truly had nobody adds nothing.
 */
export function exposureOf(sites: readonly KnownVisitors[]): Exposure {
  const visitors = sum(sites, (site) => site.visitors);
  const openDays = sum(sites, (site) => site.openDays);
  const knownDays = sum(sites, (site) => site.knownDays);
  const daysMissing = openDays - knownDays;
  const told = { visitors, daysMissing, isEstimated: false };
  if (openDays > 0 && knownDays / openDays < leastKnownShare) return { ...told, exposure: null, why: 'days_missing' };
  if (visitors === 0) return { ...told, exposure: null, why: openDays === 0 ? 'closed' : 'no_visitors' };
  if (daysMissing === 0) return { ...told, exposure: visitors, why: null };
  return { ...told, exposure: Math.round(filledIn(sites, openDays)), isEstimated: true, why: null };
}

function filledIn(sites: readonly KnownVisitors[], openDays: number): number {
  const known = sites.filter((site) => site.knownDays > 0);
  const closed = sites.filter((site) => site.openDays === 0);
  const ofKnown = sum(known, (site) => (site.visitors * site.openDays) / site.knownDays);
  return (ofKnown * openDays) / sum(known, (site) => site.openDays) + sum(closed, (site) => site.visitors);
}

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((total, thing) => total + of(thing), 0);
