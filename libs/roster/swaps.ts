import { Database, Shift, ShiftSwap, type Transaction } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7, validate } from 'uuid';
import { recordOf } from './copy-week';
import { type DutyChangeKind, DutyLog } from './duty-log';
import { lockPeople } from './lock-people';
import { mayHold, peopleHere, personHere } from './people-here';
import {
  notForThisPost,
  shiftBegun,
  swapChanged,
  swapDoubleBooks,
  swapProposedAlready,
  swapSettled,
  swapWithSelf,
  unknownShift,
  unknownSwap,
} from './refusals';
import { readSwaps, type SwapView } from './swap-rows';
import { SWAP_MAIL, type SwapMail } from './tokens';

export type SwapWish = {
  shiftId: string;
  withPersonId: string;
  withShiftId?: string | null | undefined;
  note?: string | undefined;
};

/** A move of a swap: a shift and who takes it from whom. */
type Move = { shift: Shift; fromId: string; toId: string };

/**
 * Swaps: whoever holds a shift offers it to a colleague, for one of theirs or as a gift; when the colleague confirms,
 * the shifts change hands in one transaction. Locks are taken in one order everywhere: people, shifts, the swap.
 */
@Injectable()
export class Swaps {
  constructor(
    private readonly database: Database,
    private readonly log: DutyLog,
    @Inject(SWAP_MAIL) private readonly mail: SwapMail,
  ) {}

  /**
   * Offers a shift of the actor's. Throws `shift.unknown` for one that is not theirs, and a sentence for what could not
   * be confirmed either: a shift that has begun, somebody needed twice at once, somebody without the role for the post.
   */
  async propose(actorId: string, { shiftId, withPersonId, withShiftId, note }: SwapWish): Promise<SwapView> {
    return this.database.transaction(async (tx) => {
      if (withPersonId === actorId) throw swapWithSelf();
      await lockPeople(tx, [actorId, withPersonId]);
      const moves = await this.moves(tx, { shiftId, withShiftId: withShiftId ?? null, actorId, withPersonId });
      if (!moves) throw unknownShift();
      await this.assertPossible(tx, moves);
      const id = v7();
      const written = await tx.query<unknown[]>(
        `INSERT INTO app.shift_swap (id, shift_id, with_person_id, with_shift_id, note, proposed_by_id)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (shift_id) WHERE state = 'proposed' DO NOTHING RETURNING id`,
        [id, shiftId, withPersonId, withShiftId ?? null, note ?? '', actorId],
      );
      if (written.length === 0) throw swapProposedAlready();
      await this.note(tx, 'swap.proposed', id, actorId, moves);
      const swap = await this.view(tx, id);
      await this.mail(tx, { swap, news: 'proposed', to: 'partner' });
      return swap;
    });
  }

  /** The colleague takes it: both shifts move at once. Repeating it answers with the swap as it is. */
  async confirm(actorId: string, swapId: string): Promise<SwapView> {
    return this.settle(actorId, swapId, 'confirmed');
  }

  /** The colleague does not take it. */
  async decline(actorId: string, swapId: string): Promise<SwapView> {
    return this.settle(actorId, swapId, 'declined');
  }

  /** Whoever offered it takes it back. */
  async withdraw(actorId: string, swapId: string): Promise<SwapView> {
    return this.settle(actorId, swapId, 'withdrawn');
  }

  private async settle(actorId: string, swapId: string, state: 'confirmed' | 'declined' | 'withdrawn') {
    return this.database.transaction(async (tx) => {
      const mine = state === 'withdrawn' ? { proposedById: actorId } : { withPersonId: actorId };
      const known = validate(swapId) ? await tx.findOneBy(ShiftSwap, { id: swapId, ...mine }) : null;
      if (!known) throw unknownSwap();
      await lockPeople(tx, [known.proposedById, known.withPersonId]);
      const moves = await this.moves(tx, { ...known, actorId: known.proposedById });
      const swap = await tx.findOneOrFail(ShiftSwap, { where: { id: swapId }, lock: { mode: 'pessimistic_write' } });
      if (swap.state === state) return this.view(tx, swapId);
      if (swap.state !== 'proposed') throw swapSettled();
      if (state === 'confirmed') {
        if (!moves) throw swapChanged();
        await this.assertPossible(tx, moves);
        for (const { shift, toId } of moves) await tx.update(Shift, { id: shift.id }, { personId: toId });
      }
      await tx.update(ShiftSwap, { id: swapId }, { state, settledAt: () => 'app.app_now()' });
      await this.note(tx, `swap.${state}`, swapId, actorId, moves ?? []);
      const settled = await this.view(tx, swapId);
      await this.mail(tx, { swap: settled, news: state, to: state === 'withdrawn' ? 'partner' : 'proposer' });
      return settled;
    });
  }

  /** What would move, with the shifts locked; null when one is not on the roster, or not its holder's any more. */
  private async moves(
    tx: Transaction,
    {
      shiftId,
      withShiftId,
      actorId,
      withPersonId,
    }: Pick<ShiftSwap, 'shiftId' | 'withShiftId' | 'withPersonId'> & {
      actorId: string;
    },
  ): Promise<Move[] | null> {
    const wanted = [
      { id: shiftId, fromId: actorId, toId: withPersonId },
      ...(withShiftId === null ? [] : [{ id: withShiftId, fromId: withPersonId, toId: actorId }]),
    ];
    const shifts = await tx.find(Shift, {
      where: { id: In(wanted.map(({ id }) => id)), cancelledAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const moves = wanted.flatMap(({ id, fromId, toId }) => {
      const shift = shifts.find((one) => one.id === id && one.personId === fromId);
      return shift ? [{ shift, fromId, toId }] : [];
    });
    return moves.length === wanted.length ? moves : null;
  }

  /** Throws when a shift has begun, or whoever takes it does not work there, may not hold the post, or is not free. */
  private async assertPossible(tx: Transaction, moves: readonly Move[]): Promise<void> {
    const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
    if (moves.some(({ shift }) => shift.startsAt <= now)) throw shiftBegun();
    for (const { shift, toId } of moves) {
      const taker = personHere(await peopleHere(tx, shift.siteId), toId, 'withPersonId');
      if (!mayHold(taker, shift.post)) throw notForThisPost(taker.name);
      const [busy] = await tx.query<unknown[]>(
        `SELECT 1 FROM app.shift WHERE person_id = $1 AND cancelled_at IS NULL AND id <> ALL($4)
           AND starts_at < $3 AND ends_at > $2
         UNION ALL
         SELECT 1 FROM app.leave WHERE person_id = $1 AND cancelled_at IS NULL AND starts_at < $3 AND ends_at > $2`,
        [toId, shift.startsAt, shift.endsAt, moves.map((move) => move.shift.id)],
      );
      if (busy) throw swapDoubleBooks(taker.name);
    }
  }

  private async note(tx: Transaction, kind: DutyChangeKind, swapId: string, actorId: string, moves: readonly Move[]) {
    for (const siteId of new Set(moves.map(({ shift }) => shift.siteId)))
      await this.log.record(tx, {
        ...{ kind, siteId, actorId },
        data: {
          swapId,
          shifts: moves.map(({ shift, fromId, toId }) => ({
            ...{ shiftId: shift.id, ...recordOf({ ...shift, personId: fromId }), withPersonId: toId },
          })),
        },
      });
  }

  private async view(tx: Transaction, swapId: string): Promise<SwapView> {
    const [view] = await readSwaps(tx, 'swap.id = $1', [swapId]);
    if (!view) throw unknownSwap();
    return view;
  }
}
