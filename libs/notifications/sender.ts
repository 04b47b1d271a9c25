import { CONFIG, type Config } from '@zenmeban/config';
import { Database, type DeliveryOutcome } from '@zenmeban/database';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { type Claim, claim } from './claim';
import type { Attempt } from './delivery-outcome';
import { Lanes } from './lanes';
import { holdingLease } from './lease';
import { mailLanes, MailTransport } from './mail-transport';
import { mailVariables } from './mail-variables';
import { recordAttempt } from './record-attempt';
import { Templates } from './templates';
import { UNDELIVERABLE, type Undeliverable } from './tokens';

/** `not_due`: sent already, being sent elsewhere, or waiting for its next attempt. */
export type SendResult = DeliveryOutcome | 'withdrawn' | 'not_due';

/**
 * Sends what is due, at least once: the record decides, any number of calls for one notice is one attempt. No attempt
 * holds up another, except by taking one of ten lanes for at most 30 s.
 */
@Injectable()
export class Sender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Sender');
  private readonly lanes = new Lanes(mailLanes);

  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(UNDELIVERABLE) private readonly undeliverable: Undeliverable,
  ) {}

  /** Makes one attempt if the notice is due; throws only when the database does not answer. */
  async send(notificationId: string): Promise<SendResult> {
    const { end } = await this.lanes.start(() => this.attempt(notificationId));
    return end;
  }

  /**
   * Starts what is more than `overdueSeconds` late, highest severity first, then highest level, then oldest. Resolves when the last one has
   * started, not when it has ended: a slow recipient must not hold up the next round.
   * @returns how many were started
   */
  async sendDue({ overdueSeconds, limit = 200 }: { overdueSeconds: number; limit?: number }): Promise<number> {
    const due = await this.sweepDue(overdueSeconds, limit);
    for (const id of due) {
      const { end } = await this.lanes.start(() => this.attempt(id));
      end.catch((error: unknown) => {
        this.logger.error(`notice ${id} could not be recorded and is tried again: ${String(error)}`);
      });
    }
    return due.length;
  }

  /**
   * Ids of what is due, without locks: claiming decides. What a dead process was sending is taken as soon as its lease
   * is over: nobody else is going to wake it.
   */
  async sweepDue(overdueSeconds: number, limit: number): Promise<string[]> {
    const rows = await this.database.source.query<{ id: string }[]>(
      `SELECT id FROM app.notification
       WHERE state IN ('pending', 'sending')
         AND next_attempt_at <= app.app_now()
         AND (state = 'sending' OR next_attempt_at <= app.app_now() - make_interval(secs => $1))
       ORDER BY array_position(ARRAY['critical', 'high', 'normal', 'low'], severity), level DESC NULLS LAST, created_at
       LIMIT $2`,
      [overdueSeconds, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    await this.lanes.idle();
  }

  /** Gives what is under way 10 s; what does not make it is sent again by whoever sweeps next. */
  async beforeApplicationShutdown(): Promise<void> {
    const deadline = new Promise((resolve) => setTimeout(resolve, 10_000).unref());
    await Promise.race([this.idle(), deadline]);
    this.transport.close();
  }

  private async attempt(notificationId: string): Promise<SendResult> {
    const claimed = await this.database.transaction((tx) => claim(tx, notificationId));
    if (typeof claimed === 'string') return claimed;
    const attempt = await holdingLease(this.database, claimed, () => this.deliver(claimed));
    if (attempt.outcome !== 'accepted')
      this.logger.warn(
        `notice ${notificationId}, attempt ${claimed.attempt}: ${attempt.outcome} (${attempt.smtpCode ?? 'no reply'})`,
      );
    await recordAttempt(this.database, this.undeliverable, claimed, attempt);
    return attempt.outcome;
  }

  private async deliver({ notificationId, notice, recipient, incident, ackToken }: Claim): Promise<Attempt> {
    if (!recipient.active) return { outcome: 'permanent', smtpCode: null, error: 'the recipient is no longer active' };
    const { publicUrl } = this.config;
    const { language, name, email } = recipient;
    try {
      const variables = mailVariables(notice, { language, publicUrl, incident, ackToken });
      const content = this.templates.render(notice.template, language, variables);
      const messageId = `ntf.${notificationId}@${new URL(publicUrl).hostname}`;
      return await this.transport.send({ messageId, to: { name, address: email }, ...content });
    } catch (error) {
      return { outcome: 'temporary', smtpCode: null, error: String(error).slice(0, 500) };
    }
  }
}
