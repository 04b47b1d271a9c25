/** Days of a calendar, both included, as `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

export const presets = [1, 7, 30] as const;
export type Preset = (typeof presets)[number];

const day = /^\d{4}-\d\d-\d\d$/;

/** A day from the address, or undefined when it is none. */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !day.test(value)) return undefined;
  const time = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value ? undefined : value;
}

/** The last so many days, today included, on this device's calendar. */
export function lastDays(count: number, today: Date): Period {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - count + 1);
  return { from: localDay(first), to: localDay(today) };
}

/** Which preset a period is, or null when it was chosen by hand. */
export const presetOf = (period: Period, today: Date): Preset | null =>
  presets.find((count) => {
    const { from, to } = lastDays(count, today);
    return from === period.from && to === period.to;
  }) ?? null;

const localDay = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
