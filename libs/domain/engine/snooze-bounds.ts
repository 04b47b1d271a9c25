import type { EscalationPolicy } from './escalation';

/** For how long it may be put off, and how many times still. */
export type SnoozeBounds = { readonly atMostSeconds: number; readonly left: number };

/** What the strictest of the policies that call allows; null = it may not be put off. `snoozes` = how often it was. */
export function snoozeBounds(
  chains: readonly { readonly policy: EscalationPolicy | undefined; readonly snoozes: number }[],
): SnoozeBounds | null {
  const bounds = chains.flatMap(({ policy, snoozes }) =>
    policy?.snooze ? [{ atMostSeconds: policy.snooze.atMostSeconds, left: policy.snooze.times - snoozes }] : [],
  );
  if (bounds.length === 0 || bounds.length < chains.length) return null;
  return {
    atMostSeconds: Math.min(...bounds.map(({ atMostSeconds }) => atMostSeconds)),
    left: Math.max(0, Math.min(...bounds.map(({ left }) => left))),
  };
}
