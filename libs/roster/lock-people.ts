import type { Transaction } from '@zenmeban/database';

/** Locks people in the order of their ids; shifts of theirs may still be added, which would only be a warning. */
export async function lockPeople(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT id FROM app.person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
}
