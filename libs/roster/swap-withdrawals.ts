import type { Transaction } from '@zenmeban/database';
import type { Span } from '@zenmeban/domain/roster';
import { Inject, Injectable } from '@nestjs/common';
import { DutyLog } from './duty-log';
import { readSwaps } from './swap-rows';
import { SWAP_MAIL, type SwapMail } from './tokens';

/** Offers that came to nothing because the roster was changed: withdrawn in its transaction, logged, and told to both. */
@Injectable()
export class SwapWithdrawals {
  constructor(
    private readonly log: DutyLog,
    @Inject(SWAP_MAIL) private readonly mail: SwapMail,
  ) {}

  /** Shifts are about to be changed or taken away. The caller holds their locks. */
  async ofShifts(tx: Transaction, shiftIds: readonly string[], actorId: string): Promise<void> {
    await this.withdraw(tx, `swap.shift_id = ANY($1) OR swap.with_shift_id = ANY($1)`, [shiftIds], actorId);
  }

  /**
   * Somebody will be away: what they would have taken over in that time can no longer be confirmed. Whoever is away from
   * a shift of their own may still give it to somebody. The caller holds the lock of the person.
   */
  async byLeave(tx: Transaction, leave: Span & { personId: string }, actorId: string): Promise<void> {
    await this.withdraw(
      tx,
      `EXISTS (SELECT FROM app.shift AS taken
         WHERE taken.id = CASE $1::uuid WHEN swap.with_person_id THEN swap.shift_id
             WHEN swap.proposed_by_id THEN swap.with_shift_id END
           AND taken.starts_at < $3 AND taken.ends_at > $2)`,
      [leave.personId, leave.startsAt, leave.endsAt],
      actorId,
    );
  }

  private async withdraw(tx: Transaction, condition: string, values: readonly unknown[], actorId: string) {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE app.shift_swap SET state = 'withdrawn', settled_at = app.app_now()
       WHERE id IN (SELECT swap.id FROM app.shift_swap AS swap
                    WHERE swap.state = 'proposed' AND (${condition}) ORDER BY swap.id FOR UPDATE)
       RETURNING id`,
      [...values],
    );
    if (rows.length === 0) return;
    for (const swap of await readSwaps(tx, 'swap.id = ANY($1)', [rows.map(({ id }) => id)])) {
      await this.log.record(tx, {
        ...{ kind: 'swap.withdrawn', siteId: swap.shift.site.id, actorId },
        data: { swapId: swap.id, personId: swap.proposedBy.id, withPersonId: swap.with.id },
      });
      for (const to of ['proposer', 'partner'] as const)
        if (actorId !== (to === 'proposer' ? swap.proposedBy.id : swap.with.id))
          await this.mail(tx, { swap, news: 'lapsed', to });
    }
  }
}
