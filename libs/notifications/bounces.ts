import type { Database, Transaction } from '@zenmeban/database';
import { queueNotices } from './queue-notices';
import type { NotificationNudge } from './tokens';

/** So many mails refused for good, one after the other, and the address is taken to be dead. */
export const bouncesUntilRefused = 3;

/**
 * A mail to this person was refused for good. At the third one after the other the administrators are told, once: until
 * a mail is accepted again.
 */
export async function noteBounce(
  database: Database,
  nudge: NotificationNudge,
  tx: Transaction,
  personId: string,
  notificationId: string,
): Promise<void> {
  const [rows] = await tx.query<[{ bounces: number; name: string; email: string }[], number]>(
    `UPDATE app.person SET bounces = least(bounces + 1, 32000) WHERE id = $1 RETURNING bounces, name, email`,
    [personId],
  );
  const person = rows[0];
  if (person?.bounces !== bouncesUntilRefused) return;
  const administrators = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT p.id FROM app.person p JOIN app.role_grant g ON g.person_id = p.id
     WHERE g.role = 'administrator' AND p.active AND p.id <> $1`,
    [personId],
  );
  const { name, email } = person;
  await queueNotices(
    database,
    nudge,
    tx,
    administrators.map(({ id }) => ({
      ...{ template: 'unreachable', variables: { name, email }, recipientId: id },
      ...{ dedupeKey: `unreachable:${notificationId}:${id}:mail`, incidentId: null, escalationId: null },
    })),
  );
}

/** A message to this channel was refused for good. */
export async function noteChannel(tx: Transaction, channelId: string): Promise<void> {
  await tx.query(`UPDATE app.channel SET failures = least(failures + 1, 32000) WHERE id = $1`, [channelId]);
}
