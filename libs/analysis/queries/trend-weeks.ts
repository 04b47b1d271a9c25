import { addDays, mondayOf } from '@zenmeban/domain/roster';
import type { SiteCalendar } from './calendar';
import type { Days } from './filter';
import { wholeWeeks } from './periods';

/** Weeks before the period from which the limits are made: half a year, the baseline of `controlChart`. */
export const baselineWeeks = 26;

/** The weeks a trend looks at. */
export type TrendWeeks = {
  /** Mondays of whole weeks that are over, the oldest first: the half year before the period, and the period. */
  readonly whole: readonly string[];
  /** What is left of the week that today, or the end of the period, cuts: shown, never judged. Null when nothing is. */
  readonly cut: Days | null;
};

/**
 * The chart begins half a year before the period, so that its limits come from what was usual before; but not before the
 * first whole week in which one of the sites used the product, of which nothing is known. A week that has not ended at
 * every site is not judged: half over, it has half its complaints.
 */
export function trendWeeks({ from, to }: Days, { today, firstWeek }: SiteCalendar): TrendWeeks {
  const until = to < today ? to : today;
  if (firstWeek === null || from > until) return { whole: [], cut: null };
  const wanted = addDays(mondayOf(from), -7 * baselineWeeks);
  const known = addDays(firstWeek, 7);
  const whole = wholeWeeks({ from: wanted > known ? wanted : known, to: to < today ? to : addDays(today, -1) });
  const last = mondayOf(until);
  return { whole, cut: whole.includes(last) ? null : { from: last, to: until } };
}

/** Whether a week belongs to the period, at least with its last day, and not only to its baseline. */
export const isInPeriod = (week: string, { from }: Days): boolean => addDays(week, 6) >= from;
