import { Database, type Transaction } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { StoredVariables } from './mail-variables';
import { queueNotices } from './queue-notices';
import { NOTIFICATION_NUDGE, type NotificationNudge } from './tokens';

type AdministratorTemplate = 'watch-alarm';

/** Samples of mail to administrators, for the test that renders every template. */
export const administratorSamples: Pick<StoredVariables, AdministratorTemplate> = {
  'watch-alarm': {
    findings: [
      { zh: '队列没有唤醒任何人：请检查 Redis。', en: 'The queue wakes nobody: look at Redis.' },
      { zh: '服务器与数据库的时钟相差 95 秒。', en: 'The clocks are 95 s apart.' },
    ],
  },
};

/** Mail to everybody who keeps the product running: about the machinery, never about an incident. */
@Injectable()
export class AdministratorNotices {
  constructor(
    private readonly database: Database,
    @Inject(NOTIFICATION_NUDGE) private readonly nudge: NotificationNudge,
  ) {}

  /** Writes one notice to each active administrator; the caller sees to it that the same thing is told once. */
  async queue<T extends AdministratorTemplate>(
    tx: Transaction,
    mail: { template: T; variables: StoredVariables[T] },
  ): Promise<void> {
    const administrators = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT p.id FROM app.person p JOIN app.role_grant g ON g.person_id = p.id AND g.role = 'administrator'
       WHERE p.active`,
    );
    const once = v7();
    await queueNotices(
      this.database,
      this.nudge,
      tx,
      administrators.map(({ id }) => ({
        ...mail,
        dedupeKey: `${mail.template}:${once}:${id}:mail`,
        recipientId: id,
        incidentId: null,
        escalationId: null,
      })),
    );
  }
}
