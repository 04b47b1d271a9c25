import type { Language } from '@zenmeban/domain/engine';
import { type Day, dayAt, timeAt } from '../../lib/zoned-time';

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

const written = (day: Day, language: Language, how: Intl.DateTimeFormatOptions) =>
  new Date(day).toLocaleDateString(locale(language), { ...how, timeZone: 'UTC' }).replace(',', '');

/** `11月24日 周二`, `Tue 24 Nov`. */
export const dayWords = (day: Day, language: Language): string =>
  language === 'zh'
    ? `${dateWords(day, language)} ${weekdayWords(day, language)}`
    : written(day, language, { weekday: 'short', day: 'numeric', month: 'short' });

/** `周二`, `Tue`. */
export const weekdayWords = (day: Day, language: Language): string => written(day, language, { weekday: 'short' });

/** `11月24日`, `24 Nov`. */
export const dateWords = (day: Day, language: Language): string =>
  written(day, language, { day: 'numeric', month: 'short' });

/** `11月23日 – 29日`, `23 – 29 Nov`; with both months where there are two. */
export function weekWords(days: readonly Day[], language: Language): string {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (first.slice(0, 7) !== last.slice(0, 7)) return `${dateWords(first, language)} – ${dateWords(last, language)}`;
  const number = (day: Day) => String(Number(day.slice(8)));
  return language === 'zh'
    ? `${dateWords(first, language)} – ${number(last)}日`
    : `${number(first)} – ${dateWords(last, language)}`;
}

type Span = { readonly startsAt: string; readonly endsAt: string };

/** `08:00–17:00`; midnight as an end reads 24:00. */
export function hoursWords({ startsAt, endsAt }: Span, timeZone: string): string {
  const end = timeAt(endsAt, timeZone);
  return `${timeAt(startsAt, timeZone)}–${end === '00:00' ? '24:00' : end}`;
}

const lastsSixDaysMs = 6 * 86_400_000;

/** `11月24日 周二 20:00 – 周三 08:00`; the second date only when its weekday alone could be misread. */
export function spanWords(span: Span, timeZone: string, language: Language): string {
  const [from, until] = [dayAt(span.startsAt, timeZone), dayAt(new Date(Date.parse(span.endsAt) - 1), timeZone)];
  if (from === until) return `${dayWords(from, language)} ${hoursWords(span, timeZone)}`;
  const isShort = Date.parse(span.endsAt) - Date.parse(span.startsAt) < lastsSixDaysMs;
  const end = timeAt(span.endsAt, timeZone);
  const last = `${isShort ? weekdayWords(until, language) : dayWords(until, language)} ${end === '00:00' ? '24:00' : end}`;
  return `${dayWords(from, language)} ${timeAt(span.startsAt, timeZone)} – ${last}`;
}

/** Whether it ends on a later local day than it begins; midnight still belongs to the day it ends. */
export const isOvernight = (span: Span, timeZone: string): boolean =>
  dayAt(span.startsAt, timeZone) < dayAt(new Date(Date.parse(span.endsAt) - 1), timeZone);
