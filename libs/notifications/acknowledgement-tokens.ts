import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '@zenmeban/database';
import type { Language } from '@zenmeban/domain/engine';

/** The right of one person to acknowledge one incident, once, from one mail. */
export type TokenGrant = { readonly incidentId: string; readonly personId: string; readonly notificationId: string };

/** A grant as it stands, with the language of the person it was given to. */
export type FoundToken = TokenGrant & {
  readonly language: Language;
  readonly used: boolean;
  readonly expired: boolean;
};

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes tokens (256 random bits, base64url) that work for 24 hours, at the moment of sending: they exist in clear only
 * in the mail, what is stored is their SHA-256.
 * @returns one for each grant, null for null
 */
export async function mintTokens(
  tx: Transaction,
  grants: readonly (TokenGrant | null)[],
): Promise<readonly (string | null)[]> {
  const minted = grants.map((grant) => grant && { grant, token: randomBytes(32).toString('base64url') });
  const rows = minted.flatMap((one) =>
    one === null
      ? []
      : {
          token_hash: hash(one.token),
          notification_id: one.grant.notificationId,
          incident_id: one.grant.incidentId,
          person_id: one.grant.personId,
        },
  );
  if (rows.length > 0)
    await tx.query(
      `INSERT INTO app.acknowledgement_token (token_hash, notification_id, incident_id, person_id, expires_at)
       SELECT token_hash, notification_id, incident_id, person_id, app.app_now() + interval '24 hours'
       FROM jsonb_to_recordset($1) AS t(token_hash text, notification_id uuid, incident_id uuid, person_id uuid)`,
      [JSON.stringify(rows)],
    );
  return minted.map((one) => one?.token ?? null);
}

/** Reads what a token opens and changes nothing; null when there is no such token, or its person has left. */
export async function findToken(tx: Transaction, token: string): Promise<FoundToken | null> {
  const rows = await tx.query<FoundToken[]>(
    `SELECT t.incident_id AS "incidentId", t.person_id AS "personId", t.notification_id AS "notificationId",
       p.language, t.used_at IS NOT NULL AS used, t.expires_at <= app.app_now() AS expired
     FROM app.acknowledgement_token t JOIN app.person p ON p.id = t.person_id AND p.active
     WHERE t.token_hash = $1`,
    [hash(token)],
  );
  return rows[0] ?? null;
}

/**
 * Uses a token up.
 * @returns whether this call did: false when it is unknown, was used before, has expired, or its person has left
 */
export async function useToken(tx: Transaction, token: string): Promise<boolean> {
  const [, used] = await tx.query<[unknown[], number]>(
    `UPDATE app.acknowledgement_token t SET used_at = app.app_now() FROM app.person p
     WHERE t.token_hash = $1 AND t.used_at IS NULL AND t.expires_at > app.app_now()
       AND p.id = t.person_id AND p.active`,
    [hash(token)],
  );
  return used === 1;
}
