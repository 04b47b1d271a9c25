import { randomUUID } from 'node:crypto';
import type { Channel, Transaction } from '@zenmeban/database';
import { v7 } from 'uuid';
import { mintTokens } from './acknowledgement-tokens';
import { isStillTrue } from './is-still-true';
import { leaseSeconds } from './lease';
import type { IncidentFacts, Notice } from './mail-variables';
import { pauseSeconds } from './pause';
import {
  factsOf,
  headOf,
  type NoticeHead,
  type Prepares,
  readNotices,
  type Recipient,
  type Row,
  whoWaits,
} from './read-notices';

/** What is told of one notice in a message. `ackToken` only in mail, where it is for one person. */
export type Told = {
  readonly notificationId: string;
  readonly incidentId: string | null;
  readonly notice: Notice;
  readonly incident: IncidentFacts | null;
  readonly ackToken: string | null;
};

/** One attempt to send one message: only the holder of `leaseToken` may record how it ended. */
export type Claim = Told & {
  readonly leaseToken: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly recipient: Recipient | null;
  /** Null for mail. */
  readonly channel: Channel | null;
  /** Told in the same message, the gravest first; they share the lease. */
  readonly carried: readonly Told[];
  /** Takes all incidents of the message at once; null when there is but one. */
  readonly allToken: string | null;
};

/** What a message tells, in the order in which it was owed, whichever notice came to carry the others. */
export const toldBy = (claim: Claim): readonly Told[] =>
  [claim, ...claim.carried].toSorted((a, b) => (a.notificationId < b.notificationId ? -1 : 1));

/** Not now: it waits for others to the same recipient, for the end of quiet hours, or because a robot takes no more. */
export type Held = { readonly heldForSeconds: number };

/**
 * Takes a due notice for one attempt, and with it those to the same recipient that wait: writes its delivery row and,
 * for calls by mail, their acknowledgement tokens. Notices that are no longer true are withdrawn instead.
 */
export async function claim(
  database: Prepares,
  tx: Transaction,
  notificationId: string,
): Promise<Claim | Held | 'not_due' | 'withdrawn'> {
  const head = await headOf(database, tx, notificationId);
  if (!head) return 'not_due';
  /* A wake-up that came too early is not lost: what was held back is looked at again. */
  if (head.dueInSeconds > 0) return head.attempts === 0 ? { heldForSeconds: head.dueInSeconds } : 'not_due';
  const heldForSeconds = await pauseSeconds(database, tx, head);
  if (heldForSeconds > 0) {
    await tx.query(
      `UPDATE app.notification SET next_attempt_at = app.app_now() + make_interval(secs => $2)
       WHERE id = $1 AND state = 'pending' AND carried_by_id IS NULL`,
      [notificationId, heldForSeconds],
    );
    return { heldForSeconds };
  }
  const waiting = await whoWaits(database, tx, head);
  const leaseToken = randomUUID();
  if (!(await takeCarrier(database, tx, [notificationId, ...waiting], leaseToken))) return 'not_due';
  const [carrier] = await trueOnes(database, tx, [notificationId]);
  if (!carrier) {
    await release(tx, notificationId);
    return 'withdrawn';
  }
  const carried = await trueOnes(database, tx, await takeCarried(tx, head, waiting, leaseToken));
  await tx.query(
    `INSERT INTO app.delivery (id, notification_id, attempt, address, started_at)
     VALUES ($1, $2, $3, $4, app.app_now())`,
    [v7(), notificationId, carrier.attempt, addressOf(carrier)],
  );
  return claimed(tx, leaseToken, carrier, carried);
}

/**
 * Takes the first of `ids` for an attempt. The incidents of all of them first, as everyone locks: an acknowledgement
 * under way is waited for, and then seen.
 */
