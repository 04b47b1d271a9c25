import type { EscalationState } from './escalation';

/**
 * Whether somebody was or is to be called and nobody has answered: no acknowledgement yet, a hand-over that was not
 * taken, or a call (for want of progress, or after a snooze) since the last sign of life.
 */
export function awaitsAnswer(state: EscalationState): boolean {
  const { acknowledgedAt, lastProgressAt, lastCalledAt, endedAt } = state;
  if (endedAt) return false;
  if (!acknowledgedAt || isHandedOver(state)) return true;
  const lastSign = Math.max(acknowledgedAt.getTime(), lastProgressAt?.getTime() ?? 0);
  return lastCalledAt !== undefined && lastCalledAt.getTime() > lastSign;
}

/** Whether it was handed to somebody who has not acknowledged since. */
export const isHandedOver = ({ handedOverAt, acknowledgedAt }: EscalationState): boolean =>
  handedOverAt !== undefined && (acknowledgedAt === undefined || acknowledgedAt < handedOverAt);

/** Whether whoever acknowledged put it off, nothing has moved since, and the time of the call has not come. */
export function isSnoozed(state: EscalationState): boolean {
  const { snoozedUntil, lastCalledAt, endedAt } = state;
  if (endedAt || snoozedUntil === undefined || isHandedOver(state) || hasMoved(state)) return false;
  return lastCalledAt === undefined || lastCalledAt < snoozedUntil;
}

/** Whether the call at the end of a snooze was made, and nobody has answered or done anything since. */
export function isSnoozedOut(state: EscalationState): boolean {
  const { snoozedUntil, lastCalledAt } = state;
  if (snoozedUntil === undefined || lastCalledAt === undefined || hasMoved(state)) return false;
  return lastCalledAt >= snoozedUntil;
}

const hasMoved = ({ acknowledgedAt, lastProgressAt }: EscalationState): boolean =>
  acknowledgedAt !== undefined && lastProgressAt !== undefined && lastProgressAt > acknowledgedAt;
