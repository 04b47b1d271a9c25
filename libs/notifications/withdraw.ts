import type { Transaction } from '@zenmeban/database';

/**
 * Takes back calls that were not sent yet: those of some chains, or all of an incident. What waited in the message of
 * one of them, for its next attempt, finds a new message.
 */
export async function withdraw(
  tx: Transaction,
  calls: { readonly escalationIds: readonly string[] } | { readonly incidentId: string },
): Promise<void> {
  const [where, value] =
    'incidentId' in calls ? ['incident_id = $1', calls.incidentId] : ['escalation_id = ANY($1)', calls.escalationIds];
  await tx.query(
    `WITH taken_back AS (
       UPDATE app.notification SET state = 'withdrawn', variables = '{}', carried_by_id = NULL
       WHERE ${where} AND template = 'escalation' AND state = 'pending' RETURNING id)
     UPDATE app.notification other SET carried_by_id = NULL, next_attempt_at = app.app_now()
     FROM taken_back
     WHERE other.carried_by_id = taken_back.id AND other.state = 'pending'
       AND NOT (other.${where})`,
    [value],
  );
}
