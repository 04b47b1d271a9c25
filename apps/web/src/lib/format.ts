import type { Language } from '@zenmeban/domain/engine';

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** `14:03` in the site's time zone, with the date in front when it is not the day of `today`. */
export function clockTime(at: string, timeZone: string, language: Language, today: Date): string {
  const day = (time: Date) => time.toLocaleDateString('sv-SE', { timeZone });
  const time = new Date(at);
  const hours: Intl.DateTimeFormatOptions = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (day(time) === day(today)) return time.toLocaleTimeString(locale(language), hours);
  return time.toLocaleString(locale(language), { ...hours, month: 'short', day: 'numeric' });
}

/** The same with its seconds: `14:03:09`. */
export function clockTimeToTheSecond(at: string, timeZone: string, language: Language, today: Date): string {
  const second = new Date(at).toLocaleTimeString('sv-SE', { timeZone, second: '2-digit' }).padStart(2, '0');
  return `${clockTime(at, timeZone, language, today)}:${second}`;
}

/** `2026年11月2日` on this device's calendar. */
export const calendarDay = (at: string, language: Language): string =>
  new Date(at).toLocaleDateString(locale(language), { year: 'numeric', month: 'short', day: 'numeric' });

/** Whether an instant lies on the day of `today` on this device's calendar. */
export const isSameDay = (at: string, today: Date): boolean => new Date(at).toDateString() === today.toDateString();

/** `3:07` or `1:02:45`: a span of milliseconds as people read a countdown; never below zero. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The largest unit a person would say: 40 s, 5 min, 3 h, 2 d. */
export function span(milliseconds: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number } {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return { unit: 'seconds', count: seconds };
  if (seconds < 3_600) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < 172_800) return { unit: 'hours', count: Math.floor(seconds / 3_600) };
  return { unit: 'days', count: Math.floor(seconds / 86_400) };
}
