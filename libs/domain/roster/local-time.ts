import { DateTime } from 'luxon';
import type { Span } from './on-duty';

/**
 * The instant of a local day (`2026-11-23`) and time (`08:00`) in a zone; null when the clocks jump over it there. A
 * time that they show twice is the first of both, so that a shift that ends then and one that begins then meet.
 */
export function localInstant(date: string, time: string, zone: string): Date | null {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone });
  if (!moment.isValid || moment.toFormat('HH:mm') !== time) return null;
  return firstOf(moment);
}

/** As `localInstant`, but a time that the clocks jump over is as much later as they jump. Throws for no date or time. */
export function nearestInstant(date: string, time: string, zone: string): Date {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone });
  if (!moment.isValid) throw new Error(`${date}T${time} in ${zone} is no time`);
  return firstOf(moment);
}

/** Of a time that the clocks show twice, the first. */
function firstOf(moment: DateTime): Date {
  const [first = moment] = moment.getPossibleOffsets();
  return first.toJSDate();
}

/** The first instant of a local day; where midnight is jumped over, the day begins after it. */
export function startOfDay(date: string, zone: string): Date {
  return DateTime.fromISO(date, { zone }).startOf('day').toJSDate();
}

/** The day `days` later on the calendar. */
export function addDays(date: string, days: number): string {
  return new Date(Date.UTC(...partsOf(date)) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Every day from `first` to `last`, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The Monday of the week of a day. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** What calendar and clock show in a zone: `2026-11-23` and `08:00`. */
export function localOf(at: Date, zone: string): { date: string; time: string } {
  const moment = DateTime.fromJSDate(at, { zone });
  return { date: moment.toFormat('yyyy-MM-dd'), time: moment.toFormat('HH:mm') };
}

/**
 * The span of a shift by its local day and hours; an end at or before the start is on the next day. `noSuchTime` is a
 * time that the clocks of the zone jump over on that day.
 */
export function shiftSpan(
  { date, start, end }: { date: string; start: string; end: string },
  zone: string,
): Span | { readonly noSuchTime: string } {
  const startsAt = localInstant(date, start, zone);
  const endsAt = localInstant(end <= start ? addDays(date, 1) : date, end, zone);
  if (!startsAt) return { noSuchTime: start };
  return endsAt ? { startsAt, endsAt } : { noSuchTime: end };
}

function partsOf(date: string): [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month - 1, day];
}
