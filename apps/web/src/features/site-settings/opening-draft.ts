import type { OpenHours, Opening, Weekday } from '@zenmeban/domain/engine';
import type { Day } from '../../lib/zoned-time';

/** Opening hours while they are being changed: a closed day keeps the hours it had, should it be opened again. */
export type OpeningDraft = {
  readonly anyHour: boolean;
  readonly week: Readonly<Record<Weekday, DayDraft>>;
  readonly days: readonly (DayDraft & { readonly date: Day })[];
};
export type DayDraft = OpenHours & { readonly open: boolean };

export const weekdays: readonly Weekday[] = ['1', '2', '3', '4', '5', '6', '7'];

const usual: OpenHours = { from: '09:00', until: '18:00' };

const dayDraft = (hours: OpenHours | null | undefined): DayDraft => ({ ...(hours ?? usual), open: Boolean(hours) });

/** What is stored as a draft; null (open at any hour) becomes a week of usual hours behind the switch. */
export function draftOf(opening: Opening | null): OpeningDraft {
  const week = (weekday: Weekday) => dayDraft(opening ? opening.week[weekday] : usual);
  return {
    anyHour: opening === null,
    week: {
      '1': week('1'),
      '2': week('2'),
      '3': week('3'),
      '4': week('4'),
      '5': week('5'),
      '6': week('6'),
      '7': week('7'),
    },
    days: Object.entries(opening?.days ?? {})
      .map(([date, hours]) => ({ date, ...dayDraft(hours) }))
      .toSorted((a, b) => a.date.localeCompare(b.date)),
  };
}

/** The draft as it is stored. */
export function openingOf({ anyHour, week, days }: OpeningDraft): Opening | null {
  if (anyHour) return null;
  const hours = ({ from, until }: OpenHours): OpenHours => ({ from, until });
  return {
    week: Object.fromEntries(weekdays.filter((day) => week[day].open).map((day) => [day, hours(week[day])])),
    ...(days.length > 0 && { days: Object.fromEntries(days.map((day) => [day.date, day.open ? hours(day) : null])) }),
  };
}

/** A phone number as the server takes it. */
export const isPhone = (text: string): boolean => /^\+?[\d\s()-]{3,40}$/.test(text);
