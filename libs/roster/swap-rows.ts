import type { ShiftSwap, SwapState, Transaction } from '@zenmeban/database';
import { type PersonRef, readShifts, type SiteShiftView } from './shift-views';

export type SwapView = {
  id: string;
  shift: SiteShiftView;
  with: PersonRef;
  inReturn: SiteShiftView | null;
  note: string;
  proposedBy: PersonRef;
  proposedAt: Date;
  state: SwapState;
  settledAt: Date | null;
};

type SwapRow = Omit<SwapView, 'shift' | 'inReturn'> & Pick<ShiftSwap, 'shiftId' | 'withShiftId'>;

/**
 * Reads swaps, the newest first, with the shifts as they are now.
 * @param condition SQL over `swap` with `$1`… for `values`
 */
export async function readSwaps(tx: Transaction, condition: string, values: readonly unknown[]): Promise<SwapView[]> {
  const rows = await tx.query<SwapRow[]>(
    `SELECT swap.id, swap.shift_id AS "shiftId", swap.with_shift_id AS "withShiftId", swap.note, swap.state,
            swap.proposed_at AS "proposedAt", swap.settled_at AS "settledAt",
            jsonb_build_object('id', other.id, 'name', other.name) AS "with",
            jsonb_build_object('id', proposer.id, 'name', proposer.name) AS "proposedBy"
     FROM app.shift_swap AS swap
     JOIN app.person AS other ON other.id = swap.with_person_id
     JOIN app.person AS proposer ON proposer.id = swap.proposed_by_id
     WHERE ${condition} ORDER BY swap.id DESC LIMIT 100`,
    [...values],
  );
  const ids = rows.flatMap(({ shiftId, withShiftId }) => [shiftId, ...(withShiftId === null ? [] : [withShiftId])]);
  const read = await readShifts(tx, 'shift.id = ANY($1)', [ids], { withCancelled: true });
  const shifts = new Map(read.map((shift) => [shift.id, shift]));
  return rows.flatMap(({ shiftId, withShiftId, ...swap }) => {
    const shift = shifts.get(shiftId);
    return shift ? [{ ...swap, shift, inReturn: shifts.get(withShiftId ?? '') ?? null }] : [];
  });
}
