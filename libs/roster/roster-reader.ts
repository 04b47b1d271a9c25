import { Database, type Site } from '@zenmeban/database';
import type { Localized, OpenHours, Post } from '@zenmeban/domain/engine';
import {
  addDays,
  daysBetween,
  type DutyGap,
  dutyGaps,
  hoursOn,
  isWithin,
  isWorkingDay,
  localOf,
  mondayOf,
  openSpans,
  planningDays,
  type Span,
  startOfDay,
  type UsualShift,
  usualShifts,
} from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { type LeaveView, readLeave, readStandIns, type StandInView } from './absence-views';
import { holidayName, specialDaysIn } from './chinese-calendar';
import { loadDuty } from './load-duty';
import { peopleHere, type PersonHere } from './people-here';
import { windowBackwards, windowTooFar, windowTooLong } from './refusals';
import { readWarnings, type RosterWarning } from './roster-warnings';
import { readShifts, type ShiftView, siteRef, type SiteRef, withoutSite } from './shift-views';

export type RosterDay = Span & {
  date: string;
  holiday: Localized | null;
  working: boolean;
  hours: OpenHours | null;
};

export type RosterView = {
  site: SiteRef;
  today: string;
  now: Date;
  mayChange: boolean;
  days: RosterDay[];
  usualShifts: readonly UsualShift[];
  calledPosts: Post[];
  people: Omit<PersonHere, 'email'>[];
  shifts: ShiftView[];
  overrides: StandInView[];
  leave: LeaveView[];
  gaps: DutyGap[];
  warnings: RosterWarning[];
};

/** Six weeks: a month as calendars show it. */
const mostDays = 42;

/** The roster of a site as a page shows it. */
@Injectable()
export class RosterReader {
  constructor(private readonly database: Database) {}

  /**
   * @param query local days, both included; without them the week of today. Throws `roster.window` for more
   *   than 42, and for days before 2000 or long after those that can be planned
   * @param viewer `mayChange` decides whether warnings are shown; `calledPosts` are those a gap is reported for
   */
  async of(
    site: Site,
    query: { from?: string | undefined; to?: string | undefined },
    viewer: { mayChange: boolean; calledPosts: Post[] },
  ): Promise<RosterView> {
    const tx = this.database.manager;
    const now = await this.database.now();
    const today = localOf(now, site.timeZone).date;
    assertNear(query, today);
    const first = query.from ?? (query.to === undefined ? mondayOf(today) : addDays(query.to, -6));
    const last = query.to ?? addDays(first, 6);
    if (last < first) throw windowBackwards();
    if (last > addDays(first, mostDays - 1)) throw windowTooLong(mostDays);
    const days = daysBetween(first, last).map((date) => dayOf(site, date));
    const window = { startsAt: startOfDay(first, site.timeZone), endsAt: startOfDay(addDays(last, 1), site.timeZone) };
    const values = [site.id, window.startsAt, window.endsAt];
    const shifts = await readShifts(tx, 'shift.site_id = $1 AND shift.starts_at < $3 AND shift.ends_at > $2', values);
    const people = await peopleHere(tx, site.id);
    const duty = await loadDuty(tx, site.id, window);
    return {
      ...{ site: siteRef(site), today, now, days, usualShifts, ...viewer },
      people: people.map(({ id, name, role }) => ({ id, name, role })),
      shifts: shifts.map(withoutSite),
      overrides: await readStandIns(
        tx,
        'override.site_id = $1 AND override.starts_at < $3 AND override.ends_at > $2',
        values,
      ),
      leave: await readLeave(tx, 'leave.person_id = ANY($1) AND leave.starts_at < $3 AND leave.ends_at > $2', [
        [...people.map(({ id }) => id), ...shifts.map(({ person }) => person.id)],
        window.startsAt,
        window.endsAt,
      ]),
      gaps: dutyGaps(duty, viewer.calledPosts, window, openSpans(site.opening, site.timeZone, window)),
      warnings: viewer.mayChange ? await readWarnings(tx, site.id, window, duty) : [],
    };
  }
}

function assertNear(query: { from?: string | undefined; to?: string | undefined }, today: string): void {
  const days = { first: '2000-01-01', last: addDays(planningDays(today).last, mostDays) };
  const wrong = (['from', 'to'] as const).filter((path) => !isWithin(days, query[path] ?? today));
  if (wrong.length > 0) throw windowTooFar(wrong, days);
}

function dayOf({ opening, timeZone }: Site, date: string): RosterDay {
  return {
    date,
    startsAt: startOfDay(date, timeZone),
    endsAt: startOfDay(addDays(date, 1), timeZone),
    holiday: holidayName(date, timeZone),
    working: isWorkingDay(date, specialDaysIn(timeZone)),
    hours: hoursOn(opening, date),
  };
}
