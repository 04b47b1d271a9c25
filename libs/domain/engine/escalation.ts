import type { Localized } from './localized';

/** Who a level calls: the post on duty at the site, everyone with a role at the site, or both spelled out. */
export type EscalationTarget =
  | { readonly onDuty: 'supervisor' | 'manager' | 'facilities' | 'cleaning' | 'security' }
  | { readonly role: 'supervisor' | 'manager' | 'administrator' };

export type EscalationLevel = {
  /** Seconds after the level before was called (for the first: after the chain began). */
  readonly afterSeconds: number;
  readonly targets: readonly EscalationTarget[];
};

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
};

/** Why people are called; `stepId` accompanies the last two. */
export type EscalationCause = 'opened' | 'called' | 'step' | 'overdue';

export type EscalationState = {
  readonly startedAt: Date;
  /** How many levels were called so far; 0 = none yet. */
  readonly levelsCalled: number;
  readonly lastCalledAt?: Date;
  readonly acknowledgedAt?: Date;
  /** The last thing that moved the incident forward after the acknowledgement. */
  readonly lastProgressAt?: Date;
  /**
   * The earliest deadline of the steps whose turn it is, when all of them have one: until then nothing need move, and
   * after it the overdue step calls people itself.
   */
  readonly expectedBy?: Date;
  readonly endedAt?: Date;
};

/** The next call of a chain: which level (1-based) and when. */
export type NextEscalation = {
  readonly level: number;
  readonly dueAt: Date;
  readonly reason: 'unacknowledged' | 'no_progress';
};
