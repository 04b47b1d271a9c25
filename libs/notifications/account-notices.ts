import { createHash } from 'node:crypto';
import { Database, type Transaction } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import type { StoredVariables } from './mail-variables';
import { type NewNotice, queueNotices } from './queue-notices';
import { NOTIFICATION_NUDGE, type NotificationNudge } from './tokens';

type AccountTemplate = 'password-reset' | 'test';

/** Samples of account mail, for the test that renders every template. */
export const accountSamples: Pick<StoredVariables, AccountTemplate> = {
  'password-reset': { url: 'https://zenmeban.example/reset-password?token=a1B2&c=<3>' },
  test: {},
};

/** Mail about a person's own account: it has no incident and no timeline. */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly database: Database,
    @Inject(NOTIFICATION_NUDGE) private readonly nudge: NotificationNudge,
  ) {}

  /** Writes the notice; the same one (template, variables, recipient) once, and none to who is not active. */
  async queue<T extends AccountTemplate>(
    tx: Transaction,
    mail: { template: T; recipientId: string; variables: StoredVariables[T] },
  ): Promise<void> {
    const content = createHash('sha256').update(JSON.stringify(mail.variables)).digest('hex').slice(0, 32);
    const dedupeKey = `${mail.template}:${content}:${mail.recipientId}:mail`;
    const notice = { ...mail, dedupeKey, incidentId: null, escalationId: null } as NewNotice;
    await queueNotices(this.database, this.nudge, tx, [notice]);
  }
}
