import type { Transaction } from '@zenmeban/database';

/**
 * Ids of the incidents that the message of a notice tells of, the severest first: its own, and those of the notices it
 * carries.
 */
export async function incidentsOfMessage(tx: Transaction, notificationId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT i.id FROM app.incident i
     WHERE i.id IN (SELECT incident_id FROM app.notification WHERE id = $1 OR carried_by_id = $1)
     ORDER BY array_position(ARRAY['critical', 'high', 'normal', 'low'], i.severity), i.reference`,
    [notificationId],
  );
  return rows.map(({ id }) => id);
}
