import type { Localized } from './localized';

/**
 * Who a level calls: the post on duty at the site, everyone with a role at the site, or one person by address. "The
 * level above" of a file is one of these by the time it is read.
 */
export type EscalationTarget =
  | { readonly onDuty: 'supervisor' | 'manager' | 'facilities' | 'cleaning' | 'security' }
  | { readonly role: 'supervisor' | 'manager' | 'administrator' }
  | { readonly person: string };

export type EscalationLevel = {
  /** Seconds after the last call of the level before (for the first: after the chain began). */
  readonly afterSeconds: number;
  readonly targets: readonly EscalationTarget[];
  /** The same people again, so often and so far apart, before the next level is called. */
  readonly repeat?: { readonly times: number; readonly everySeconds: number };
};

/** The policy by which "call the supervisor" calls; every incident keeps it, whatever its playbook names. */
export const calledPolicyId = 'supervisor';

/** A policy as it stood when the incident began; a run keeps its own frozen copy. */
export type EscalationPolicy = {
  readonly id: string;
  readonly title: Localized;
  readonly levels: readonly EscalationLevel[];
  /**
   * Seconds after an acknowledgement without any progress until the next level is called, and between the calls of the
   * last one once all were called.
   */
  readonly noProgressSeconds: number;
  /** Further calls to one person wait so long for each other, to be one message; the first goes out at once. */
  readonly bundleSeconds?: number;
  /**
   * When people may be called who are not at work: `opening`, while the venue is open; `working`, on working days of
   * the calendar while it is open. Missing: at any hour. A level that calls nobody but those on duty never waits for it,
   * and it is never heeded for what is of high or critical severity.
   */
  readonly hours?: 'opening' | 'working';
  /** Of a policy for overdue steps: whoever has a step is warned when so much of its time has passed. */
  readonly warn?: { readonly atPercent: number; readonly fromSeconds: number };
  /** How long, and how often in one chain, whoever acknowledged may put it off. Missing: not at all. */
  readonly snooze?: { readonly atMostSeconds: number; readonly times: number };
};

/** Why people are called; `stepId` accompanies the last two. */
export type EscalationCause = 'opened' | 'called' | 'step' | 'overdue';

export type EscalationState = {
  readonly startedAt: Date;
  /** How many levels were called so far; 0 = none yet. */
  readonly levelsCalled: number;
  /** How often the present level was called; missing = once. */
  readonly timesCalled?: number;
  readonly lastCalledAt?: Date;
  readonly acknowledgedAt?: Date;
  /** The last thing that moved the incident forward after the acknowledgement. */
  readonly lastProgressAt?: Date;
  /**
   * The earliest deadline of the steps whose turn it is, when all of them have one: until then nothing need move, and
   * after it the overdue step calls people itself.
   */
  readonly expectedBy?: Date;
  /** Whoever acknowledged asked to be called again then; progress voids it, a later acknowledgement takes it away. */
  readonly snoozedUntil?: Date;
  /** Handed over then, to somebody who was called at that moment and has not acknowledged yet. */
  readonly handedOverAt?: Date;
  readonly endedAt?: Date;
};

/** The next call of a chain: which level (1-based) and when. */
export type NextEscalation = {
  readonly level: number;
  readonly dueAt: Date;
  readonly reason: CallReason;
};

/**
 * Why somebody is called: nobody acknowledged; nothing moved; a snooze is over; a colleague handed it over (which is
 * called at once, never by a timer); whoever it was handed to has not acknowledged.
 */
export type CallReason = 'unacknowledged' | 'no_progress' | 'snoozed' | 'handed_over' | 'not_taken';

/** Why somebody a level means is not called. */
export type WhyNotCalled =
  'nobody_on_duty' | 'nobody_with_role' | 'unknown_person' | 'no_address' | 'address_refused' | 'quiet_hours';
