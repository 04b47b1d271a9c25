import { Database, type Site, type Transaction, type VisitorSource } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { addDays, daysBetween, localOf } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { type Figure, figureProblems, firstDay } from './figure-problems';
import { lockFigures, readFigures, writeFigures } from './figure-rows';
import { comparedFrom, type FigureWarning, siteDay, warningOf } from './look-at-figures';
import { badFigures, sameDayTwice, spanBackwards, spanOutside, spanTooLong } from './refusals';

export type VisitorDay = {
  day: string;
  /** Null = not known. */
  visitors: number | null;
  source: VisitorSource | null;
  enteredBy: { id: string; name: string } | null;
  at: Date | null;
  isOpen: boolean;
  holiday: Localized | null;
  /** An open day that is over and has no figure. */
  isMissing: boolean;
  warning: FigureWarning | null;
};

export type VisitorDays = {
  today: string;
  from: string;
  to: string;
  days: VisitorDay[];
  /** Sum of the figures there are. */
  visitors: number;
  daysMissing: number;
};

/** A year, leap days included. */
const mostDays = 366;

/** How many visitors a site had, day by day: read with what is missing or odd, and entered by hand. */
@Injectable()
export class Visitors {
  constructor(private readonly database: Database) {}

  /**
   * @param query local days, both included; without them the month of today, with one of them the month from or up to
   *   it. Throws `visitors.span` for more than 366 days and for days before 2000 or more than a year ahead
   */
  async read(site: Site, query: { from?: string | undefined; to?: string | undefined } = {}): Promise<VisitorDays> {
    const today = localOf(await this.database.now(), site.timeZone).date;
    const { from, to } = spanOf(query, today);
    return this.days(this.database.manager, site, { from, to, today });
  }

  /**
   * Writes figures by hand; those that are there already change nothing.
   * @returns the days that were given. Throws `visitors.bad_figures` with everything that is wrong
   */
  async enter(site: Site, figures: readonly Figure[], actorId: string): Promise<VisitorDay[]> {
    return this.database.transaction(async (tx) => {
      const today = localOf(await this.database.now(), site.timeZone).date;
      const problems = figures.flatMap((figure, at) => [
        ...figureProblems(`days.${at}.`, figure, today),
        ...(figures.findIndex(({ day }) => day === figure.day) < at ? [sameDayTwice(`days.${at}.day`)] : []),
      ]);
      if (problems.length > 0) throw badFigures(problems);
      await lockFigures(tx, [site.id]);
      await writeFigures(tx, site.id, figures, { source: 'typed', actorId });
      const sorted = figures.map(({ day }) => day).sort();
      const [from = today, to = today] = [sorted[0], sorted.at(-1)];
      const { days } = await this.days(tx, site, { from, to, today });
      return days.filter(({ day }) => sorted.includes(day));
    });
  }

  private async days(
    tx: Transaction,
    site: Site,
    { from, to, today }: { from: string; to: string; today: string },
  ): Promise<VisitorDays> {
    const rows = await readFigures(tx, site.id, comparedFrom(from), to);
    const figures = new Map(rows.map(({ day, visitors }) => [day, visitors]));
    const byDay = new Map(rows.map((row) => [row.day, row]));
    const days = daysBetween(from, to).map((day): VisitorDay => {
      const row = byDay.get(day);
      const { isOpen, holiday } = siteDay(site, day);
      return {
        day,
        ...{ visitors: row?.visitors ?? null, source: row?.source ?? null },
        ...{ enteredBy: row?.enteredBy ?? null, at: row?.at ?? null },
        ...{ isOpen, holiday, isMissing: isOpen && !row && day < today },
        warning: warningOf(site, day, figures, today),
      };
    });
    return {
      ...{ today, from, to, days },
      visitors: days.reduce((sum, { visitors }) => sum + (visitors ?? 0), 0),
      daysMissing: days.filter(({ isMissing }) => isMissing).length,
    };
  }
}

/** The span that is meant, once it is one that can be shown. */
function spanOf(query: { from?: string | undefined; to?: string | undefined }, today: string) {
  const month = (query.from ?? query.to ?? today).slice(0, 7);
  const from = query.from ?? `${month}-01`;
  const to = query.to ?? lastOfMonth(month);
  const bounds = { first: firstDay, last: addDays(today, mostDays) };
  if (from < bounds.first || to > bounds.last) throw spanOutside(bounds);
  if (to < from) throw spanBackwards();
  if (to > addDays(from, mostDays - 1)) throw spanTooLong(mostDays);
  return { from, to };
}

/** @param month `2026-11` */
function lastOfMonth(month: string): string {
  const next = addDays(`${month}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}
