import type { Observed } from './input';
import { movingSpread } from './moving-spread';

/** A period of the chart: its events, and the exposure they are counted against (null: unknown). */
export type Period = { readonly key: string; readonly count: number; readonly exposure: number | null };

/** A stretch of time judged by one baseline. */
export type Phase = {
  /** Its first and its last period. */
  readonly from: string;
  readonly until: string;
  /** The last period of its baseline, after which the limits are frozen. */
  readonly baselineUntil: string;
  /** What the baseline saw, explained periods left out. */
  readonly baseline: { readonly count: number; readonly exposure: number };
  /** Events per unit of exposure; null when the baseline saw none at all, from which nothing can be judged. */
  readonly rate: number | null;
  /** What the variance is multiplied by: 1 unless a spread beyond chance was asked for and seen. */
  readonly spread: number;
  /** Of fewer than 20 usable periods: the limits may still be far off (Montgomery asks for 20 to 25). */
  readonly provisional: boolean;
};

/** From so many usable periods on limits are taken as known. */
const enoughPeriods = 20;

/** Whether something can be counted against the exposure: known and not zero. */
export const isUsable = (period: Period): period is Period & Observed =>
  period.exposure !== null && period.exposure > 0;

/**
 * Periods, in order, as the stretches that a marked change begins, each with its own periods.
 * @param rebasedAt keys of periods from which the process is another: a change that was made, or a remedy
 */
export function splitAtChanges(periods: readonly Period[], rebasedAt: ReadonlySet<string>): Period[][] {
  return periods.reduce<Period[][]>((stretches, period) => {
    const last = stretches.at(-1);
    if (last === undefined || rebasedAt.has(period.key)) return [...stretches, [period]];
    last.push(period);
    return stretches;
  }, []);
}

/** How baselines are made. */
export type BaselineRules = {
  /** Periods of a baseline. */
  readonly length: number;
  /** Keys of periods with a known cause, which are not part of the usual. */
  readonly explained: ReadonlySet<string>;
  /** Whether the limits heed a spread beyond chance. */
  readonly overDispersed: boolean;
};

/**
 * The phase of such a stretch (at least one period): its first `length` periods are the baseline, pooled as
 * Σ events ∕ Σ exposure; what comes later does not move the limits.
 */
export function phaseOf(stretch: readonly Period[], { length, explained, overDispersed }: BaselineRules): Phase {
  const first = stretch.slice(0, length);
  const usable = first.filter(isUsable).filter(({ key }) => !explained.has(key));
  const count = usable.reduce((sum, period) => sum + period.count, 0);
  const exposure = usable.reduce((sum, period) => sum + period.exposure, 0);
  const rate = count === 0 ? null : count / exposure;
  return {
    from: stretch[0]?.key ?? '',
    until: stretch.at(-1)?.key ?? '',
    baselineUntil: first.at(-1)?.key ?? '',
    baseline: { count, exposure },
    rate,
    spread: overDispersed && rate !== null ? movingSpread(usable.map((period) => rawDeviation(period, rate))) : 1,
    provisional: usable.length < enoughPeriods,
  };
}

const rawDeviation = ({ count, exposure }: Observed, rate: number): number =>
  (count - rate * exposure) / Math.sqrt(rate * exposure);
