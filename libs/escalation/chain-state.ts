import type { Escalation, Incident, Transaction } from '@zenmeban/database';
import type { EscalationPolicy, EscalationState } from '@zenmeban/domain/engine';
import { unknownPolicy } from './policies';

/** What a chain needs to know of its incident; the caller holds its lock. */
export type EscalatedIncident = Pick<Incident, 'id' | 'siteId' | 'severity' | 'policies' | 'drill'>;

export const escalationKey = (escalationId: string) => `escalation:${escalationId}`;

/** The incident's own frozen copy of a policy. */
export function policyOf(incident: Pick<Incident, 'policies'>, policyId: string): EscalationPolicy {
  const policy = incident.policies[policyId];
  if (!policy) throw unknownPolicy(policyId);
  return policy;
}

/** The row as the domain sees it. */
export function stateOf(escalation: Escalation): EscalationState {
  return {
    startedAt: escalation.startedAt,
    levelsCalled: escalation.levelsCalled,
    timesCalled: escalation.timesCalled,
    lastCalledAt: escalation.lastCalledAt ?? undefined,
    acknowledgedAt: escalation.acknowledgedAt ?? undefined,
    lastProgressAt: escalation.lastProgressAt ?? undefined,
    snoozedUntil: escalation.snoozedUntil ?? undefined,
    handedOverAt: escalation.handedOverAt ?? undefined,
    endedAt: escalation.endedAt ?? undefined,
  };
}

/** The earliest deadline of the steps whose turn it is; undefined when one of them has none. */
export async function earliestDeadline(tx: Transaction, incidentId: string): Promise<Date | undefined> {
  const [{ dueAt }] = await tx.query<[{ dueAt: Date | null }]>(
    `SELECT CASE WHEN bool_and(due_at IS NOT NULL) THEN min(due_at) END AS "dueAt"
     FROM app.incident_step WHERE incident_id = $1 AND state = 'ready'`,
    [incidentId],
  );
  return dueAt ?? undefined;
}
