import { CONFIG, type Config } from '@zenmeban/config';
import { Database, type Transaction } from '@zenmeban/database';
import { MailTransport } from '@zenmeban/notifications';
import { type FiredCanary, Timers } from '@zenmeban/timers';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { v7 } from 'uuid';
import { CanarySink } from './canary-sink';

/** One canary a minute, over all processes; it is due so long after it was armed, so that the queue has time to know. */
const everySeconds = 60;
const flightSeconds = 5;
const keptDays = 7;

type Way = { readonly sink: CanarySink; readonly transport: MailTransport };

/**
 * Sends a call about nothing the whole way (timer, relay, queue, fire, mail) to a mail server of this process, and notes
 * that it arrived: what no single check can see, this one misses.
 */
@Injectable()
export class Canaries implements OnApplicationShutdown {
  private readonly logger = new Logger('Canary');
  private way: Promise<Way> | null = null;

  constructor(
    private readonly database: Database,
    private readonly timers: Timers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Arms the next one unless some process has just done so, and forgets old ones. */
  async round(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ id: string; dueAt: Date }[]>(
        `INSERT INTO app.canary (id, due_at)
         SELECT $1, app.app_now() + make_interval(secs => $2)
         WHERE pg_try_advisory_xact_lock(7205101)
           AND NOT EXISTS (SELECT 1 FROM app.canary WHERE due_at > app.app_now() + make_interval(secs => $2 - $3))
         RETURNING id, due_at AS "dueAt"`,
        [v7(), flightSeconds, everySeconds - 1],
      );
      if (!row) return;
      await this.timers.arm(tx, [
        { key: 'canary', kind: 'canary', incidentId: null, subject: row.id, dueAt: row.dueAt },
      ]);
      await tx.query(`DELETE FROM app.canary WHERE due_at < app.app_now() - make_interval(days => $1)`, [keptDays]);
    });
  }

  /** Timer handler: it fired; once that is committed, its mail sets out. */
  async fired(tx: Transaction, timers: readonly FiredCanary[]): Promise<void> {
    for (const { subject, now, firedBy } of timers) {
      await tx.query(`UPDATE app.canary SET fired_at = $2, fired_by = $3 WHERE id = $1`, [subject, now, firedBy]);
      this.database.afterCommit(() => {
        this.mail(subject).catch((error: unknown) => {
          this.logger.error(`the canary's mail did not set out: ${String(error)}`);
        });
      });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.way) return;
    const { sink, transport } = await this.way;
    transport.close();
    await sink.close();
  }

  private async mail(id: string): Promise<void> {
    this.way ??= this.open();
    const { transport } = await this.way;
    const attempt = await transport.send({
      messageId: `canary.${id}@localhost`,
      to: { name: 'canary', address: 'canary@localhost' },
      subject: 'canary',
      text: 'canary\n',
      html: '<p>canary</p>',
    });
    if (attempt.outcome !== 'accepted') this.logger.error(`the canary's mail was not taken: ${attempt.error ?? ''}`);
  }

  private async open(): Promise<Way> {
    const sink = await CanarySink.open((messageId) => {
      this.arrived(messageId).catch((error: unknown) => {
        this.logger.error(`the canary's arrival could not be noted: ${String(error)}`);
      });
    });
    return { sink, transport: new MailTransport({ smtpUrl: sink.url, mailFrom: this.config.mailFrom }) };
  }

  private async arrived(messageId: string): Promise<void> {
    const id = /^canary\.([0-9a-f-]{36})@/.exec(messageId)?.[1];
    if (id === undefined) return;
    await this.database.source.query(
      `UPDATE app.canary SET arrived_at = app.app_now() WHERE id = $1 AND arrived_at IS NULL`,
      [id],
    );
  }
}
