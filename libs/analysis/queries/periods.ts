import { addDays, mondayOf, weekdayOf } from '@zenmeban/domain/roster';
import type { Days } from './filter';

/** The three stretches of time that a key figure is told of. */
export type ComparedPeriods = {
  /** What was asked for, no later than today: days to come have no complaints yet. Null when it has not begun. */
  readonly now: Days | null;
  /** As many days, just before. */
  readonly before: Days;
  /** The same days of the calendar a year earlier; 29 February is compared with the 28th. */
  readonly yearBefore: Days;
};

/**
 * The period and those it is compared with, all of the same length. One that is still running is compared with as much of
 * the others as has passed of it.
 * @param today the local day at the sites
 */
export function comparedPeriods({ from, to }: Days, today: string): ComparedPeriods {
  const until = to < today ? to : today;
  const begun = from <= until;
  const last = begun ? until : to;
  const days = dayCount({ from, to: last });
  return {
    now: begun ? { from, to: last } : null,
    before: { from: addDays(from, -days), to: addDays(from, -1) },
    yearBefore: { from: aYearBefore(from), to: aYearBefore(last) },
  };
}

/** How many days, both ends included. */
export const dayCount = ({ from, to }: Days): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** The same day of the calendar a year earlier. */
export function aYearBefore(day: string): string {
  const earlier = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return earlier.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier;
}

/** The Mondays of the weeks from one day on that are over by another, whole ones only. */
export function wholeWeeks({ from, to }: Days): string[] {
  const weeks: string[] = [];
  const first = weekdayOf(from) === 1 ? from : addDays(mondayOf(from), 7);
  for (let week = first; addDays(week, 6) <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** How often each day of the week, Monday first, lies in a period. */
export function weekdayCounts(days: Days): number[] {
  const whole = Math.floor(dayCount(days) / 7);
  const first = weekdayOf(days.from);
  const rest = dayCount(days) % 7;
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => whole + ((weekday - first + 7) % 7 < rest ? 1 : 0));
}
