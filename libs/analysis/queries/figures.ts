import {
  chanceOfDifference,
  type Exposure,
  type Observed,
  poissonRate,
  proportion,
  rateRatio,
  type Span,
} from '@zenmeban/domain/analysis';
import type { Counted, FactSums, Measured } from './fact-sums';
import type { DurationId, ShareId } from './figure-rules';
import { perVisitors } from './filter';

/** Complaints count days as their exposure, rates the visitors. */
export type Unit = 'count' | 'per_1000' | 'seconds' | 'share';

/** Why a figure cannot be told. */
export type Untold =
  | 'not_begun'
  | 'nothing_counted'
  | 'visitors_unknown'
  | 'visitors_zero'
  /** It is about how things stand now, of which there is no earlier. */
  | 'only_now';

/** What a figure is in one stretch of time. `value` is null exactly when `untold` says why. */
export type Told = {
  readonly value: number | null;
  readonly untold: Untold | null;
  /** What was counted (for times: how many were measured), and out of what; null where a count stands alone. */
  readonly numerator: number;
  readonly denominator: number | null;
  /** 95 % interval of a share (Wilson) or of a rate (Garwood); null for others. */
  readonly interval: Span | null;
};

/** How the rate now compares with that of another stretch; `cannot_tell` = so few that no outcome would differ from luck. */
export type Verdict = 'lower' | 'higher' | 'no_evidence' | 'cannot_tell';

/** The figure in another stretch; `verdict` is null where none is made: for times, and for shares, see their intervals. */
export type Compared = Told & { readonly verdict: Verdict | null };

export type FigureId =
  'complaints' | 'per_1000_visitors' | `${DurationId}_${'median' | 'p90'}` | ShareId | 'steps_on_time';

export type KeyFigure = {
  readonly id: FigureId;
  readonly unit: Unit;
  readonly now: Told;
  readonly before: Compared;
  readonly yearBefore: Compared;
};

/** One stretch with all that is known of it; `days` is its length. Null sums: it has not begun. */
export type Stretch = { readonly sums: FactSums | null; readonly days: number; readonly exposure: Exposure | null };

/** Nothing to compute from. */
export const untold = (why: Untold, numerator = 0, denominator: number | null = null): Told => ({
  ...{ value: null, untold: why, numerator, denominator, interval: null },
});

/** Complaints received. */
export const complaintsOf = ({ sums }: Stretch): Told =>
  sums
    ? { value: sums.complaints, untold: null, numerator: sums.complaints, denominator: null, interval: null }
    : untold('not_begun');

/**
 * Received ÷ visitors × 1,000 (SPSO indicator 1, with visitors as exposure), with its exact interval. Of zero visitors
 * there is no rate.
 */
export function perThousandOf({
  sums,
  exposure,
}: {
  readonly sums: Pick<FactSums, 'complaints'> | null;
  readonly exposure: Exposure | null;
}): Told {
  if (!sums) return untold('not_begun');
  const numerator = sums.complaints;
  const visitors = exposure?.exposure ?? null;
  if (visitors !== null) {
    const { rate, interval } = poissonRate({ count: numerator, exposure: visitors / perVisitors });
    return { value: rate, untold: null, numerator, denominator: visitors, interval };
  }
  return exposure?.why === 'no_visitors'
    ? untold('visitors_zero', numerator, 0)
    : untold('visitors_unknown', numerator);
}

/** A share with its interval. */
export function shareOf({ counted, outOf }: Counted): Told {
  const known = proportion(counted, outOf);
  if (!known) return untold('nothing_counted', counted, outOf);
  return { value: known.share, untold: null, numerator: counted, denominator: outOf, interval: known.interval };
}

/** A time in seconds, of so many measured out of all complaints. */
export function timeOf({ measured }: Measured, seconds: number | null, complaints: number): Told {
  if (seconds === null) return untold('nothing_counted', measured, complaints);
  return { value: seconds, untold: null, numerator: measured, denominator: complaints, interval: null };
}

/** Whether two Poisson rates differ; null when one of them has nothing to be counted against. */
export function verdictOf(before: Observed, now: Observed): Verdict | null {
  if (before.exposure <= 0 || now.exposure <= 0) return null;
  const total = before.count + now.count;
  const clearest = Math.min(
    chanceOfDifference({ ...before, count: total }, { ...now, count: 0 }),
    chanceOfDifference({ ...before, count: 0 }, { ...now, count: total }),
  );
  return clearest > 0.05 ? 'cannot_tell' : rateRatio(before, now).verdict;
}
