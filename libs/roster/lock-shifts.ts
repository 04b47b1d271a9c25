import { Shift, type Transaction } from '@zenmeban/database';
import { In, IsNull } from 'typeorm';
import { validate } from 'uuid';

/** The shifts of a site that are on the roster, locked in the order of their ids, as everybody locks them. */
export async function lockShifts(tx: Transaction, siteId: string, ids: readonly string[]): Promise<Shift[]> {
  return tx.find(Shift, {
    where: { id: In(ids.filter((id) => validate(id))), siteId, cancelledAt: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}
