import { createHash } from 'node:crypto';
import { Database, type Transaction } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import type { StoredVariables } from './mail-variables';
import { type NewNotice, queueNotices } from './queue-notices';
import { NOTIFICATION_NUDGE, type NotificationNudge } from './tokens';

type AccountTemplate = 'password-reset' | 'shift-swap' | 'test';

/** Samples of account mail, for the test that renders every template. */
export const accountSamples: Pick<StoredVariables, AccountTemplate> = {
  'password-reset': { url: 'https://zenmeban.example/reset-password?token=a1B2&c=<3>' },
  'shift-swap': {
    ...{ swapId: '0193a5d0-0000-7000-8000-000000000002', news: 'proposed', to: 'partner' },
    ...{ proposer: '王芳', partner: '李强', note: '要去医院，谢谢！' },
    shift: {
      ...{ siteName: { zh: '北京一号', en: 'Beijing One' }, timeZone: 'Asia/Shanghai', post: 'reception' },
      ...{ startsAt: '2026-11-24T00:00:00.000Z', endsAt: '2026-11-24T09:00:00.000Z' },
    },
    inReturn: {
      ...{ siteName: { zh: '北京一号', en: 'Beijing One' }, timeZone: 'Asia/Shanghai', post: 'bar' },
      ...{ startsAt: '2026-11-25T12:00:00.000Z', endsAt: '2026-11-26T00:00:00.000Z' },
    },
  },
  test: {},
};

/** Mail about a person's own account, duty and channels: it has no incident and no timeline. */
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
