import type { Transaction } from '@zenmeban/database';

/** Takes back calls that were not sent yet: those of some chains, or all of an incident. */
export async function withdraw(
  tx: Transaction,
  calls: { readonly escalationIds: readonly string[] } | { readonly incidentId: string },
): Promise<void> {
  const [where, value] =
    'incidentId' in calls ? ['incident_id = $1', calls.incidentId] : ['escalation_id = ANY($1)', calls.escalationIds];
  await tx.query(
    `UPDATE app.notification SET state = 'withdrawn', variables = '{}'
     WHERE ${where} AND template = 'escalation' AND state = 'pending'`,
    [value],
  );
}
