import { createRequire } from 'node:module';
import type { Holiday, Localized } from '@zenmeban/domain/engine';
import chineseDays from 'chinese-days';

export const holidayTitles: Readonly<Record<Holiday, Localized>> = {
  'new-year': { zh: '元旦', en: 'New Year' },
  'spring-festival': { zh: '春节', en: 'Spring Festival' },
  'lantern-festival': { zh: '元宵节', en: 'Lantern Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  'labour-day': { zh: '劳动节', en: 'Labour Day' },
  'dragon-boat': { zh: '端午节', en: 'Dragon Boat Festival' },
  'mid-autumn': { zh: '中秋节', en: 'Mid-Autumn Festival' },
  'national-day': { zh: '国庆节', en: 'National Day' },
  christmas: { zh: '圣诞节', en: 'Christmas' },
};

const dayMs = 86_400_000;

/**
 * The holiday a day (`YYYY-MM-DD`) belongs to, or null. By the lunar calendar and the sun for any year up to 2099, and
 * by the official breaks (国务院办公厅) where the table of `chinese-days` has them: a break around a holiday is part of it.
 * Festivals of the moon come first: Mid-Autumn keeps its own day also within the National Day break.
 */
export function holidayOn(date: string): Holiday | null {
  return lunarFestival(date) ?? fixedHoliday(date) ?? officialBreak(date);
}

function lunarFestival(date: string): Holiday | null {
  const { month, day } = lunar(date);
  const tomorrow = lunar(date, 1);
  if (tomorrow.month === 1 && tomorrow.day === 1) return 'spring-festival';
  if (month === 1 && day < 15) return 'spring-festival';
  if (month === 1 && day === 15) return 'lantern-festival';
  if (month === 5 && day === 5) return 'dragon-boat';
  return month === 8 && day === 15 ? 'mid-autumn' : null;
}

function fixedHoliday(date: string): Holiday | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (month === 1 && day === 1) return 'new-year';
  if (month === 4 && day === qingmingInApril(year)) return 'qingming';
  if (month === 5 && day <= 5) return 'labour-day';
  if (month === 10 && day <= 7) return 'national-day';
  return month === 12 && (day === 24 || day === 25) ? 'christmas' : null;
}

/** As the table names them; the Spring Festival goes by the moon alone. */
const breaks: Readonly<Record<string, Holiday>> = {
  元旦: 'new-year',
  清明: 'qingming',
  劳动节: 'labour-day',
  端午: 'dragon-boat',
  中秋: 'mid-autumn',
  国庆节: 'national-day',
};

/* The table itself: the functions of the package look into it a day off when the process runs west of Greenwich. */
const officialTable = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  /** By day: `National Day,国庆节,3`. */
  readonly holidays: Readonly<Record<string, string>>;
};

function officialBreak(date: string): Holiday | null {
  const [, name = ''] = officialTable.holidays[date]?.split(',') ?? [];
  return breaks[name] ?? null;
}

/** The lunar month and day `daysLater`; a leap month has no festivals and counts as none. */
function lunar(date: string, daysLater = 0): { month: number; day: number } {
  /* Noon in Beijing: the package counts days from a midnight there. */
  const noon = new Date(new Date(`${date}T12:00+08:00`).getTime() + daysLater * dayMs);
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(noon);
  return { month: isLeap ? 0 : lunarMon, day: lunarDay };
}

/**
 * The day in April on which the sun reaches 15°, 2000-2099: the usual formula [Y × 0.2422 + 4.81] − [Y ÷ 4] (寿星通式).
 * The package has it too, but there as well is a day early west of Greenwich.
 */
function qingmingInApril(year: number): number {
  const ofCentury = year % 100;
  return Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4);
}
