import type { Database, Transaction } from '@zenmeban/database';
import type { AdministratorNotices } from './administrator-notices';
import { noteBounce } from './bounces';
import { noteChannelRefusal } from './channels/note-refusal';
import type { Claim } from './claim';
import type { Attempt } from './delivery-outcome';
import { giveUpAfterHours, retryDelaySeconds } from './retry';
import type { Undeliverable } from './tokens';
import type { StoredVariables } from './mail-variables';

/** Who hears how an attempt ended. */
export type Heard = { readonly undeliverable: Undeliverable; readonly administrators: AdministratorNotices };

/**
 * Records how an attempt ended. The delivery row is evidence and always written; the notices of the message move only
 * for the holder of its lease: whoever was overtaken changes nothing.
 */
export async function recordAttempt(database: Database, heard: Heard, claim: Claim, attempt: Attempt): Promise<void> {
  await database.source.query(
    `UPDATE app.delivery SET finished_at = app.app_now(), outcome = $3, smtp_code = $4, error = $5
     WHERE notification_id = $1 AND attempt = $2`,
    [claim.notificationId, claim.attempt, attempt.outcome, attempt.smtpCode, attempt.error],
  );
  if (attempt.outcome === 'accepted') await accept(database, claim);
  else if (attempt.outcome === 'permanent' || !(await tryLater(database, claim, attempt)))
    await database.transaction(async (tx) => {
      if (await fail(tx, heard.undeliverable, claim)) await noteRefusal(tx, heard.administrators, claim, attempt);
    });
}

/** The notices of the message: its own and those it carries. */
const ofMessage = `(id = $1 OR carried_by_id = $1) AND lease_token = $2 AND state = 'sending'`;

/** A way that works again begins without failures. */
async function accept({ source }: Database, { notificationId, leaseToken }: Claim): Promise<void> {
  await source.query(
    `WITH taken AS (
       UPDATE app.notification
       SET state = 'accepted', accepted_at = app.app_now(), lease_token = NULL, variables = '{}'
       WHERE ${ofMessage} RETURNING recipient_id, channel_id),
     person AS (
       UPDATE app.person SET bounces = 0
       WHERE id IN (SELECT recipient_id FROM taken WHERE channel_id IS NULL) AND bounces > 0)
     UPDATE app.channel SET failures = 0 WHERE id IN (SELECT channel_id FROM taken) AND failures > 0`,
    [notificationId, leaseToken],
  );
}

/** @returns whether that settles it: false when the message is a day old and has to be given up */
async function tryLater(
  { source }: Database,
  { notificationId, leaseToken, attempt }: Claim,
  { retryAfterSeconds = 0 }: Attempt,
): Promise<boolean> {
  const [rows] = await source.query<[{ givenUp: boolean }[], number]>(
    `UPDATE app.notification SET
       state = CASE WHEN carrier.created_at > app.app_now() - make_interval(hours => $4) THEN 'pending' ELSE 'sending' END,
       next_attempt_at = app.app_now() + make_interval(secs => $3)
     FROM (SELECT created_at FROM app.notification WHERE id = $1) carrier
     WHERE ${ofMessage}
     RETURNING state = 'sending' AS "givenUp"`,
    [notificationId, leaseToken, Math.max(retryDelaySeconds(attempt), retryAfterSeconds), giveUpAfterHours],
  );
  return rows[0]?.givenUp !== true;
}

type Failed = {
  id: string;
  incidentId: string | null;
  escalationId: string | null;
  recipientId: string | null;
  level: StoredVariables['escalation']['level'];
  reason: StoredVariables['escalation']['reason'];
};

/**
 * Final. When a call cannot reach its recipient by any of their ways, the next contact is called in the same
 * transaction. A group's channel reaches nobody in particular: its failure changes no chain.
 * @returns whether this call failed it
 */
async function fail(tx: Transaction, undeliverable: Undeliverable, claim: Claim): Promise<boolean> {
  const { notificationId, leaseToken, carried } = claim;
  const incidentIds = [claim, ...carried].flatMap(({ incidentId }) => incidentId ?? []);
  await tx.query(`SELECT 1 FROM app.incident WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [incidentIds]);
  const [failed] = await tx.query<[Failed[], number]>(
    `UPDATE app.notification SET state = 'failed', variables = '{}', lease_token = NULL WHERE ${ofMessage}
     RETURNING id, incident_id AS "incidentId", escalation_id AS "escalationId", recipient_id AS "recipientId",
       level, reason`,
    [notificationId, leaseToken],
  );
  for (const { id, incidentId, escalationId, recipientId, level, reason } of failed)
    if (incidentId && escalationId && recipientId && !(await reachedOtherwise(tx, id)))
      await undeliverable(tx, { incidentId, escalationId, level, reason });
  return failed.length > 0;
}

/** Whether the same call goes, or went, to the same person by another way. Its key begins with the firing. */
async function reachedOtherwise(tx: Transaction, notificationId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM app.notification failed
     JOIN app.notification other ON other.incident_id = failed.incident_id
       AND other.recipient_id = failed.recipient_id AND other.escalation_id = failed.escalation_id
       AND other.id <> failed.id AND other.state <> 'failed'
       AND regexp_replace(other.dedupe_key, ':[^:]+:[^:]+$', '') = regexp_replace(failed.dedupe_key, ':[^:]+:[^:]+$', '')
     WHERE failed.id = $1 LIMIT 1`,
    [notificationId],
  );
  return rows.length > 0;
}

async function noteRefusal(
  tx: Transaction,
  administrators: AdministratorNotices,
  { channel, recipient }: Claim,
  attempt: Attempt,
): Promise<void> {
  if (attempt.outcome !== 'permanent') return;
  if (channel) await noteChannelRefusal(tx, administrators, channel.id, attempt);
  else if (recipient?.active === true) await noteBounce(tx, administrators, recipient.id);
}
