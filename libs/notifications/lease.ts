import type { Database } from '@zenmeban/database';

/** A claim belongs to its process for this long, and for as long again at each renewal: who dies is soon overtaken. */
export const leaseSeconds = 10;

/** Three renewals fit into one lease, so that a single lost one costs nothing. */
export const renewEverySeconds = 3;

/** However often it is renewed, no claim lasts longer: an attempt ends before (see `mailDeadlines`), or hangs. */
export const longestClaimSeconds = 60;

/** What is held: this attempt for this notice, under this fencing token. */
type Held = { readonly notificationId: string; readonly leaseToken: string; readonly attempt: number };

/**
 * Does `work` while the lease is renewed. A process that is killed, frozen or cut off from the database stops renewing:
 * another one takes the notice over, and the fencing token keeps the first from recording anything.
 */
export async function holdingLease<T>(
  database: Pick<Database, 'source'>,
  claim: Held,
  work: () => Promise<T>,
  everyMs = renewEverySeconds * 1_000,
): Promise<T> {
  let renewal: Promise<unknown> = Promise.resolve();
  const renewals = setInterval(() => {
    // A renewal that fails is the next one's; after three the lease is over, as it should be.
    renewal = renewLease(database, claim).catch(() => undefined);
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(renewals);
    await renewal;
  }
}

/** @returns whether the claim still holds: false once it ended, was overtaken, or is a minute old */
export async function renewLease(
  { source }: Pick<Database, 'source'>,
  { notificationId, leaseToken, attempt }: Held,
): Promise<boolean> {
  const [, renewed] = await source.query<[unknown[], number]>(
    `UPDATE app.notification n
     SET next_attempt_at = least(app.app_now() + make_interval(secs => $4), d.started_at + make_interval(secs => $5))
     FROM app.delivery d
     WHERE (n.id = $1 OR n.carried_by_id = $1) AND n.lease_token = $2 AND n.state = 'sending'
       AND d.notification_id = $1 AND d.attempt = $3
       AND d.started_at > app.app_now() - make_interval(secs => $5)`,
    [notificationId, leaseToken, attempt, leaseSeconds, longestClaimSeconds],
  );
  return renewed > 0;
}
