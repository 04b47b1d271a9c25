import { systemClock } from '@zenmeban/config';
import { Database, dataSourceOptions, type Delivery, type Notification } from '@zenmeban/database';
import { Timeline, type NewEntry } from '@zenmeban/timeline';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { AdministratorNotices } from '../../libs/notifications/administrator-notices';
import { ChannelTransport } from '../../libs/notifications/channels/channel-transport';
import { Channels } from '../../libs/notifications/channels/channels';
import { Courier } from '../../libs/notifications/courier';
import { MailTransport } from '../../libs/notifications/mail-transport';
import { NotificationProjector } from '../../libs/notifications/notification-projector';
import { Sender } from '../../libs/notifications/sender';
import type { NotificationNudge, Undeliverable } from '../../libs/notifications/tokens';
import { Templates } from '../../libs/notifications/templates';
import { makeClockPushable, pushClock } from './clock';
import { createTestDatabase } from './postgres';

const publicUrl = 'https://zenmeban.example';

/** A venue with one incident, for the specs of notices: real Postgres, a clock that can be pushed. */
export async function openNoticeDesk(smtpUrl: string) {
  const { url, drop } = await createTestDatabase();
  const source = await new DataSource(dataSourceOptions(url, 8)).initialize();
  await makeClockPushable(source);
  const database = new Database(source);
  const nudged: string[] = [];
  const nudge: NotificationNudge = (notices) => void nudged.push(...notices.map(({ id }) => id));
  const projector = new NotificationProjector(database, nudge);
  const timeline = new Timeline([projector]);
  const undeliverable: Parameters<Undeliverable>[1][] = [];
  const transports: MailTransport[] = [];
  const templates = new Templates();
  const config = { publicUrl: 'http://localhost', host: '127.0.0.1', secret: 'a secret of the tests, long enough' };
  const channels = new Channels(database, config);
  const channelTransport = new ChannelTransport(config, systemClock);

  const insert = async (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row).join(', ');
    await source.query(
      `INSERT INTO app.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(null::app.${table}, $1)`,
      [JSON.stringify(row)],
    );
    return String(row['id']);
  };
  const now = '2026-11-23T06:05:00Z';
  const siteId = await insert('site', {
    ...{ id: v7(), code: 'BJ1', name: { zh: '北京一号', en: 'Beijing One' } },
    ...{ time_zone: 'Asia/Shanghai', created_at: now },
  });
  const placeId = await insert('place', { id: v7(), site_id: siteId, code: 'hall', name: { zh: '大堂', en: 'Hall' } });
  const steps = [
    { id: 'help-up', title: { zh: '扶起客人', en: 'Help them up' } },
    { id: 'call-back', title: { zh: '回访客人', en: 'Call them back' } },
    { id: 'statement', title: { zh: '请客人签字', en: 'Have it signed' }, visibleTo: ['manager'] },
  ];
  const playbookVersionId = await insert('playbook_version', {
    ...{ id: v7(), playbook_id: 'customer-falls', version: 1, content_hash: 'x', source: '', loaded_at: now },
    content: { title: { zh: '客人摔倒', en: 'A customer falls' }, steps },
  });
  let people = 0;
  let incidents = 0;

  const desk = {
    ...{ source, database, timeline, nudged, undeliverable, publicUrl, channels, siteId },

    /** @returns the id of a new person */
    async person(fields: Record<string, unknown> = {}): Promise<string> {
      people += 1;
      const email = `person${people}@venue.example`;
      return insert('person', {
        ...{ id: v7(), name: '王芳', email, language: 'en', active: true, created_at: now },
        ...fields,
      });
    },

    /** @returns the ids of a new incident and of the chain that calls for it */
    async incident(fields: Record<string, unknown> = {}) {
      incidents += 1;
      const id = v7();
      await insert('incident', {
        ...{ id, reference: `BJ1-20261123-${String(incidents).padStart(3, '0')}`, site_id: siteId, place_id: placeId },
        ...{ playbook_version_id: playbookVersionId, severity: 'high', status: 'open', summary: 'canary-summary' },
        ...{ opened_by_id: await desk.person(), opened_at: now, occurred_at: now, policies: {} },
        ...{ drill: false, restricted: false },
        ...fields,
      });
      const escalationId = v7();
      await insert('escalation', {
        ...{ id: escalationId, incident_id: id, policy_id: 'urgent', cause: 'opened', levels_called: 1 },
        started_at: now,
      });
      return { incidentId: id, escalationId };
    },

    async append(...events: NewEntry[]): Promise<void> {
      await database.transaction((tx) => timeline.append(tx, events));
    },

    /** Calls people and returns the ids of the notices that were written. */
    async call(
      incident: { incidentId: string; escalationId: string },
      personIds: string[],
      firing = `${v7()}:1`,
    ): Promise<string[]> {
      const before = nudged.length;
      const data = { escalationId: incident.escalationId, level: 1, reason: 'unacknowledged', personIds, firing };
      await desk.append({
        ...{ kind: 'escalation.called', incidentId: incident.incidentId, actorId: null },
        data: { ...data, cause: 'opened' },
      } as NewEntry);
      return nudged.slice(before);
    },

    /** A sender as another process would have it. */
    sender(
      transport: Pick<MailTransport, 'send' | 'close'> = desk.transport(),
      next: Undeliverable = async (_tx, call) => {
        await Promise.resolve(undeliverable.push(call));
      },
    ): Sender {
      const courier = new Courier(transport as MailTransport, channelTransport, channels, templates, { publicUrl });
      return new Sender(database, courier, new AdministratorNotices(database, nudge), next, nudge);
    },

    transport(deadlines?: ConstructorParameters<typeof MailTransport>[1]): MailTransport {
      const transport = new MailTransport({ smtpUrl, mailFrom: '怎么办 <alerts@zenmeban.example>' }, deadlines);
      transports.push(transport);
      return transport;
    },

    async fastForward(seconds: number): Promise<void> {
      await pushClock(source, `${seconds} seconds`);
    },

    async notice(id: string): Promise<Notification> {
      return source.getRepository<Notification>('Notification').findOneByOrFail({ id });
    },

    async attempts(notificationId: string): Promise<Delivery[]> {
      return source.getRepository<Delivery>('Delivery').find({ where: { notificationId }, order: { attempt: 'ASC' } });
    },

    async close(): Promise<void> {
      for (const transport of transports) transport.close();
      await source.destroy();
      await drop();
    },
  };
  return desk;
}

export type NoticeDesk = Awaited<ReturnType<typeof openNoticeDesk>>;
