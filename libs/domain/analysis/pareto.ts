import { countProblem, refuse } from './input';

/** A cause (or place, or step …) and how often it was counted. */
export type Counted = { readonly key: string; readonly count: number };

/** One bar of a Pareto chart. */
export type ParetoBar = Counted & {
  /** Of all, from 0 to 1. */
  readonly share: number;
  /** Of all, this one and those before it together. */
  readonly cumulativeShare: number;
};

/**
 * The bars of a Pareto chart: the most frequent first (equal ones by key), each with its share and the cumulative one;
 * those never counted are left out. J. M. Juran, Quality Control Handbook, 1951.
 * @throws DomainError `analysis.bad_figures`
 */
export function pareto(causes: readonly Counted[]): ParetoBar[] {
  refuse(causes.flatMap(({ count }, at) => countProblem(`causes[${at}].count`, count)));
  const total = causes.reduce((sum, { count }) => sum + count, 0);
  let soFar = 0;
  return causes
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key, count }) => {
      soFar += count;
      return { key, count, share: count / total, cumulativeShare: soFar / total };
    });
}

/** The fewest bars that make up at least that share of all: Juran's "vital few". */
export function vitalFew(bars: readonly ParetoBar[], share = 0.8): ParetoBar[] {
  const last = bars.findIndex(({ cumulativeShare }) => cumulativeShare >= share - 1e-12);
  return bars.slice(0, last + 1);
}
