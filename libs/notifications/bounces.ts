import type { Transaction } from '@zenmeban/database';
import type { AdministratorNotices } from './administrator-notices';

/** So many mails refused for good, one after the other, and the address is taken to be dead. */
export const bouncesUntilRefused = 3;

/**
 * A mail to this person was refused for good. At the third one after the other the administrators are told, once: until
 * a mail is accepted again.
 */
export async function noteBounce(
  tx: Transaction,
  administrators: AdministratorNotices,
  personId: string,
): Promise<void> {
  const [rows] = await tx.query<[{ bounces: number; name: string; email: string }[], number]>(
    `UPDATE app.person SET bounces = least(bounces + 1, 32000) WHERE id = $1 RETURNING bounces, name, email`,
    [personId],
  );
  const person = rows[0];
  if (person?.bounces !== bouncesUntilRefused) return;
  const { name, email } = person;
  await administrators.queue(tx, { template: 'unreachable', variables: { name, email } });
}
