import type { OpenHours, Opening, Weekday } from '../engine';
import { addDays, localOf, nearestInstant, weekdayOf } from './local-time';
import type { Span } from './on-duty';

/** How a calendar departs from the week: a public holiday, or a weekend worked for one (调休); null = as usual. */
export type SpecialDays = (date: string) => 'rest' | 'work' | null;

/** When people may be called at a site: at any hour, while it is open, or on working days while it is open. */
export type CallingHours = 'opening' | 'working' | undefined;

const noSpecialDays: SpecialDays = () => null;

/** No venue closes longer than that; a calendar that never opens is a mistake, and no reason to call nobody. */
const lookAheadDays = 400;

/** Whether a day is worked: Monday to Friday, unless the calendar says otherwise. */
export function isWorkingDay(date: string, special: SpecialDays = noSpecialDays): boolean {
  const marked = special(date);
  return marked === null ? weekdayOf(date) <= 5 : marked === 'work';
}

/** The hours of a day: those set for it, else those of its weekday; null = closed. Without an opening around the clock. */
export function hoursOn(opening: Opening | null, date: string): OpenHours | null {
  if (opening === null) return aroundTheClock;
  const own = opening.days?.[date];
  return own === undefined ? (opening.week[String(weekdayOf(date)) as Weekday] ?? null) : own;
}

const aroundTheClock: OpenHours = { from: '00:00', until: '00:00' };

/** The hours that begin on a day as instants of the zone; hours that the clocks jump over begin or end after the jump. */
export function openSpan(opening: Opening | null, date: string, zone: string): Span | null {
  const hours = hoursOn(opening, date);
  if (hours === null) return null;
  const lastDay = hours.until <= hours.from ? addDays(date, 1) : date;
  return { startsAt: nearestInstant(date, hours.from, zone), endsAt: nearestInstant(lastDay, hours.until, zone) };
}

/** The spans in which a site is open between two moments, in order; neighbours touch or overlap. */
export function openSpans(opening: Opening | null, zone: string, { startsAt, endsAt }: Span): Span[] {
  const spans: Span[] = [];
  const last = localOf(endsAt, zone).date;
  for (let day = addDays(localOf(startsAt, zone).date, -1); day <= last; day = addDays(day, 1)) {
    const span = openSpan(opening, day, zone);
    if (span && span.startsAt < endsAt && span.endsAt > startsAt) spans.push(span);
  }
  return spans;
}

/**
 * For policies with hours: the earliest moment at or after `at` when people may be called. A site without opening hours
 * is open around the clock; one that does not open within 400 days may be called at once.
 * @param special the working calendar, heeded for `working` only
 */
export function openingFrom(
  opening: Opening | null,
  zone: string,
  hours: CallingHours,
  special: SpecialDays = noSpecialDays,
): (at: Date) => Date {
  if (hours === undefined) return (at) => at;
  const counts = (date: string) => hours === 'opening' || isWorkingDay(date, special);
  return (at) => {
    const today = localOf(at, zone).date;
    /* Hours that began yesterday may not be over yet. */
    for (let ahead = -1; ahead <= lookAheadDays; ahead += 1) {
      const date = addDays(today, ahead);
      const span = counts(date) ? openSpan(opening, date, zone) : null;
      if (span && span.endsAt > at) return span.startsAt > at ? span.startsAt : at;
    }
    return at;
  };
}
