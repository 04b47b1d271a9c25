import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** What is counted: tries against an account (whether it exists or not) or from an address. */
export type Counted = { readonly kind: 'account' | 'address' | 'mail'; readonly of: string };

/** Tries within a window of 15 minutes: strict per account, generous per address (a whole shift behind one router). */
const limits: Readonly<Record<Counted['kind'], number>> = { account: 10, address: 200, mail: 5 };
const windowMinutes = 15;

const keyOf = ({ kind, of }: Counted) =>
  createHash('sha256').update(`${kind}:${of.trim().toLowerCase()}`).digest('hex');

/**
 * Counts tries in the database, so that any number of processes share the count. The window begins with the first
 * try and is never prolonged by later ones: nobody is locked out for more than 15 minutes.
 */
export class Throttle {
  constructor(private readonly pool: Pool) {}

  /**
   * Counts a try before it is made, so that a thousand at once cannot all slip through.
   * @returns seconds to wait, or null when the try may be made
   */
  async take(counted: Counted): Promise<number | null> {
    const { rows } = await this.pool.query<{ tries: number; wait: number }>(
      `INSERT INTO "tryCount" AS c (id, key, tries, "endsAt")
       VALUES (gen_random_uuid(), $1, 1, app.app_now() + make_interval(mins => $2))
       ON CONFLICT (key) DO UPDATE SET
         tries = CASE WHEN c."endsAt" <= app.app_now() THEN 1 ELSE least(c.tries + 1, 1000000) END,
         "endsAt" = CASE WHEN c."endsAt" <= app.app_now() THEN excluded."endsAt" ELSE c."endsAt" END
       RETURNING tries, ceil(extract(epoch FROM "endsAt" - app.app_now()))::int AS wait`,
      [keyOf(counted), windowMinutes],
    );
    const row = rows[0];
    return row && row.tries > limits[counted.kind] ? Math.max(1, row.wait) : null;
  }

  /** The try was right: it does not count; an account starts afresh. */
  async giveBack(counted: Counted): Promise<void> {
    await this.pool.query(
      counted.kind === 'account'
        ? 'DELETE FROM "tryCount" WHERE key = $1'
        : 'UPDATE "tryCount" SET tries = greatest(tries - 1, 0) WHERE key = $1',
      [keyOf(counted)],
    );
  }

  /** Forgets windows that ended. */
  async tidy(): Promise<void> {
    await this.pool.query('DELETE FROM "tryCount" WHERE "endsAt" <= app.app_now()');
  }
}
