import { Database, DutyOverride, Leave, type Site, type Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import { localInstant, type Span } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7, validate } from 'uuid';
import { assertPlannable } from './assert-plannable';
import { type LeaveView, readLeave, readStandIns, type StandInView } from './absence-views';
import { DutyLog } from './duty-log';
import { lockPeople } from './lock-people';
import { peopleHere, personHere } from './people-here';
import { endsBeforeStart, noSuchTime, theSame, unknownLeave, unknownStandIn } from './refusals';
import { SwapWithdrawals } from './swap-withdrawals';

/** `from` and `until` as `2026-11-23T20:00`, local to the site. */
type LocalSpan = { from: string; until: string };
export type LeaveWish = LocalSpan & { personId: string };
export type StandInWish = LocalSpan & {
  personId: string;
  post: Post;
  replacesId?: string | null | undefined;
  reason?: string | undefined;
};

/** Who is away, and who stands in for whom; every change is in the log. */
@Injectable()
export class Absences {
  constructor(
    private readonly database: Database,
    private readonly log: DutyLog,
    private readonly withdrawals: SwapWithdrawals,
  ) {}

  /** Throws `validation.failed` for people who do not work there, days too far away, and times that are none. */
  async standIn(site: Site, wish: StandInWish, actorId: string): Promise<StandInView> {
    return this.database.transaction(async (tx) => {
      const { personId, post, replacesId = null, reason = '' } = wish;
      const people = await peopleHere(tx, site.id);
      personHere(people, personId, 'personId');
      if (replacesId === personId) throw theSame('replacesId');
      if (replacesId !== null) personHere(people, replacesId, 'replacesId');
      await assertPlannable(tx, site.timeZone, daysOf(wish));
      const row = { id: v7(), siteId: site.id, post, personId, replacesId, reason, ...spanOf(wish, site.timeZone) };
      await tx.insert(DutyOverride, row);
      await this.log.record(tx, {
        ...{ kind: 'override.added', siteId: site.id, actorId },
        data: { overrideId: row.id, personId, replacesId, post, reason, ...times(row) },
      });
      const [view] = await readStandIns(tx, 'override.id = $1', [row.id]);
      if (!view) throw unknownStandIn();
      return view;
    });
  }

  /** Throws `override.unknown`. @returns how many were ended: one */
  async endStandIn(site: Site, overrideId: string, actorId: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const row = await findLocked(tx, DutyOverride, { id: overrideId, siteId: site.id });
      if (!row) throw unknownStandIn();
      await tx.update(DutyOverride, { id: row.id }, { cancelledAt: () => 'app.app_now()' });
      const { personId, replacesId, post } = row;
      await this.log.record(tx, {
        ...{ kind: 'override.ended', siteId: site.id, actorId },
        data: { overrideId, personId, replacesId, post, ...times(row) },
      });
      return 1;
    });
  }

  /**
   * Somebody of the site is away, everywhere; offers to swap that this makes impossible are withdrawn. Throws
   * `validation.failed`.
   */
  async away(site: Site, wish: LeaveWish, actorId: string): Promise<LeaveView> {
    return this.database.transaction(async (tx) => {
      personHere(await peopleHere(tx, site.id), wish.personId, 'personId');
      await assertPlannable(tx, site.timeZone, daysOf(wish));
      const row = { id: v7(), personId: wish.personId, ...spanOf(wish, site.timeZone) };
      await lockPeople(tx, [row.personId]);
      await tx.insert(Leave, row);
      await this.withdrawals.byLeave(tx, row, actorId);
      await this.log.record(tx, {
        ...{ kind: 'leave.added', siteId: null, actorId },
        data: { leaveId: row.id, personId: row.personId, ...times(row) },
      });
      const [view] = await readLeave(tx, 'leave.id = $1', [row.id]);
      if (!view) throw unknownLeave();
      return view;
    });
  }

  /** Throws `leave.unknown`, also for somebody who does not work at the site. @returns how many were taken back: one */
  async back(site: Site, leaveId: string, actorId: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const row = await findLocked(tx, Leave, { id: leaveId });
      const people = await peopleHere(tx, site.id);
      if (!row || !people.some(({ id }) => id === row.personId)) throw unknownLeave();
      await tx.update(Leave, { id: row.id }, { cancelledAt: () => 'app.app_now()' });
      await this.log.record(tx, {
        ...{ kind: 'leave.ended', siteId: null, actorId },
        data: { leaveId, personId: row.personId, ...times(row) },
      });
      return 1;
    });
  }
}

/** A row that was not cancelled, locked. */
async function findLocked<Row extends DutyOverride | Leave>(
  tx: Transaction,
  entity: new () => Row,
  where: { id: string; siteId?: string },
): Promise<Row | null> {
  if (!validate(where.id)) return null;
  return tx.getRepository<DutyOverride | Leave>(entity).findOne({
    where: { ...where, cancelledAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  }) as Promise<Row | null>;
}

const daysOf = ({ from, until }: LocalSpan) => ({ from: from.slice(0, 10), until: until.slice(0, 10) });

function spanOf({ from, until }: LocalSpan, zone: string): Span {
  const at = (path: 'from' | 'until', local: string) => {
    const [date = '', time = ''] = local.split('T');
    const instant = localInstant(date, time, zone);
    if (!instant) throw noSuchTime(path, local.replace('T', ' '), zone);
    return instant;
  };
  const span = { startsAt: at('from', from), endsAt: at('until', until) };
  if (span.endsAt <= span.startsAt) throw endsBeforeStart('until');
  return span;
}

const times = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
