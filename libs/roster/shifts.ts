import { Database, Shift, type Site, type Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import { changeableUntil, localOf, shiftSpan, type Span } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 } from 'uuid';
import { assertPlannable } from './assert-plannable';
import { type CopiedWeek, copyWeek, recordOf } from './copy-week';
import { DutyLog } from './duty-log';
import { lockShifts } from './lock-shifts';
import { peopleHere, personHere } from './people-here';
import { noSuchTime, shiftOver, shiftThereAlready, unknownShift } from './refusals';
import { readShifts, type ShiftView, withoutSite } from './shift-views';
import { cancelledChange } from './cancelled-change';
import { SwapWithdrawals } from './swap-withdrawals';

/** A shift by its local day and hours; `end` at or before `start` is on the next day. */
export type ShiftWish = { personId: string; post: Post; date: string; start: string; end: string };

/** Puts shifts on the roster of a site, changes them and takes them off; every change is in the log. */
@Injectable()
export class Shifts {
  constructor(
    private readonly database: Database,
    private readonly log: DutyLog,
    private readonly withdrawals: SwapWithdrawals,
  ) {}

  /**
   * Adds a shift; the very same one again is found and nothing changes. Throws `validation.failed` for somebody who does
   * not work there, a day too far away or a time that does not exist, `shift.there_already` for one that ends at another time.
   */
  async add(site: Site, wish: ShiftWish, actorId: string): Promise<ShiftView> {
    return this.database.transaction(async (tx) => {
      personHere(await peopleHere(tx, site.id), wish.personId, 'personId');
      await assertPlannable(tx, site.timeZone, { date: wish.date });
      const span = spanOf(wish, site.timeZone);
      const id = v7();
      const added = await tx.query<unknown[]>(
        `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (site_id, person_id, post, starts_at) WHERE cancelled_at IS NULL DO NOTHING RETURNING id`,
        [id, site.id, wish.personId, wish.post, span.startsAt, span.endsAt],
      );
      if (added.length === 0) return this.same(tx, site, wish, span);
      await this.log.record(tx, {
        ...{ kind: 'shift.added', siteId: site.id, actorId },
        data: { shiftId: id, ...recordOf({ ...wish, ...span }) },
      });
      return this.view(tx, id);
    });
  }

  /** Changes what is given. An offer to swap it is withdrawn. Throws as `add`, `shift.unknown` and `shift.over`. */
  async change(site: Site, shiftId: string, wish: Partial<ShiftWish>, actorId: string): Promise<ShiftView> {
    return this.database.transaction(async (tx) => {
      const [shift] = await lockShifts(tx, site.id, [shiftId]);
      if (!shift) throw unknownShift();
      await assertNotOver(tx, [shift]);
      const next = { ...wishOf(shift, site.timeZone), ...definedOf(wish) };
      if (next.personId !== shift.personId) personHere(await peopleHere(tx, site.id), next.personId, 'personId');
      if (wish.date !== undefined) await assertPlannable(tx, site.timeZone, { date: wish.date });
      const span = spanOf(next, site.timeZone);
      const after = { personId: next.personId, post: next.post, ...span };
      if (await isTaken(tx, site.id, shift.id, after)) throw shiftThereAlready();
      await this.withdrawals.ofShifts(tx, [shift.id], actorId);
      await tx.update(Shift, { id: shift.id }, { ...after, plannedAt: () => 'app.app_now()' });
      await this.log.record(tx, {
        ...{ kind: 'shift.changed', siteId: site.id, actorId },
        data: { shiftId: shift.id, before: recordOf(shift), after: recordOf(after) },
      });
      return this.view(tx, shift.id);
    });
  }

  /**
   * Takes shifts off the roster, all or none; offers to swap them are withdrawn. One entry in the log, which says so
   * when it undoes a copied week. Throws `shift.unknown` and `shift.over`.
   * @returns how many
   */
  async cancel(site: Site, shiftIds: readonly string[], actorId: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ids = [...new Set(shiftIds)];
      const shifts = await lockShifts(tx, site.id, ids);
      if (shifts.length < ids.length) throw unknownShift();
      await assertNotOver(tx, shifts);
      await this.withdrawals.ofShifts(tx, ids, actorId);
      await tx.update(Shift, { id: In(ids) }, { cancelledAt: () => 'app.app_now()' });
      await this.log.record(tx, { siteId: site.id, actorId, ...(await cancelledChange(tx, site.id, shifts)) });
      return shifts.length;
    });
  }

  /**
   * Copies the shifts that begin in the week of `from` to the same weekdays and local hours in the week of `to`. Throws
   * `validation.failed` for days too far away.
   */
  async copyWeek(site: Site, weeks: { from: string; to: string }, actorId: string): Promise<CopiedWeek> {
    return this.database.transaction(async (tx) => {
      await assertPlannable(tx, site.timeZone, weeks);
      return copyWeek(tx, this.log, site, weeks, actorId);
    });
  }

  private async same(tx: Transaction, site: Site, { personId, post }: ShiftWish, span: Span): Promise<ShiftView> {
    const there = await tx.findOneByOrFail(Shift, {
      ...{ siteId: site.id, personId, post, startsAt: span.startsAt },
      cancelledAt: IsNull(),
    });
    if (there.endsAt.getTime() !== span.endsAt.getTime()) throw shiftThereAlready();
    return this.view(tx, there.id);
  }

  private async view(tx: Transaction, id: string): Promise<ShiftView> {
    const [view] = await readShifts(tx, 'shift.id = $1', [id]);
    if (!view) throw unknownShift();
    return withoutSite(view);
  }
}

/** The past stays as it was. */
async function assertNotOver(tx: Transaction, shifts: readonly Shift[]): Promise<void> {
  const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
  if (shifts.some((shift) => changeableUntil(shift) <= now)) throw shiftOver();
}

function spanOf(wish: Pick<ShiftWish, 'date' | 'start' | 'end'>, zone: string): Span {
  const span = shiftSpan(wish, zone);
  if ('noSuchTime' in span) throw noSuchTime(span.noSuchTime === wish.start ? 'start' : 'end', span.noSuchTime, zone);
  return span;
}

function wishOf({ personId, post, startsAt, endsAt }: Shift, zone: string): ShiftWish {
  const begins = localOf(startsAt, zone);
  return { personId, post, date: begins.date, start: begins.time, end: localOf(endsAt, zone).time };
}

const definedOf = (wish: Partial<ShiftWish>): Partial<ShiftWish> =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));

async function isTaken(
  tx: Transaction,
  siteId: string,
  shiftId: string,
  { personId, post, startsAt }: { personId: string; post: Post; startsAt: Date },
): Promise<boolean> {
  const other = await tx.findOneBy(Shift, { siteId, personId, post, startsAt, cancelledAt: IsNull() });
  return other !== null && other.id !== shiftId;
}
