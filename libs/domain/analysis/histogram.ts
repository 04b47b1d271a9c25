import { amountProblem, refuse, shareOrEndProblem } from './input';
import { betweenOrderStatistics } from './percentile';

/**
 * How many durations fell into each of 434 fixed bins, and their sum: what a roll-up keeps in place of the durations.
 * Bin 0 is "under a second"; bin i from 1 on reaches from γ^(i−1) to γ^i seconds; the last is "a year and more". With
 * γ = 1.02 ∕ 0.98, a value read from a bin is within 2 % of every value in it (the bins of DDSketch: Masson, Rim & Lee,
 * Proc. VLDB Endowment 12 (2019) 2195-2205). The bins are the same everywhere, so histograms of days, sites and causes add
 * up to that of all of them.
 */
export type DurationHistogram = {
  /** By bin. */
  readonly counts: Float64Array;
  readonly sumSeconds: number;
};

/** What is read from a histogram is at most this share above or below the truth, from a second to a year. */
export const histogramError = 0.02;

const growth = (1 + histogramError) / (1 - histogramError);
const yearSeconds = 365 * 24 * 3600;

/** How many bins there are: under a second, up to a year by growth, beyond. */
export const binCount = Math.ceil(Math.log(yearSeconds) / Math.log(growth)) + 2;

/** The bin of a duration (seconds from 0 on). */
export function binOf(seconds: number): number {
  if (seconds < 1) return 0;
  if (seconds >= yearSeconds) return binCount - 1;
  return 1 + Math.floor(Math.log(seconds) / Math.log(growth));
}

/** The seconds that stand for a bin: equally far, in proportion, from both its ends. */
export function secondsOf(bin: number): number {
  if (bin === 0) return 0;
  return bin === binCount - 1 ? yearSeconds : (2 * growth ** bin) / (growth + 1);
}

/** The histogram of durations in seconds. @throws DomainError `analysis.bad_figures` */
export function histogramOf(durations: readonly number[]): DurationHistogram {
  refuse(durations.flatMap((seconds, at) => amountProblem(`durations[${at}]`, seconds)));
  const counts = new Float64Array(binCount);
  let sumSeconds = 0;
  for (const seconds of durations) {
    const bin = binOf(seconds);
    counts[bin] = (counts[bin] ?? 0) + 1;
    sumSeconds += seconds;
  }
  return { counts, sumSeconds };
}

/** All of them together; none give the empty one. */
export function mergeHistograms(histograms: readonly DurationHistogram[]): DurationHistogram {
  const counts = new Float64Array(binCount);
  let sumSeconds = 0;
  for (const histogram of histograms) {
    histogram.counts.forEach((count, bin) => (counts[bin] = (counts[bin] ?? 0) + count));
    sumSeconds += histogram.sumSeconds;
  }
  return { counts, sumSeconds };
}

/** The first without the second, for facts that were taken back. @throws DomainError when it never held them */
export function withoutHistogram(whole: DurationHistogram, taken: DurationHistogram): DurationHistogram {
  const counts = whole.counts.map((count, bin) => count - (taken.counts[bin] ?? 0));
  refuse([...counts].flatMap((count, bin) => amountProblem(`counts[${bin}]`, count)));
  return { counts, sumSeconds: counts.some((count) => count > 0) ? whole.sumSeconds - taken.sumSeconds : 0 };
}

/** How many durations it holds. */
export const countIn = ({ counts }: DurationHistogram): number => counts.reduce((sum, count) => sum + count, 0);

/** Their mean in seconds, exact; null when it is empty. */
export function meanOfHistogram(histogram: DurationHistogram): number | null {
  const count = countIn(histogram);
  return count === 0 ? null : histogram.sumSeconds / count;
}

/**
 * `percentile` of the durations, within 2 % of what the durations themselves would give (definition 7; under a second,
 * within a second; beyond a year, a year). Null when it is empty.
 */
export function percentileOfHistogram(histogram: DurationHistogram, share: number): number | null {
  refuse(shareOrEndProblem('share', share));
  return betweenOrderStatistics(countIn(histogram), share, (rank) => {
    let upTo = 0;
    return secondsOf(histogram.counts.findIndex((count) => (upTo += count) > rank));
  });
}
