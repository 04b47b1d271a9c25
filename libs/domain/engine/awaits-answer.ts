import type { EscalationState } from './escalation';

/**
 * Whether somebody was or is to be called and nobody has answered: no acknowledgement yet, or a call for want of
 * progress since the last sign of life.
 */
export function awaitsAnswer({ acknowledgedAt, lastProgressAt, lastCalledAt, endedAt }: EscalationState): boolean {
  if (endedAt) return false;
  if (!acknowledgedAt) return true;
  const lastSign = Math.max(acknowledgedAt.getTime(), lastProgressAt?.getTime() ?? 0);
  return lastCalledAt !== undefined && lastCalledAt.getTime() > lastSign;
}
