import { Database, type Transaction } from '@zenmeban/database';
import { type FiredTimer, Timers } from '@zenmeban/timers';
import { Injectable, Logger } from '@nestjs/common';
import { v7 } from 'uuid';
import { CanarySink } from './canary-sink';

/** One canary in so many seconds, over all processes. */
const everySeconds = 60;

/** A timer needs some time ahead of it, or it would be due before the relay can hand it to the queue. */
const flightSeconds = 1;

/** Any number, the same in all processes. */
const canaryLock = 7_205_011;

/**
 * Sends a call about nothing the whole way: a timer, the relay, the queue, the firing, the mail transport, a mailbox.
 * Only one at a time is under way: one that is stuck stays, and is overdue for all to see.
 */
@Injectable()
export class Canaries {
  private readonly logger = new Logger('Canary');

  constructor(
    private readonly database: Database,
    private readonly timers: Timers,
    private readonly sink: CanarySink,
  ) {}

  /** Lets the next one go when it is time. @returns whether it did */
  async round(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [{ mine }] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
        canaryLock,
      ]);
      if (!mine) return false;
      const [row] = await tx.query<{ id: string; dueAt: Date }[]>(
        `INSERT INTO app.canary (id, due_at)
         SELECT $1, app.app_now() + make_interval(secs => $3)
         WHERE NOT EXISTS (SELECT 1 FROM app.canary WHERE due_at > app.app_now() - make_interval(secs => $2))
           AND NOT EXISTS (SELECT 1 FROM app.timer WHERE key = 'canary' AND state = 'armed')
         RETURNING id, due_at AS "dueAt"`,
        [v7(), everySeconds - flightSeconds, flightSeconds],
      );
      if (!row) return false;
      await this.timers.arm(tx, [
        { key: 'canary', kind: 'canary', incidentId: null, subject: row.id, dueAt: row.dueAt },
      ]);
      return true;
    });
  }

  /** Handler of its timer. The mail goes out after the commit, by the process that fired. */
  async fire(tx: Transaction, timers: readonly Omit<FiredTimer, 'incidentId'>[]): Promise<void> {
    for (const { subject, now, by } of timers) {
      await tx.query(`UPDATE app.canary SET fired_at = $2, fired_by = $3 WHERE id = $1`, [subject, now, by]);
      this.database.afterCommit(() => {
        this.sink
          .send(subject, (id) => this.arrived(id))
          .catch((error: unknown) => {
            this.logger.warn(String(error));
          });
      });
    }
  }

  private async arrived(canaryId: string): Promise<void> {
    await this.database.source.query(
      `UPDATE app.canary SET arrived_at = app.app_now() WHERE id = $1 AND arrived_at IS NULL`,
      [canaryId],
    );
  }
}
