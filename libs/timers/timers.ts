import { Database, type TimerKind, type Transaction } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Relay } from './relay';

/**
 * What to arm: `key` names the thing, so that arming it again moves the same row on. `incidentId` is null for the canary
 * only.
 */
export type Arming = { key: string; kind: TimerKind; incidentId: string | null; subject: string; dueAt: Date };

/** Arms and disarms; a due thing is a row, written in the transaction that causes it. */
@Injectable()
export class Timers {
  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
  ) {}

  /** Arms, or arms anew under the next generation: a hint for the old one will find nothing to fire. */
  async arm(tx: Transaction, armings: readonly Arming[]): Promise<void> {
    if (armings.length === 0) return;
    const rows = armings.map((arming) => ({
      ...arming,
      id: v7(),
      incident_id: arming.incidentId,
      due_at: arming.dueAt,
    }));
    await tx.query(
      `INSERT INTO app.timer (id, key, kind, incident_id, subject, due_at)
       SELECT id, key, kind, incident_id, subject, due_at
       FROM jsonb_to_recordset($1)
         AS t(id uuid, key text, kind text, incident_id uuid, subject text, due_at timestamptz)
       ON CONFLICT (key) DO UPDATE SET
         gen = timer.gen + 1, subject = excluded.subject, due_at = excluded.due_at, state = 'armed',
         hint_no = 0, failures = 0, last_error = NULL, retry_at = NULL`,
      [JSON.stringify(rows)],
    );
    this.nudge();
  }

  /** Disarms what is still armed under these keys. */
  async cancel(tx: Transaction, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await tx.query(`UPDATE app.timer SET state = 'cancelled' WHERE key = ANY($1) AND state = 'armed'`, [keys]);
  }

  /** Disarms everything of an incident. */
  async cancelAll(tx: Transaction, incidentId: string): Promise<void> {
    await tx.query(`UPDATE app.timer SET state = 'cancelled' WHERE incident_id = $1 AND state = 'armed'`, [incidentId]);
  }

  /** After the commit, lets the relay hand what is due soon to the queue at once instead of at its next round. */
  nudge(): void {
    this.database.afterCommit(() => {
      this.relay.nudge();
    });
  }
}
