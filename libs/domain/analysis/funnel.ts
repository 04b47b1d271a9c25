import type { FieldProblem } from '../engine';
import { funnelLimits, type FunnelLimits } from './funnel-limits';
import { amountProblem, countProblem, refuse } from './input';
import { type Spread, spreadOf } from './over-dispersion';
import { poissonAtLeast, poissonAtMost } from './poisson';
import { normalCdf } from './special';

/** A site and what it was counted against (visitors); null when unknown. */
export type Site = { readonly key: string; readonly count: number; readonly exposure: number | null };

/**
 * `alarm`: outside 99.8 %, of whom luck alone puts 1 in 500 there; `warning`: outside 95 %, 1 in 20; `usual`: inside;
 * `cannot_tell`: too little was to be expected to tell, or exposure is unknown.
 */
export type FunnelVerdict = 'alarm' | 'warning' | 'usual' | 'cannot_tell';

/** A site in the funnel. */
export type FunnelSite = Site & {
  readonly rate: number | null;
  /** At the pooled rate. */
  readonly expected: number | null;
  /** `count` ∕ `expected`: 1.8 = four fifths more than its share. */
  readonly ratio: number | null;
  readonly limits: FunnelLimits | null;
  /** How likely a count at least so far out, on its side, is by luck. */
  readonly chance: number | null;
  readonly side: 'above' | 'below' | null;
  readonly verdict: FunnelVerdict;
};

export type Funnel = {
  /** Σ events ∕ Σ exposure of the sites whose exposure is known; null when there was nothing at all. */
  readonly rate: number | null;
  readonly spread: Spread;
  readonly sites: readonly FunnelSite[];
};

/**
 * Below so many expected events not even none at all would be unusual: e^−μ > 0.025 until μ = −ln 0.025 = 3.69. Such a
 * site is judged only when it lies above the 99.8 % limit, which no smallness excuses.
 */
export const leastExpected = -Math.log(0.025);

/**
 * Who differs from the rest, given how many visitors they had: a funnel plot around the pooled rate, with exact Poisson
 * limits. D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005)
 * 1185-1202. No ranking: inside the funnel sites do not differ as far as anyone can tell.
 * @param overDispersed widens the funnel by the spread that the sites show beyond chance (venues differ in ways nobody
 *   wrote down); see `spreadOf`
 * @throws DomainError `analysis.bad_figures`
 */
export function funnel(sites: readonly Site[], { overDispersed = false } = {}): Funnel {
  refuse(siteProblems(sites));
  const known = sites.filter(isKnown);
  const count = known.reduce((sum, site) => sum + site.count, 0);
  const exposure = known.reduce((sum, site) => sum + site.exposure, 0);
  const rate = count === 0 ? null : count / exposure;
  const spread = spreadOf(
    rate === null || !overDispersed ? [] : known.map((site) => ({ ...site, expected: rate * site.exposure })),
  );
  return { rate, spread, sites: sites.map((site) => placeOf(site, rate, spread.factor)) };
}

function placeOf(site: Site, rate: number | null, factor: number): FunnelSite {
  const nothing = { expected: null, ratio: null, limits: null, chance: null, side: null };
  if (!isKnown(site)) return { ...site, ...nothing, rate: null, verdict: 'cannot_tell' };
  const own = { ...site, rate: site.count / site.exposure };
  if (rate === null) return { ...own, ...nothing, verdict: 'cannot_tell' };
  const expected = rate * site.exposure;
  const side = site.count > expected ? 'above' : 'below';
  const chance = tailOf(site.count, expected, side, factor);
  return {
    ...{
      ...own,
      expected,
      ratio: site.count / expected,
      limits: funnelLimits(rate, site.exposure, factor),
      chance,
      side,
    },
    verdict: verdictOf(chance, expected),
  };
}

/** Exact when nothing is spread beyond chance; else by the standard deviations of a wider normal distribution. */
function tailOf(count: number, expected: number, side: 'above' | 'below', factor: number): number {
  if (factor > 1) return normalCdf(-Math.abs(count - expected) / Math.sqrt(factor * expected));
  return side === 'above' ? poissonAtLeast(count, expected) : poissonAtMost(count, expected);
}

/** Of fewer than `leastExpected` only too many can be an alarm; none at all is too likely. */
function verdictOf(chance: number, expected: number): FunnelVerdict {
  const far = chance <= 0.001 ? 'alarm' : chance <= 0.025 ? 'warning' : 'usual';
  if (expected >= leastExpected) return far;
  return far === 'alarm' ? 'alarm' : 'cannot_tell';
}

type KnownSite = Site & { readonly exposure: number };

const isKnown = (site: Site): site is KnownSite => site.exposure !== null && site.exposure > 0;

const siteProblems = (sites: readonly Site[]): FieldProblem[] =>
  sites.flatMap(({ count, exposure }, at) => [
    ...countProblem(`sites[${at}].count`, count),
    ...(exposure === null ? [] : amountProblem(`sites[${at}].exposure`, exposure)),
  ]);
