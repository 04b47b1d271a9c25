import type { Site } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { type Oddity, oddVisitors } from '@zenmeban/domain/analysis';
import { addDays, hoursOn } from '@zenmeban/domain/roster';
import { holidayName, specialDaysIn } from '@zenmeban/roster';
import { oddityText } from './oddity-text';

/** Figures are compared with those of this many weeks before. */
export const weeksCompared = 8;

/** The first day whose figure is needed to look at that of `day`. */
export const comparedFrom = (day: string): string => addDays(day, -7 * weeksCompared);

/** What the calendar and the opening hours of a site say of a day. */
export type SiteDay = { readonly isOpen: boolean; readonly holiday: Localized | null; readonly isSpecial: boolean };

export const siteDay = ({ opening, timeZone }: Pick<Site, 'opening' | 'timeZone'>, day: string): SiteDay => ({
  isOpen: hoursOn(opening, day) !== null,
  holiday: holidayName(day, timeZone),
  isSpecial: specialDaysIn(timeZone)(day) !== null,
});

/** That a figure should be looked at once more, and why; it counts all the same. */
export type FigureWarning = { readonly kind: Oddity['kind']; readonly text: Localized };

/**
 * Looks at the figure of a day beside those of the same weekday.
 * @param figures the visitors by day, from `comparedFrom(day)` on
 * @param today on the calendar of the site; its figure may still grow
 */
export function warningOf(
  site: Pick<Site, 'opening' | 'timeZone'>,
  day: string,
  figures: ReadonlyMap<string, number>,
  today: string,
): FigureWarning | null {
  const visitors = figures.get(day);
  if (visitors === undefined) return null;
  const { isOpen, holiday, isSpecial } = siteDay(site, day);
  const oddity = oddVisitors(visitors, {
    ...{ isOpen, isSpecial, isOver: day < today },
    sameWeekday: ordinaryBefore(site, day).flatMap((earlier) => figures.get(earlier) ?? []),
  });
  return oddity && { kind: oddity.kind, text: oddityText(oddity, { day, visitors, holiday }) };
}

/** The same weekday of the weeks before, without closed days and holidays. */
function ordinaryBefore(site: Pick<Site, 'opening' | 'timeZone'>, day: string): string[] {
  return Array.from({ length: weeksCompared }, (_, week) => addDays(day, -7 * (week + 1))).filter((earlier) => {
    const { isOpen, isSpecial } = siteDay(site, earlier);
    return isOpen && !isSpecial;
  });
}