async function takeCarrier(
  database: Prepares,
  tx: Transaction,
  ids: readonly string[],
  leaseToken: string,
): Promise<boolean> {
  const taken = await database.prepared<unknown>(
    tx,
    'notice_take',
    `WITH locked AS MATERIALIZED (
       SELECT 1 FROM app.incident WHERE id IN (SELECT incident_id FROM app.notification WHERE id = ANY($1::uuid[]))
       ORDER BY id FOR KEY SHARE)
     UPDATE app.notification SET state = 'sending', lease_token = $2, attempts = attempts + 1,
       next_attempt_at = app.app_now() + make_interval(secs => $3)
     WHERE id = ($1::uuid[])[1] AND (SELECT count(*) FROM locked) >= 0
       AND state IN ('pending', 'sending') AND next_attempt_at <= app.app_now() AND carried_by_id IS NULL
     RETURNING id`,
    [ids, leaseToken, leaseSeconds],
  );
  return taken.length === 1;
}

/** Those that wait join a first attempt; a later one tells the same as the first, but for what was withdrawn since. */
async function takeCarried(
  tx: Transaction,
  { id, attempts }: NoticeHead,
  waiting: readonly string[],
  leaseToken: string,
): Promise<string[]> {
  if (waiting.length === 0) return [];
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `UPDATE app.notification SET state = 'sending', lease_token = $2, carried_by_id = $1,
       next_attempt_at = app.app_now() + make_interval(secs => $3)
     WHERE id = ANY($4) AND ${attempts === 0 ? `state = 'pending' AND carried_by_id IS NULL` : `state IN ('pending', 'sending') AND carried_by_id = $1`}
     RETURNING id`,
    [id, leaseToken, leaseSeconds, waiting],
  );
  const taken = new Set(rows.map((row) => row.id));
  return waiting.filter((one) => taken.has(one));
}

/** Reads them as they stand now; those no longer true are withdrawn and left out. */
async function trueOnes(database: Prepares, tx: Transaction, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = await readNotices(database, tx, ids);
  const untrue = rows.filter((row) => !isStillTrue(row)).map(({ id }) => id);
  if (untrue.length > 0)
    await tx.query(
      `UPDATE app.notification SET state = 'withdrawn', variables = '{}', lease_token = NULL, carried_by_id = NULL
       WHERE id = ANY($1)`,
      [untrue],
    );
  return rows.filter(isStillTrue);
}

/** A message whose first notice is no longer true is not sent again: the others find a new one. */
async function release(tx: Transaction, carrierId: string): Promise<void> {
  await tx.query(
    `UPDATE app.notification SET state = 'pending', carried_by_id = NULL, lease_token = NULL,
       next_attempt_at = app.app_now()
     WHERE carried_by_id = $1 AND state IN ('pending', 'sending')`,
    [carrierId],
  );
}

async function claimed(tx: Transaction, leaseToken: string, carrier: Row, carried: readonly Row[]): Promise<Claim> {
  const { recipient, channel } = carrier;
  const all = [carrier, ...carried];
  const grants = all.map(({ id, incidentId, template }) =>
    template === 'escalation' && recipient && channel === null && incidentId
      ? { notificationId: id, incidentId, personId: recipient.id }
      : null,
  );
  const [first, ...others] = await mintTokens(tx, carried.length > 0 ? [...grants, grants[0] ?? null] : grants);
  const told = (row: Row, ackToken: string | null): Told => ({
    ...{ notificationId: row.id, incidentId: row.incidentId, ackToken, incident: factsOf(row) },
    notice: { template: row.template, variables: row.variables } as Notice,
  });
  return {
    ...told(carrier, first ?? null),
    ...{ leaseToken, attempt: carrier.attempt, recipient, channel },
    carried: carried.map((row, i) => told(row, others[i] ?? null)),
    allToken: carried.length > 0 ? (others.at(-1) ?? null) : null,
  };
}

/** What stands in the record; the address of a channel is a secret. */
const addressOf = ({ recipient, channel }: Row) => (channel ? `${channel.kind}:${channel.id}` : recipient?.email) ?? '';
