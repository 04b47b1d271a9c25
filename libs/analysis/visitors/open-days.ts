import type { Opening } from '@zenmeban/domain/engine';
import { addDays, hoursOn } from '@zenmeban/domain/roster';

/** A Monday, from which weekdays are counted. */
const monday = '1999-12-27';

/** On which weekdays a site is open, by the week alone: bit 0 = Monday … bit 6 = Sunday. */
export function openWeekdays(opening: Opening | null): number {
  const week = Array.from({ length: 7 }, (_, ahead) => addDays(monday, ahead));
  return week.reduce((bits, day, weekday) => bits | (isOpenByWeek(opening, day) ? 1 << weekday : 0), 0);
}

/** The single days, both ends included, on which a site is open though its week says closed (1), or the reverse (-1). */
export function differingDays(opening: Opening | null, first: string, last: string): { day: string; by: 1 | -1 }[] {
  return Object.keys(opening?.days ?? {}).flatMap((day) => {
    const isOpen = hoursOn(opening, day) !== null;
    if (day < first || day > last || isOpen === isOpenByWeek(opening, day)) return [];
    return [{ day, by: isOpen ? 1 : -1 } as const];
  });
}

/**
 * Counts on how many of the days from one to another, both included, a site is open; 0 when the last is before the
 * first. By weekday and by the single days that differ, so that five years take no longer than a week.
 */
export function openDayCounter(opening: Opening | null): (first: string, last: string) => number {
  const bits = openWeekdays(opening);
  const differing = differingDays(opening, '', '9999-12-31');
  return (first, last) => {
    const days = daysFrom(first, last) + 1;
    if (days <= 0) return 0;
    let open = 0;
    for (let ahead = 0; ahead < 7; ahead += 1)
      if (bits & (1 << ((daysFrom(monday, first) + ahead) % 7))) open += Math.floor((days + 6 - ahead) / 7);
    for (const { day, by } of differing) if (first <= day && day <= last) open += by;
    return open;
  };
}

const isOpenByWeek = (opening: Opening | null, day: string): boolean =>
  opening === null || hoursOn({ week: opening.week }, day) !== null;

const daysFrom = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000;
