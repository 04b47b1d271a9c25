import { isNotDone } from '../../lib/problem';
import type { MyDuty, Swap } from '../../lib/types';

export type SwapAnswer = 'confirm' | 'decline' | 'withdraw';

/** An answer to a swap that the server refused, and why. */
export type SwapRefusal = { readonly swap: Swap; readonly answer: SwapAnswer; readonly error: unknown };

/**
 * The refusal when no card can say it any more, because the swap no longer waits for an answer; null while its card
 * still stands there with its buttons, and for a request that may simply be sent again.
 */
export function settledRefusal(
  refusal: SwapRefusal | null,
  { waitingForMe, mine }: Pick<MyDuty, 'waitingForMe' | 'mine'>,
): SwapRefusal | null {
  if (refusal === null || isNotDone(refusal.error)) return null;
  const open = [...waitingForMe, ...mine].filter(({ state }) => state === 'proposed');
  return open.some(({ id }) => id === refusal.swap.id) ? null : refusal;
}
