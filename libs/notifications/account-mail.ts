import { createHash } from 'node:crypto';
import { Database, type Transaction } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import type { StoredVariables } from './mail-variables';
import { queueNotices } from './queue-notices';
import { NOTIFICATION_NUDGE, type NotificationNudge } from './tokens';

type AccountTemplate = 'password-reset';

/** Samples of account mail, for the test that renders every template. */
export const accountSamples: Pick<StoredVariables, AccountTemplate> = {
  'password-reset': { url: 'https://zenmeban.example/reset-password?token=a1B2&c=<3>' },
};

/** Mail about a person's own account: it has no incident and no timeline. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly database: Database,
    @Inject(NOTIFICATION_NUDGE) private readonly nudge: NotificationNudge,
  ) {}

  /** Writes the notice; nothing happens when one with the same `dedupeKey` exists or the person is not active. */
  async queue<T extends AccountTemplate>(
    tx: Transaction,
    mail: { template: T; recipientId: string; variables: StoredVariables[T]; dedupeKey: string },
  ): Promise<void> {
    await queueNotices(this.database, this.nudge, tx, [{ ...mail, incidentId: null, escalationId: null }]);
  }

  /** The link to choose a new password; the same link is mailed once. */
  async passwordReset({ personId, url }: { personId: string; url: string }): Promise<void> {
    const link = createHash('sha256').update(url).digest('hex').slice(0, 32);
    await this.database.transaction((tx) =>
      this.queue(tx, {
        template: 'password-reset',
        recipientId: personId,
        variables: { url },
        dedupeKey: `password-reset:${link}:${personId}:mail`,
      }),
    );
  }
}
