import { binomialAtMost } from './binomial';
import { type Observed, observedProblems, positiveProblem, refuse, shareProblem } from './input';
import { poissonAtMost } from './poisson';

/** What a remedy is meant to do, and what has been seen so far. */
export type Aim = {
  /** The baseline, as fixed in advance. */
  readonly before: Observed;
  /** By what share the remedy lowers the rate, if it works: 0.3 = by 30 %. */
  readonly reduction: number;
  /** Exposure to come in a week, in the unit of the baseline. */
  readonly exposurePerWeek: number;
  /** How sure we want to be to see it; usually 0.8. */
  readonly power?: number;
  /** Of the interval that must leave out "no change". */
  readonly confidence?: number;
};

/** Nobody waits longer for an answer; a remedy that needs it is judged by something else. */
const longestWeeks = 260;

/**
 * The smallest number of weeks after which a reduction of that size would be seen (interval of `rateRatio` wholly below
 * 1) with at least that power; null when five years would not do. The baseline is taken as it was counted, the count
 * after as Poisson with the lowered rate; the power is exact, so it rises in small teeth rather than smoothly.
 * After Gu, Ng, Tang & Schucany, Testing the ratio of two Poisson rates, Biometrical Journal 50 (2008) 283-298.
 * "You need about 5 more weeks" is this number less the weeks already passed.
 * @throws DomainError `analysis.bad_figures`
 */
export function weeksNeeded(aim: Aim): number | null {
  const { before, reduction, exposurePerWeek, power = 0.8, confidence = 0.95 } = aim;
  refuse([
    ...observedProblems('before', before),
    ...shareProblem('reduction', reduction),
    ...positiveProblem('exposurePerWeek', exposurePerWeek),
    ...shareProblem('power', power),
    ...shareProblem('confidence', confidence),
  ]);
  for (let weeks = 1; weeks <= longestWeeks; weeks += 1) {
    if (powerToSee(before, reduction, weeks * exposurePerWeek, confidence) >= power) return weeks;
  }
  return null;
}

/**
 * How likely `rateRatio` finds the rate lower after that exposure, if it is lower by that share.
 * @param exposure after the remedy, in the unit of the baseline
 */
export function powerToSee(before: Observed, reduction: number, exposure: number, confidence = 0.95): number {
  const expected = (before.count / before.exposure) * (1 - reduction) * exposure;
  const most = mostThatIsLower(before, exposure, (1 - confidence) / 2);
  return most === null ? 0 : poissonAtMost(most, expected);
}

/** The largest count after that still shows a lower rate; null when not even none would. */
function mostThatIsLower(before: Observed, exposure: number, tail: number): number | null {
  const share = exposure / (before.exposure + exposure);
  const shows = (count: number) => binomialAtMost(count, before.count + count, share) < tail;
  if (!shows(0)) return null;
  /* Between a count that shows it and the count at the same rate, which cannot. */
  let low = 0;
  let high = Math.ceil((before.count / before.exposure) * exposure) + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shows(middle)) low = middle;
    else high = middle;
  }
  return low;
}
