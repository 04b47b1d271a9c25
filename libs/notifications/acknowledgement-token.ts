import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '@zenmeban/database';

/** What a token opens: the right of one person to acknowledge one incident, once. */
export type TokenGrant = {
  readonly incidentId: string;
  readonly personId: string;
  readonly notificationId: string;
  readonly used: boolean;
  readonly expired: boolean;
};

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a token (256 random bits, base64url) that works for 24 hours. Only its SHA-256 is stored. */
export async function mintToken(
  tx: Transaction,
  grant: { notificationId: string; incidentId: string; personId: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `INSERT INTO app.acknowledgement_token (token_hash, notification_id, incident_id, person_id, expires_at)
     VALUES ($1, $2, $3, $4, app.app_now() + interval '24 hours')`,
    [hash(token), grant.notificationId, grant.incidentId, grant.personId],
  );
  return token;
}

/** Reads what a token opens and changes nothing; null when there is no such token. */
export async function findToken(tx: Transaction, token: string): Promise<TokenGrant | null> {
  const rows = await tx.query<TokenGrant[]>(
    `SELECT incident_id AS "incidentId", person_id AS "personId", notification_id AS "notificationId",
       used_at IS NOT NULL AS used, expires_at <= app.app_now() AS expired
     FROM app.acknowledgement_token WHERE token_hash = $1`,
    [hash(token)],
  );
  return rows[0] ?? null;
}

/** Uses a token up. @returns whether this call was the one that did: false when it was used before, or has expired */
export async function useToken(tx: Transaction, token: string): Promise<boolean> {
  const [, changed] = await tx.query<[unknown[], number]>(
    `UPDATE app.acknowledgement_token SET used_at = app.app_now()
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > app.app_now()`,
    [hash(token)],
  );
  return changed === 1;
}
