import { amountProblem, refuse, shareOrEndProblem } from './input';

/** Mean of the values; null when there are none. Refuses values that are not numbers from 0 on. */
export function mean(values: readonly number[]): number | null {
  refuse(values.flatMap((value, at) => amountProblem(`values[${at}]`, value)));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The value below which that share of the values lies, by definition 7 of Hyndman & Fan, Sample quantiles in statistical
 * packages, The American Statistician 50 (1996) 361-365 (R's default, Excel's PERCENTILE.INC, Postgres'
 * `percentile_cont`): linear between the order statistics at (n − 1)·share + 1. Null when there are no values.
 * @param values numbers from 0 on, in any order
 * @param share from 0 (the least) to 1 (the greatest)
 * @throws DomainError `analysis.bad_figures`
 */
export function percentile(values: readonly number[], share: number): number | null {
  refuse([
    ...shareOrEndProblem('share', share),
    ...values.flatMap((value, at) => amountProblem(`values[${at}]`, value)),
  ]);
  const sorted = Float64Array.from(values).sort();
  return betweenOrderStatistics(sorted.length, share, (rank) => sorted[rank] ?? Number.NaN);
}

/** The middle value. */
export const median = (values: readonly number[]): number | null => percentile(values, 0.5);

/**
 * Definition 7, when the order statistics are known in some way.
 * @param at the order statistic of a rank from 0 to n − 1
 */
export function betweenOrderStatistics(n: number, share: number, at: (rank: number) => number): number | null {
  if (n === 0) return null;
  const place = (n - 1) * share;
  const below = Math.floor(place);
  const low = at(below);
  return place === below ? low : low + (place - below) * (at(below + 1) - low);
}
