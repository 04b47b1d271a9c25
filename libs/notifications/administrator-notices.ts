import { Database, type Transaction } from '@zenmeban/database';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Notice, StoredVariables } from './mail-variables';
import { queueNotices } from './queue-notices';
import { NOTIFICATION_NUDGE, type NotificationNudge } from './tokens';

type AdministratorTemplate = 'watch-alarm' | 'duty-gap' | 'unreachable' | 'channel-off';

/** A notice to them: the template decides its variables. */
export type AdministratorMail = Extract<Notice, { template: AdministratorTemplate }>;

/** Samples of mail to administrators, for the test that renders every template. */
export const administratorSamples: Pick<StoredVariables, AdministratorTemplate> = {
  'watch-alarm': {
    findings: [
      { zh: '队列没有唤醒任何人：请检查 Redis。', en: 'The queue wakes nobody: look at Redis.' },
      { zh: '服务器与数据库的时钟相差 95 秒。', en: 'The clocks are 95 s apart.' },
    ],
  },
  'duty-gap': {
    siteCode: 'BJ1',
    siteName: { zh: '北京一号', en: 'Beijing One' },
    lines: [
      {
        zh: '主管：11-24 20:00 至 11-25 08:00 无人在岗。',
        en: 'Supervisor: nobody from 24 Nov 20:00 to 25 Nov 08:00.',
      },
    ],
  },
  unreachable: { name: '王芳', email: 'wang.fang@venue.example' },
  'channel-off': {
    ...{ news: 'gone', name: '案场主管群', kind: 'webhook', isPersonal: false, answer: 'HTTP 410' },
    ...{ siteId: '0193a5d0-0000-7000-8000-000000000003', siteName: { zh: '北京一号', en: 'Beijing One' } },
  },
};

/** Mail to those who keep the product running: about the machinery and the roster, never about an incident. */
@Injectable()
export class AdministratorNotices {
  constructor(
    private readonly database: Database,
    @Inject(NOTIFICATION_NUDGE) private readonly nudge: NotificationNudge,
  ) {}

  /**
   * Writes one notice to each active administrator, and with `siteId` to the managers of that site, too; with `ownerId`,
   * whose own affair it is, to them alone. The caller sees to it that the same thing is told once.
   */
  async queue(
    tx: Transaction,
    { siteId, ownerId, ...mail }: AdministratorMail & { siteId?: string; ownerId?: string },
  ): Promise<void> {
    const recipients = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT p.id FROM app.person p JOIN app.role_grant g ON g.person_id = p.id
       WHERE p.active AND CASE WHEN $2::uuid IS NOT NULL THEN p.id = $2 ELSE g.role = 'administrator'
         OR g.role = 'manager' AND $1::uuid IS NOT NULL AND (g.site_id = $1 OR g.site_id IS NULL) END`,
      [siteId ?? null, ownerId ?? null],
    );
    const once = v7();
    await queueNotices(
      this.database,
      this.nudge,
      tx,
      recipients.map(({ id }) => ({
        ...mail,
        dedupeKey: `${mail.template}:${once}:${id}:mail`,
        recipientId: id,
        incidentId: null,
        escalationId: null,
      })),
    );
  }
}
