import { median } from './percentile';

/** What is known about a day besides its figure. */
export type DayOfVisitors = {
  readonly isOpen: boolean;
  /** The working calendar marks it: a public holiday, or a weekend worked for one. */
  readonly isSpecial: boolean;
  /** Otherwise more visitors may come. */
  readonly isOver: boolean;
  /** The figures of ordinary days of the same weekday in the eight weeks before. */
  readonly sameWeekday: readonly number[];
};

/** Why a figure should be looked at once more; `usual` is the median of the same weekday. */
export type Oddity =
  | { readonly kind: 'closed' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'far_above' | 'far_below'; readonly usual: number; readonly weeks: number };

/** Fewer figures to compare with say nothing. */
const leastToCompare = 4;

/** Modified z-scores beyond this are outliers: Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993), p. 11. */
const mostDeviations = 3.5;

/** Standard deviations per median absolute deviation, for a normal distribution. */
const deviationPerMad = 1.4826;

/** A figure that is not at least so many times off is weather, not a slip; on holidays everything may be different. */
const leastFactor = { ordinary: 2, special: 5 };

/**
 * Whether a figure looks like a slip of the hand or a broken counter: compared with the median of its weekday by the
 * median absolute deviation, which a few odd figures among the eight do not move. A deviation is taken to be at least
 * that of counting itself (the root of the median), so that eight equal figures do not make the ninth an outlier.
 * @returns null for a figure that raises no question
 */
export function oddVisitors(visitors: number, day: DayOfVisitors): Oddity | null {
  if (!day.isOpen) return visitors > 0 ? { kind: 'closed' } : null;
  const weeks = day.sameWeekday.length;
  const usual = weeks < leastToCompare ? null : (median(day.sameWeekday) ?? 0);
  if (visitors === 0) return day.isOver && usual !== 0 ? { kind: 'nobody' } : null;
  if (usual === null) return null;
  const mad = median(day.sameWeekday.map((other) => Math.abs(other - usual))) ?? 0;
  const deviations = Math.abs(visitors - usual) / Math.max(deviationPerMad * mad, Math.sqrt(usual), 1);
  const factor = day.isSpecial ? leastFactor.special : leastFactor.ordinary;
  if (deviations <= mostDeviations) return null;
  if (visitors > usual * factor) return { kind: 'far_above', usual, weeks };
  return day.isOver && visitors * factor < usual ? { kind: 'far_below', usual, weeks } : null;
}
