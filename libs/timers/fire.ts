import { Database, type TimerKind, type Transaction } from '@zenmeban/database';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Relay } from './relay';

/** A timer that has just fired, inside the transaction that fired it; the incident's row is locked. */
export type FiredTimer = {
  id: string;
  gen: number;
  key: string;
  incidentId: string;
  subject: string;
  dueAt: Date;
  /** The database's time of the firing. */
  now: Date;
};

/** What happens when a timer fires; a missing kind does not compile. */
export type TimerHandlers = Readonly<Record<TimerKind, (tx: Transaction, timer: FiredTimer) => Promise<void>>>;

/** Nest token of the `TimerHandlers`, provided where the rooms are put together. */
export const TIMER_HANDLERS = Symbol('TIMER_HANDLERS');

/** Fires timers. Any number of calls for one generation has the effect of one. */
@Injectable()
export class Fire {
  private readonly logger = new Logger('Fire');

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    @Inject(TIMER_HANDLERS) private readonly handlers: TimerHandlers,
  ) {}

  /**
   * Fires the timer if this generation is armed and due; its handler runs in the same transaction. A wake-up that came
   * early is handed to the queue again.
   * @returns whether it fired
   */
  async fire(timerId: string, gen: number, by: 'hint' | 'sweep'): Promise<boolean> {
    try {
      const fired = await this.database.transaction((tx) => this.fireIn(tx, timerId, gen, by));
      if (!fired && by === 'hint') await this.hintAgainIfArmed(timerId, gen);
      return fired;
    } catch (error) {
      await this.noteFailure(timerId, gen, error);
      throw error;
    }
  }

  /** Fires what is more than `overdueSeconds` late, each in its own transaction. @returns how many fired */
  async sweep(overdueSeconds: number, limit = 500): Promise<number> {
    const due = await this.database.source.query<{ id: string; gen: number }[]>(
      `SELECT id, gen FROM app.timer
       WHERE state = 'armed' AND due_at < app.app_now() - make_interval(secs => $1)
         AND (retry_at IS NULL OR retry_at <= app.app_now())
       ORDER BY due_at LIMIT $2`,
      [overdueSeconds, limit],
    );
    let count = 0;
    for (const { id, gen } of due) {
      try {
        if (await this.fire(id, gen, 'sweep')) count += 1;
      } catch (error) {
        this.logger.error(`timer ${id} failed and will be tried again: ${String(error)}`);
      }
    }
    return count;
  }

  private async fireIn(tx: Transaction, timerId: string, gen: number, by: 'hint' | 'sweep'): Promise<boolean> {
    /* The incident first, then the timer: everyone locks in this order. */
    await tx.query(
      `SELECT 1 FROM app.incident WHERE id = (SELECT incident_id FROM app.timer WHERE id = $1) FOR UPDATE`,
      [timerId],
    );
    const [rows] = await tx.query<[(FiredTimer & { kind: TimerKind })[], number]>(
      `UPDATE app.timer SET state = 'fired', fired_at = app.app_now(), fired_by = $3
       WHERE id = $1 AND gen = $2 AND state = 'armed' AND due_at <= app.app_now()
       RETURNING id, gen, key, kind, incident_id AS "incidentId", subject, due_at AS "dueAt", fired_at AS now`,
      [timerId, gen, by],
    );
    const timer = rows[0];
    if (!timer) return false;
    await this.handlers[timer.kind](tx, timer);
    return true;
  }

  /** Still armed = it came early, if only by a millisecond; whether it is due by now is not asked, or it were lost. */
  private async hintAgainIfArmed(timerId: string, gen: number): Promise<void> {
    const [, early] = await this.database.source.query<[unknown[], number]>(
      `UPDATE app.timer SET hinted_gen = gen - 1
       WHERE id = $1 AND gen = $2 AND state = 'armed'`,
      [timerId, gen],
    );
    if (early > 0) this.relay.nudge();
  }

  /** A handler that throws rolls its firing back; the sweeper tries again, less and less often, never gives up. */
  private async noteFailure(timerId: string, gen: number, error: unknown): Promise<void> {
    await this.database.source.query(
      `UPDATE app.timer SET failures = failures + 1, last_error = $3,
         retry_at = app.app_now() + least(interval '5 minutes', interval '5 seconds' * power(2, least(failures, 6)))
       WHERE id = $1 AND gen = $2 AND state = 'armed'`,
      [timerId, gen, String(error).slice(0, 1_000)],
    );
  }
}
