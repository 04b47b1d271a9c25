/** A day on the calendar of a site, `2026-11-24`: without a zone, so that it can be counted with. */
export type Day = string;

const dayMs = 86_400_000;

/** The local day of an instant. */
export const dayAt = (at: string | Date, timeZone: string): Day =>
  new Date(at).toLocaleDateString('sv-SE', { timeZone });

/** The local time of day of an instant, `HH:MM`. */
export const timeAt = (at: string | Date, timeZone: string): string =>
  new Date(at).toLocaleTimeString('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || 7;

/** The seven days, from Monday, of the week a day lies in. */
export function weekOf(day: Day): Day[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** Whether a text, from an address say, is a day of the calendar. */
export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * The instant of a local time. Of an hour that comes twice (clocks set back) the first, of one that is left out (clocks
 * set forward) as much later as the clocks jump.
 * @param time `HH:MM`; `24:00` is the midnight that ends the day
 */
export function instantAt(day: Day, time: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asUtc = Date.parse(day) + (hours * 60 + minutes) * 60_000;
  const candidates = [asUtc - dayMs, asUtc + dayMs].map((near) => asUtc - offsetAt(near, timeZone));
  const fitting = candidates.filter((at) => at + offsetAt(at, timeZone) === asUtc);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates));
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds, at an instant. */
function offsetAt(at: number, timeZone: string): number {
  const local = new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
  return Date.parse(`${local}Z`) - Math.floor(at / 1_000) * 1_000;
}
