import type {
  EscalationCause,
  EscalationPolicy,
  IncidentStatus,
  Playbook,
  RunStep,
  TimelineEvent,
} from '@zenmeban/domain/engine';
import { stepArmings } from '@zenmeban/incidents';

/** A chain of calls as far as it went. */
export type ToldChain = {
  readonly id: string;
  readonly policyId: string;
  readonly cause: EscalationCause;
  readonly stepId?: string;
  readonly startedAt: Date;
  levelsCalled: number;
  /** Of the present level. */
  timesCalled: number;
  /** In all. */
  calls: number;
  lastCalledAt?: Date;
  acknowledgedAt?: Date;
  acknowledgedBy?: string;
  lastProgressAt?: Date;
  endedAt?: Date;
};

/** Who settled a step and what they wrote; people by key. */
export type ToldSettlement = { by: string; at: Date; note: string };

export type ToldEntry = TimelineEvent & { id: string; at: Date; actor: string | null };

/** One incident with everything that happened to it until now. People and the site by key. */
export type ToldIncident = {
  readonly id: string;
  readonly site: string;
  readonly place: string | null;
  readonly playbook: { readonly versionId: string; readonly version: number; readonly content: Playbook };
  readonly policies: Readonly<Record<string, EscalationPolicy>>;
  readonly summary: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly occurredAt: Date;
  status: IncidentStatus;
  restricted: boolean;
  resolvedAt?: Date;
  closedAt?: Date;
  steps: readonly RunStep[];
  readonly settled: Map<string, ToldSettlement>;
  readonly assignees: Map<string, string>;
  readonly chains: ToldChain[];
  readonly entries: ToldEntry[];
};

/** The deadlines, and the reminders still to come at `now`, of the steps whose turn it is. */
export function waitingSteps({ id, playbook, policies, steps }: ToldIncident, now: Date) {
  const ready = steps.filter(({ state }) => state === 'ready');
  return stepArmings({ id, policies }, playbook.content, ready, now);
}
