/** From and until as `HH:MM`, local to the site; `until` at or before `from` is on the next day. */
export type OpenHours = { readonly from: string; readonly until: string };

/**
 * When a venue is open, local to the site. `week` by ISO weekday (`1` = Monday … `7` = Sunday), missing = closed; `days`
 * by date (`2026-10-01`) goes before `week`, null = closed.
 */
export type Opening = {
  readonly week: Readonly<Partial<Record<Weekday, OpenHours>>>;
  readonly days?: Readonly<Record<string, OpenHours | null>>;
};

export type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** Whether a local time of day (`HH:MM`) lies in the hours; they may cross midnight, and are a whole day when equal. */
export function isWithinHours({ from, until }: OpenHours, timeOfDay: string): boolean {
  if (from < until) return from <= timeOfDay && timeOfDay < until;
  return timeOfDay >= from || timeOfDay < until;
}
