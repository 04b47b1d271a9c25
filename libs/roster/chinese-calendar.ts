import { createRequire } from 'node:module';
import type { Localized } from '@zenmeban/domain/engine';
import type { SpecialDays } from '@zenmeban/domain/roster';
import chineseDays from 'chinese-days';

/* The table itself: the functions of the package look into it a day off when the process runs west of Greenwich. */
const table = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  /** By day: `National Day,国庆节,3`. */
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
};

/** The last year whose breaks and make-up days (调休) the State Council had announced when the table was made. */
export const lastAnnouncedYear = Math.max(...Object.keys(table.holidays).map((date) => Number(date.slice(0, 4))));

/**
 * How the working calendar of a site departs from the week. In China: the announced breaks and make-up days; in years
 * that are not announced yet only the holidays the law names (全国年节及纪念日放假办法, as of 2025), which then may lie on
 * a weekend without a day off in lieu. Elsewhere the week alone counts: a site closes by its own opening hours.
 */
export function specialDaysIn(zone: string): SpecialDays {
  return isChinese(zone) ? chineseDay : () => null;
}

/** What the calendar calls a day off, in China. */
export function holidayName(date: string, zone: string): Localized | null {
  if (!isChinese(zone)) return null;
  const [en, zh] = (table.holidays[date] ?? (isAnnounced(date) ? '' : (legalHoliday(date) ?? ''))).split(',');
  return en && zh ? { zh, en } : null;
}

const isChinese = (zone: string) => /^(Asia\/(Shanghai|Urumqi|Chongqing|Harbin|Kashgar|Chungking)|PRC)$/.test(zone);

const isAnnounced = (date: string) => Number(date.slice(0, 4)) <= lastAnnouncedYear;

const chineseDay: SpecialDays = (date) => {
  if (date in table.holidays) return 'rest';
  if (date in table.workdays) return 'work';
  return !isAnnounced(date) && legalHoliday(date) !== null ? 'rest' : null;
};

/** By solar date; those of the moon below. */
const solarHolidays: Readonly<Record<string, string>> = {
  '01-01': "New Year's Day,元旦",
  '05-01': 'Labour Day,劳动节',
  '05-02': 'Labour Day,劳动节',
  '10-01': 'National Day,国庆节',
  '10-02': 'National Day,国庆节',
  '10-03': 'National Day,国庆节',
};

/** Month and day of the moon; the eve of the Spring Festival is found by the day after it. */
const lunarHolidays: Readonly<Record<string, string>> = {
  '1-1': 'Spring Festival,春节',
  '1-2': 'Spring Festival,春节',
  '1-3': 'Spring Festival,春节',
  '5-5': 'Dragon Boat Festival,端午节',
  '8-15': 'Mid-autumn Festival,中秋节',
};

function legalHoliday(date: string): string | null {
  const solar = solarHolidays[date.slice(5)];
  if (solar !== undefined) return solar;
  if (date.slice(5) === `04-0${qingmingInApril(Number(date.slice(0, 4)))}`) return 'Tomb-sweeping Day,清明节';
  return lunarHolidays[lunar(date, 0)] ?? (lunar(date, 1) === '1-1' ? 'Spring Festival,春节' : null);
}

function lunar(date: string, daysLater: number): string {
  /* Noon in Beijing: the package counts days from a midnight there. */
  const noon = new Date(new Date(`${date}T12:00+08:00`).getTime() + daysLater * 86_400_000);
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(noon);
  return isLeap ? '' : `${lunarMon}-${lunarDay}`;
}

/** 2000-2099, by the usual formula (寿星通式). */
function qingmingInApril(year: number): number {
  const ofCentury = year % 100;
  return Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4);
}
