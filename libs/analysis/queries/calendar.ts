import type { Transaction } from '@zenmeban/database';
import type { AnalysisScope } from './filter';

/** What the calendars of the sites say. */
export type SiteCalendar = {
  /** The earliest of their local days: what is over by it is over at all of them. */
  readonly today: string;
  /** The Monday of the week in which one of them had its first incident of any kind; null when there was none. */
  readonly firstWeek: string | null;
};

/** Reads it. @param scope with at least one site */
export async function calendarOf(tx: Transaction, { sites }: AnalysisScope): Promise<SiteCalendar> {
  const [row] = await tx.query<[SiteCalendar]>(
    `SELECT min((app.app_now() AT TIME ZONE s.time_zone)::date)::text AS today,
       min((SELECT min(f.week) FROM app.incident_fact f WHERE f.site_id = s.id))::text AS "firstWeek"
     FROM app.site s WHERE s.id = ANY($1)`,
    [sites.map(({ id }) => id)],
  );
  return row;
}
