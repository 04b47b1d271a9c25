import { Database, type DeliveryOutcome } from '@zenmeban/database';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { AdministratorNotices } from './administrator-notices';
import { claim } from './claim';
import { Courier } from './courier';
import { Lanes } from './lanes';
import { holdingLease } from './lease';
import { mailLanes } from './mail-transport';
import { recordAttempt } from './record-attempt';
import { NOTIFICATION_NUDGE, type NotificationNudge, UNDELIVERABLE, type Undeliverable } from './tokens';

/** `not_due`: sent already, being sent elsewhere, or waiting for its next attempt; `held`: waiting for others. */
export type SendResult = DeliveryOutcome | 'withdrawn' | 'not_due' | 'held';

/** By mail, or by a robot or webhook: each has lanes of its own, so that a dead robot never delays a mail. */
type Road = 'mail' | 'channel';

/** Fewer than the queue works at once beside the mails. */
const channelLanes = 10;

/** A round that finds ever more ends before anybody could think that it hangs. */
const longestRoundMs = 10_000;

/**
 * Sends what is due, at least once: the record decides, any number of calls for one notice is one attempt. No attempt
 * holds up another, except by taking one of the lanes of its road for at most 30 s.
 */
@Injectable()
export class Sender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Sender');
  private readonly lanes: Readonly<Record<Road, Lanes>> = {
    mail: new Lanes(mailLanes),
    channel: new Lanes(channelLanes),
  };

  constructor(
    private readonly database: Database,
    private readonly courier: Courier,
    private readonly administrators: AdministratorNotices,
    @Inject(UNDELIVERABLE) private readonly undeliverable: Undeliverable,
    @Inject(NOTIFICATION_NUDGE) private readonly nudge: NotificationNudge,
  ) {}

  /** Makes one attempt if the notice is due; throws only when the database does not answer. */
  async send(notificationId: string): Promise<SendResult> {
    if ((await this.roadOf(notificationId)) === 'mail') {
      const { end } = await this.lanes.mail.start(() => this.attempt(notificationId));
      return end;
    }
    if (this.lanes.channel.hasFree) return (await this.lanes.channel.start(() => this.attempt(notificationId))).end;
    this.lookAgain(notificationId, 1);
    return 'held';
  }

  /**
   * Starts what is more than `overdueSeconds` late, highest severity first, then highest level, then oldest. Resolves
   * when the last one has started, not when it has ended: a slow recipient must not hold up the next round.
   * @param limit looked up at a time; as long as there are more, they follow
   * @returns how many were started
   */
  async sendDue({ overdueSeconds, limit = 200 }: { overdueSeconds: number; limit?: number }): Promise<number> {
    const until = performance.now() + longestRoundMs;
    const started = await Promise.all(
      (['mail', 'channel'] as const).map((road) => this.startDue(road, overdueSeconds, limit, until)),
    );
    return started.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Ids of what is due, without locks: claiming decides. What a dead process was sending is taken as soon as its lease
   * is over: nobody else is going to wake it.
   */
  async sweepDue(overdueSeconds: number, limit: number, road?: Road): Promise<string[]> {
    const rows = await this.database.source.query<{ id: string }[]>(
      `SELECT id FROM app.notification
       WHERE state IN ('pending', 'sending') AND carried_by_id IS NULL
         AND next_attempt_at <= app.app_now()
         AND (state = 'sending' OR next_attempt_at <= app.app_now() - make_interval(secs => $1))
         AND ($3::text IS NULL OR (channel = 'mail') = ($3 = 'mail'))
       ORDER BY array_position(ARRAY['critical', 'high', 'normal', 'low'], severity), level DESC NULLS LAST, created_at
       LIMIT $2`,
      [overdueSeconds, limit, road ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all([this.lanes.mail.idle(), this.lanes.channel.idle()]);
  }

  /** Gives what is under way 10 s; what does not make it is sent again by whoever sweeps next. */
  async beforeApplicationShutdown(): Promise<void> {
    const deadline = new Promise((resolve) => setTimeout(resolve, 10_000).unref());
    await Promise.race([this.idle(), deadline]);
    this.courier.close();
  }

  private async startDue(road: Road, overdueSeconds: number, limit: number, until: number): Promise<number> {
    const lanes = this.lanes[road];
    for (let count = 0; ;) {
      const due = await this.sweepDue(overdueSeconds, limit, road);
      for (const id of due) {
        /* What finds no lane to a robot, or not in time one for a mail, is found by the next round. */
        if (performance.now() > until || (road === 'channel' && !lanes.hasFree)) return count;
        count += 1;
        const { end } = await lanes.start(() => this.attempt(id));
        end.catch((error: unknown) => {
          this.logger.error(`notice ${id} could not be recorded and is tried again: ${String(error)}`);
        });
      }
      if (due.length < limit) return count;
    }
  }

  private async roadOf(notificationId: string): Promise<Road> {
    const [row] = await this.database.source.query<{ channel: string }[]>(
      `SELECT channel FROM app.notification WHERE id = $1`,
      [notificationId],
    );
    return row === undefined || row.channel === 'mail' ? 'mail' : 'channel';
  }

  private async attempt(notificationId: string): Promise<SendResult> {
    const claimed = await this.database.transaction((tx) => claim(this.database, tx, notificationId));
    if (typeof claimed === 'string') return claimed;
    if ('heldForSeconds' in claimed) {
      this.lookAgain(notificationId, claimed.heldForSeconds);
      return 'held';
    }
    const attempt = await holdingLease(this.database, claimed, () => this.courier.deliver(claimed));
    if (attempt.outcome !== 'accepted')
      this.logger.warn(
        `notice ${notificationId}, attempt ${claimed.attempt}: ${attempt.outcome} (${attempt.smtpCode ?? 'no reply'})`,
      );
    if (attempt.finding === 'wrong_signature')
      this.logger.error(
        `channel ${claimed.channel?.id ?? ''} refuses our signature: its secret was changed, or this clock is wrong`,
      );
    await recordAttempt(
      this.database,
      { undeliverable: this.undeliverable, administrators: this.administrators },
      claimed,
      attempt,
    );
    return attempt.outcome;
  }

  /** An early wake-up, as everywhere: the send loop looks, too. */
  private lookAgain(id: string, afterSeconds: number): void {
    this.nudge([{ id, severity: 'normal', level: null, afterSeconds }]);
  }
}
