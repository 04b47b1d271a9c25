import type { Role } from './abilities';
import type { CallReason, EscalationCause, WhyNotCalled } from './escalation';
import type { Answers, Post } from './playbook';
import type { Review } from './review';

/** Who of a level was not called, and why: a person by id, or nobody of a post or with a role. */
export type NotCalled = { personId: string | null; post?: Post; role?: Role; why: WhyNotCalled };

/**
 * What a call follows: `nth` from the second call of a level on; `afterNobody` when its chain has called levels before
 * and reached nobody.
 */
export type CallHistory = { nth?: number; afterNobody?: true };

/** What can happen to an incident, with what is remembered of it. People and chains are named by id. */
export type TimelineData = {
  /** `post` = on which whoever opened it was on duty there and then, as the roster stood; missing when on none. */
  'incident.opened': { playbook: string; version: number; drill?: true; post?: Post };
  /** From here on only supervisors, managers and those involved see it. */
  'incident.restricted': Record<string, never>;
  'step.done': { stepId: string; answers: Answers; note: string; doneAt?: string };
  'step.skipped': { stepId: string; reason: string };
  'step.ready': { stepId: string; dueAt?: string };
  'step.not_needed': { stepId: string };
  'step.assigned': { stepId: string; personId: string; post: Post; dueAt?: string };
  'step.overdue': { stepId: string; dueAt: string };
  /** The deadline is near; `personIds` are told. `firing` = `<timer id>:<gen>`. */
  'step.reminded': { stepId: string; dueAt: string; personIds: string[]; firing: string };
  'escalation.started': { escalationId: string; policy: string; cause: EscalationCause; stepId?: string };
  /** `firing` = `<timer id>:<gen>`: the notices of one firing exist once. */
  'escalation.called': {
    escalationId: string;
    level: number;
    reason: CallReason;
    personIds: string[];
    firing: string;
    cause: EscalationCause;
    stepId?: string;
    /** When it was due, and how long it may wait to be told together with others. */
    dueAt?: string;
    bundleSeconds?: number;
    /** Who else the level calls, but was not. */
    skipped?: NotCalled[];
  } & CallHistory;
  /** The level reaches nobody; the next one is called at once. */
  'escalation.nobody': { escalationId: string; level: number; skipped?: NotCalled[] };
  'escalation.exhausted': { escalationId: string };
  'incident.acknowledged': { escalationIds: string[]; via: 'app' | 'mail' };
  /** Acknowledged, and to be called again at `until` if nothing moves. */
  'incident.snoozed': { escalationIds: string[]; until: string; via: 'app' | 'mail' };
  /** The one person of `personIds` is called in place of whoever does it. */
  'incident.handed_over': { escalationIds: string[]; personIds: string[]; note: string; via: 'app' | 'mail' };
  'incident.commented': { text: string };
  'incident.resolved': { resolution: string };
  /** What changed of the review (复核), before and after. */
  'incident.reviewed': { before: Partial<Review>; after: Partial<Review> };
  'incident.closed': { note: string };
  'incident.reopened': { reason: string };
  'incident.cancelled': { reason: string };
};

export type TimelineKind = keyof TimelineData;

/** An entry as written: `kind` decides the shape of `data`. */
export type TimelineEvent = { [K in TimelineKind]: { kind: K; data: TimelineData[K] } }[TimelineKind];
