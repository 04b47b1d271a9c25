import { type Language, type Post, postNames } from '@zenmeban/domain/engine';
import type { Span } from '@zenmeban/domain/roster';
import ical from 'ical-generator';
import { DateTime } from 'luxon';
import { vtimezone } from './calendar-zone';

/** One entry of a calendar; `who` is missing in somebody's own. */
export type CalendarDuty = Span & {
  id: string;
  kind: 'shift' | 'stand-in';
  post: Post;
  zone: string;
  site: string;
  who?: string;
};

/**
 * Duties as iCalendar (RFC 5545): times in the zone of each site, with that zone's rules in the file. It says posts,
 * sites and colleagues; nothing of incidents or customers.
 * @param changedAt when the roster was last changed: the same roster gives the same text
 */
export function calendarText(
  duties: readonly CalendarDuty[],
  { title, language, changedAt }: { title: string; language: Language; changedAt: Date },
): string {
  const years = duties.flatMap(({ startsAt, endsAt }) => [startsAt.getUTCFullYear(), endsAt.getUTCFullYear()]);
  const calendar = ical({
    name: title,
    prodId: { company: 'Zenmeban', product: 'Duty roster', language: language.toUpperCase() },
    ttl: 60 * 60,
    /* Without a zone of its own, so that stamps are in UTC as the RFC wants them. */
    timezone: { name: null, generator: (zone) => vtimezone(zone, Math.min(...years), Math.max(...years)) },
  });
  for (const duty of duties) {
    calendar.createEvent({
      id: `${duty.id}@zenmeban`,
      stamp: DateTime.fromJSDate(changedAt),
      start: DateTime.fromJSDate(duty.startsAt),
      end: DateTime.fromJSDate(duty.endsAt),
      timezone: duty.zone,
      summary: summaryOf(duty, language),
      location: duty.site,
    });
  }
  return calendar.toString();
}

function summaryOf({ kind, post, site, who }: CalendarDuty, language: Language): string {
  const standIn = kind === 'stand-in' ? { zh: '（顶班）', en: ' (standing in)' }[language] : '';
  return `${postNames[post][language]}${standIn} · ${who ?? site}`;
}
