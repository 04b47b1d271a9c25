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

/** By incident, the earliest deadline of the steps whose turn it is; missing when one of them has none. */
export async function earliestDeadlines(
  tx: Transaction,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.query<{ incidentId: string; dueAt: Date }[]>(
    `SELECT incident_id AS "incidentId", min(due_at) AS "dueAt"
     FROM app.incident_step WHERE incident_id = ANY($1) AND state = 'ready'
     GROUP BY incident_id HAVING bool_and(due_at IS NOT NULL)`,
    [incidentIds],
  );
  return new Map(rows.map(({ incidentId, dueAt }) => [incidentId, dueAt]));
}
