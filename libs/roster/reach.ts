import type { EscalationTarget, Severity } from '@zenmeban/domain/engine';
import { isWithinHours } from '@zenmeban/domain/engine';

/** A target, or one person of it, that is not called, and why. */
export type Skipped = {
  readonly target: EscalationTarget;
  /** Null when the target itself is nobody. */
  readonly personId: string | null;
  readonly why:
    'nobody_on_duty' | 'nobody_with_role' | 'unknown_person' | 'no_address' | 'address_refused' | 'quiet_hours';
};

/** Whom the targets of a level reach, each once, and whom not. */
export type Reach = { readonly personIds: readonly string[]; readonly skipped: readonly Skipped[] };

export type ReachOptions = {
  /** Without it now. */
  readonly at?: Date;
  /** For the last level of a policy that would reach nobody otherwise. */
  readonly despiteQuietHours?: boolean;
};

/** So many mails refused for good, one after the other: nothing will arrive there any more. */
export const bouncesThatRefuse = 3;

/** Of a person, what decides whether a call would arrive. `localTime` is `HH:MM` at the site. */
export type Reachability = {
  readonly email: string;
  readonly bounces: number;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly localTime: string;
  /** They have a channel of their own that works. */
  readonly ownChannel: boolean;
};

/** Whether mail or a channel would get to a person at all. */
export function unreachable(person: Pick<Reachability, 'email' | 'bounces' | 'ownChannel'>): Skipped['why'] | null {
  if (person.ownChannel) return null;
  if (person.email === '') return 'no_address';
  return person.bounces >= bouncesThatRefuse ? 'address_refused' : null;
}

/**
 * Why a person is not called now, or null. Quiet hours are not heeded for what is critical, nor for somebody who is on
 * duty.
 */
export function whyNotCalled(
  person: Reachability,
  { onDuty, severity, despiteQuietHours }: { onDuty: boolean; severity: Severity; despiteQuietHours: boolean },
): Skipped['why'] | null {
  const never = unreachable(person);
  if (never !== null || onDuty || despiteQuietHours || severity === 'critical') return never;
  const { quietFrom, quietUntil, localTime } = person;
  const quiet =
    quietFrom !== null && quietUntil !== null && isWithinHours({ from: quietFrom, until: quietUntil }, localTime);
  return quiet ? 'quiet_hours' : null;
}

/** Why a target is nobody. */
export function whyNobody(target: EscalationTarget): Skipped['why'] {
  if ('onDuty' in target) return 'nobody_on_duty';
  return 'role' in target ? 'nobody_with_role' : 'unknown_person';
}
