import { DateTime } from 'luxon';

/** Local days, both included. */
export type DayRange = { readonly first: string; readonly last: string };

/**
 * The days a roster is planned for: from one year back, to note what was worked, to two years ahead. Further away is a
 * slip of the year, which nobody would find again.
 */
export function planningDays(today: string): DayRange {
  const inYears = (years: number) => DateTime.fromISO(today, { zone: 'utc' }).plus({ years }).toFormat('yyyy-MM-dd');
  return { first: inYears(-1), last: inYears(2) };
}

/** Whether a day is one of the range. */
export const isWithin = ({ first, last }: DayRange, date: string): boolean => first <= date && date <= last;
