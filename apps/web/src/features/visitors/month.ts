import type { Language } from '@zenmeban/domain/engine';
import { addDays, type Day } from '../../lib/zoned-time';

/** A month of the calendar, `2026-11`. */
export type Month = string;

export const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The month before (-1) or after (1). */
export const monthBeside = (month: Month, step: -1 | 1): Month =>
  monthOf(step === -1 ? addDays(`${month}-01`, -1) : addDays(`${month}-28`, 4));

export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(monthBeside(month, 1)), -1);

/** `2026年11月`, `November 2026`. */
export const monthWords = (month: Month, language: Language): string =>
  new Date(firstDayOf(month)).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

/** `2026年11月24日`, `24 Nov 2026`: where days of several years stand side by side. */
export const fullDayWords = (day: Day, language: Language): string =>
  new Date(day).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
