import type { Opening } from '@zenmeban/domain/engine';
import { addDays, hoursOn } from '@zenmeban/domain/roster';

/**
 * On how many of the days a site is open, both ends included; 0 when the last is before the first. By weekday and by the
 * single days that differ, so that five years take no longer than a week.
 */
export function openDaysIn(opening: Opening | null, first: string, last: string): number {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  if (days <= 0) return 0;
  if (opening === null) return days;
  const wholeWeeks = Math.floor(days / 7);
  const week = Array.from({ length: 7 }, (_, ahead) => addDays(first, ahead));
  const byWeek = week.reduce(
    (sum, day, ahead) => sum + (isOpenBy(opening, day) ? wholeWeeks + (ahead < days % 7 ? 1 : 0) : 0),
    0,
  );
  const differing = Object.keys(opening.days ?? {}).filter((day) => first <= day && day <= last);
  return differing.reduce(
    (sum, day) => sum + Number(hoursOn(opening, day) !== null) - Number(isOpenBy(opening, day)),
    byWeek,
  );
}

/** By the week alone. */
const isOpenBy = ({ week }: Opening, day: string): boolean => hoursOn({ week }, day) !== null;
