import type { Database, Transaction } from '@zenmeban/database';
import type { Claim } from './claim';
import type { Attempt } from './delivery-outcome';
import { giveUpAfterHours, retryDelaySeconds } from './retry';
import type { Undeliverable } from './tokens';

/**
 * Records how an attempt ended. The delivery row is evidence and always written; the notice moves only for the holder
 * of its lease: whoever was overtaken changes nothing.
 */
export async function recordAttempt(
  database: Database,
  undeliverable: Undeliverable,
  claim: Claim,
  attempt: Attempt,
): Promise<void> {
  await database.source.query(
    `UPDATE app.delivery SET finished_at = app.app_now(), outcome = $3, smtp_code = $4, error = $5
     WHERE notification_id = $1 AND attempt = $2`,
    [claim.notificationId, claim.attempt, attempt.outcome, attempt.smtpCode, attempt.error],
  );
  if (attempt.outcome === 'accepted') await accept(database, claim);
  else if (attempt.outcome === 'permanent' || !(await tryLater(database, claim)))
    await database.transaction((tx) => fail(tx, undeliverable, claim));
}

async function accept(database: Database, { notificationId, leaseToken }: Claim): Promise<void> {
  await database.source.query(
    `UPDATE app.notification
     SET state = 'accepted', accepted_at = app.app_now(), lease_token = NULL, variables = '{}'
     WHERE id = $1 AND lease_token = $2 AND state = 'sending'`,
    [notificationId, leaseToken],
  );
}

/** @returns whether that settles it: false when the notice is a day old and has to be given up */
async function tryLater(database: Database, { notificationId, leaseToken, attempt }: Claim): Promise<boolean> {
  const [rows] = await database.source.query<[{ givenUp: boolean }[], number]>(
    `UPDATE app.notification SET
       state = CASE WHEN created_at > app.app_now() - make_interval(hours => $4) THEN 'pending' ELSE 'sending' END,
       next_attempt_at = app.app_now() + make_interval(secs => $3)
     WHERE id = $1 AND lease_token = $2 AND state = 'sending'
     RETURNING state = 'sending' AS "givenUp"`,
    [notificationId, leaseToken, retryDelaySeconds(attempt), giveUpAfterHours],
  );
  return rows[0]?.givenUp !== true;
}

/** Final. When a call cannot reach its recipient, the next contact is called in the same transaction. */
async function fail(tx: Transaction, undeliverable: Undeliverable, claim: Claim): Promise<void> {
  const { notificationId, leaseToken, incidentId, escalationId, notice } = claim;
  if (incidentId) await tx.query(`SELECT 1 FROM app.incident WHERE id = $1 FOR UPDATE`, [incidentId]);
  const [, failed] = await tx.query<[unknown[], number]>(
    `UPDATE app.notification SET state = 'failed', variables = '{}', lease_token = NULL
     WHERE id = $1 AND lease_token = $2 AND state = 'sending'`,
    [notificationId, leaseToken],
  );
  if (failed !== 1 || !incidentId || !escalationId || notice.template !== 'escalation') return;
  const { level, reason } = notice.variables;
  await undeliverable(tx, { incidentId, escalationId, level, reason });
}
