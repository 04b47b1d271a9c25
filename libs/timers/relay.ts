import { Database } from '@zenmeban/database';
import { JobQueues } from '@zenmeban/queues';
import { Injectable, Logger } from '@nestjs/common';

type Hint = { id: string; gen: number; hint_no: number; delay_ms: number };

/** Hands timers that are due within 15 minutes to the queue, as delayed jobs with ids that never repeat. */
@Injectable()
export class Relay {
  private readonly logger = new Logger('Relay');
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
  ) {}

  /** Runs a round soon, without waiting for it; a nudge during a round causes one more. */
  nudge(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.relay()
      .catch((error: unknown) => {
        this.logger.warn(`a round failed, the next one will try again: ${String(error)}`);
      })
      .then(() => {
        this.running = null;
        if (!this.again) return;
        this.again = false;
        this.nudge();
      });
  }

  /** Waits for the round under way, if any. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** One round. Marks first and adds then: a hint lost in between is the sweeper's. */
  async relay(): Promise<void> {
    const hints = await this.database.source.query<Hint[]>(
      `WITH due AS (
         SELECT id FROM app.timer
         WHERE state = 'armed' AND due_at < app.app_now() + interval '15 minutes' AND hinted_gen < gen
         ORDER BY due_at FOR UPDATE SKIP LOCKED LIMIT 500)
       , marked AS (
         UPDATE app.timer SET hinted_gen = gen, hint_no = hint_no + 1
         FROM due WHERE timer.id = due.id
         RETURNING timer.id, gen, hint_no, extract(epoch FROM due_at - app.app_now()) * 1000 AS delay_ms)
       SELECT id, gen, hint_no, delay_ms::float8 AS delay_ms FROM marked`,
    );
    const handed = await Promise.allSettled(
      hints.map((hint) =>
        this.queues.add(
          { name: 'timer.fire', data: { timerId: hint.id, gen: hint.gen } },
          `t-${hint.id}-${hint.gen}-${hint.hint_no}`,
          { delayMs: hint.delay_ms },
        ),
      ),
    );
    const lost = handed.find((result) => result.status === 'rejected');
    if (lost) this.logger.warn(`a hint was not handed over, the sweeper will fire: ${String(lost.reason)}`);
  }
}
