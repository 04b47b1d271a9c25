import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readCounts } from '../../libs/watch/read';
import { pushClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import { type RobotKind, robotSecrets, type Robots, startRobots } from '../harness/robots';
import { mailOf, type StaffKey } from '../harness/staff';

type Created = { channel: { id: string }; secret: string | null };

describe('calls through channels', () => {
  let desk: Desk;
  let robots: Robots;
  beforeAll(async () => {
    robots = await startRobots();
    desk = await Desk.open({ redisUrl: null, playbooks: ['quarrel', 'kept-quiet'] });
  });
  beforeEach(async () => {
    await desk.database.source.query(`UPDATE app.channel SET removed_at = app.app_now(), enabled = false`);
    /* Nothing of an earlier story waits or calls, and no robot has had its fill of this minute. */
    await desk.database.source.query(`UPDATE app.timer SET state = 'cancelled' WHERE state = 'armed'`);
    await desk.database.source.query(`UPDATE app.notification SET state = 'withdrawn' WHERE state = 'pending'`);
    await pushClock(desk.database.source, '2 minutes');
    robots.messages.length = 0;
    desk.mailbox.mails.length = 0;
    desk.mailbox.refusals.clear();
    for (const kind of ['wecom', 'dingtalk', 'feishu', 'webhook'] as const) robots.will(kind, 'take');
  });
  afterAll(async () => {
    await desk.close();
    await robots.stop();
  });

  const add = async (who: StaffKey, where: string, kind: RobotKind, more: object = {}): Promise<Created> => {
    const secret = kind === 'dingtalk' || kind === 'feishu' ? { secret: robotSecrets[kind] } : {};
    const robot = { kind, name: 'A group', address: robots.address(kind), language: 'en', ...secret, ...more };
    const { status, body } = await (await desk.as(who)).post<Created>(where, robot);
    if (status !== 201) throw new Error(`not added: ${JSON.stringify(body)}`);
    if (body.secret !== null) robots.expectSecret(body.secret);
    return body;
  };
  const noticesOf = (incidentId: string) =>
    desk.database.source.query<{ channel: string; state: string; person: string | null }[]>(
      `SELECT n.channel, n.state, p.name AS person FROM app.notification n LEFT JOIN app.person p ON p.id = n.recipient_id
       WHERE n.incident_id = $1 AND n.template = 'escalation' ORDER BY n.channel, n.created_at`,
      [incidentId],
    );

  it.each(['wecom', 'dingtalk', 'feishu', 'webhook'] as const)('tell the %s of a site, with a link', async (kind) => {
    await add('manager', 'sites/BJ1/channels', kind);
    const { id, reference } = await desk.openIncident('quarrel');
    expect(robots.of(kind)).toHaveLength(1);
    const [{ text } = { text: '' }] = robots.of(kind);
    expect(text).toContain(reference);
    expect(text).toContain(`http://localhost/incidents/${id}`);
    expect(text).toContain('Riverside One');
    expect(desk.mailTo('supervisor')).toHaveLength(1);
  });

  it('tell the whole group of every site, a site of its own, and a person of calls to them', async () => {
    await add('admin', 'channels', 'wecom');
    await add('stranger', 'me/channels', 'dingtalk');
    await add('supervisor', 'me/channels', 'feishu');
    await desk.openIncident('quarrel');
    expect(robots.messages.map(({ kind }) => kind).toSorted()).toEqual(['feishu', 'wecom']);
  });

  it('leave out what is less severe than a channel wants to know, and those switched off', async () => {
    await add('admin', 'channels', 'wecom', { leastSeverity: 'critical' });
    const { channel } = await add('admin', 'channels', 'dingtalk');
    await (await desk.as('admin')).send('PATCH', `channels/${channel.id}`, { enabled: false }, {});
    await desk.openIncident('quarrel');
    expect(robots.messages).toEqual([]);
  });

  it('tell of a restricted incident nothing but its reference and a link', async () => {
    await add('admin', 'channels', 'wecom');
    await add('manager', 'sites/BJ1/channels', 'webhook');
    const incident = await desk.openIncident('quarrel');
    robots.messages.length = 0;
    await desk.complete(incident.id, 'part-them', { nature: 'threat' });
    await desk.fastForward('3 minutes');
    await (await desk.as('floor')).post(`incidents/${incident.id}/escalate`);
    await desk.fastForward('3 minutes');
    expect(robots.messages.length).toBeGreaterThanOrEqual(2);
    for (const { text } of robots.messages) {
      expect(text).toContain(incident.reference);
      expect(text).not.toMatch(/Riverside|hall|quarrel|争吵|threat/i);
    }
  });

  it('never tell what people wrote, or whom it is about', async () => {
    await add('admin', 'channels', 'wecom');
    await add('admin', 'channels', 'webhook');
    await add('manager', 'sites/BJ1/channels', 'feishu');
    await add('supervisor', 'me/channels', 'dingtalk');
    const summary = 'canary 张伟 13800001111 broken arm';
    const incident = await desk.openIncident('quarrel', { summary });
    await (await desk.as('floor')).post(`incidents/${incident.id}/comment`, { text: 'canary comment' });
    await (await desk.as('floor')).post(`incidents/${incident.id}/escalate`);
    await desk.fastForward('6 minutes');
    const mails = desk.mailbox.mails.map(({ text, html, subject }) => ({ text, html, subject }));
    const told = JSON.stringify([robots.messages, mails]);
    expect(robots.messages.length).toBeGreaterThanOrEqual(4);
    expect(told).not.toMatch(/canary|张伟|13800001111|broken arm/);
    const rows = await desk.database.source.query<object[]>(
      `SELECT n.variables, d.address, d.error FROM app.notification n LEFT JOIN app.delivery d ON d.notification_id = n.id`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/canary|张伟|13800001111|broken arm|693a91f6|f0e1d2c3|SECtest/);
  });

  it('reach people by mail at once while a robot says nothing', async () => {
    await add('admin', 'channels', 'feishu');
    robots.will('feishu', 'silence');
    const began = performance.now();
    const { body } = await (await desk.as('floor')).post('incidents', { playbook: 'quarrel' });
    while (desk.mailTo('supervisor').length === 0 && performance.now() - began < 8_000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(desk.mailTo('supervisor')).toHaveLength(1);
    expect(await noticesOf(body.id)).toContainEqual({ channel: 'feishu', state: 'sending', person: null });
    robots.will('feishu', 'take');
    /* The attempt ends by its own deadline: the next story begins with nothing under way. */
    const isUnderWay = async () => (await noticesOf(body.id)).some(({ state }) => state === 'sending');
    while ((await isUnderWay()) && performance.now() - began < 25_000)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }, 30_000);

  it('hurry no chain when only the robot of a group refuses', async () => {
    await add('admin', 'channels', 'wecom');
    robots.will('wecom', { code: 93_000 });
    const incident = await desk.openIncident('quarrel');
    await desk.fastForward('1 second');
    expect(desk.mailTo('manager')).toHaveLength(0);
    expect(await noticesOf(incident.id)).toContainEqual({ channel: 'wecom', state: 'failed', person: null });
    const { body } = await (await desk.as('admin')).get<{ items: { failures: number }[] }>('channels');
    expect(body.items.at(-1)).toMatchObject({ failures: 1 });
  });

  /** The mails about channels, by whom and subject. */
  const channelMails = async () => {
    await desk.settle();
    return desk.mailbox.mails
      .filter(({ subject }) => /A group/.test(subject ?? ''))
      .map(({ recipient, subject }) => `${recipient.split('@')[0] ?? ''}: ${subject ?? ''}`)
      .sort();
  };

  it('end at once where an endpoint is gone: it is switched off, and those who look after it get one mail', async () => {
    const { channel } = await add('manager', 'sites/BJ1/channels', 'webhook');
    robots.will('webhook', { status: 410 });
    await Promise.all([desk.openIncident('quarrel'), desk.openIncident('quarrel')]);
    await desk.openIncident('quarrel');
    expect(await channelMails()).toEqual([
      'admin: 怎么办：通知渠道“A group”已停用',
      'manager: Zenmeban: “A group” was switched off',
    ]);
    const mail = desk.mailbox.mails.find(({ subject }) => subject === 'Zenmeban: “A group” was switched off');
    for (const part of ['Riverside One', 'HTTP 410', 'Another system (webhook)', `/channels?site=`])
      expect(mail?.text).toContain(part);
    const asked = robots.requests.filter((kind) => kind === 'webhook').length;
    robots.will('webhook', 'take');
    await desk.openIncident('quarrel');
    expect(robots.requests.filter((kind) => kind === 'webhook')).toHaveLength(asked);
    const manager = await desk.as('manager');
    const one = `sites/BJ1/channels/${channel.id}`;
    type Shown = { id: string; enabled: boolean; offBecause: string | null };
    const shown = async () =>
      (await manager.get<{ items: Shown[] }>('sites/BJ1/channels')).body.items.find(({ id }) => id === channel.id);
    expect(await shown()).toMatchObject({ enabled: false, offBecause: 'gone' });
    await manager.send('PATCH', one, { enabled: true }, {});
    expect(await shown()).toMatchObject({ enabled: true, offBecause: null, failures: 0 });
    await desk.openIncident('quarrel');
    expect(robots.of('webhook')).toHaveLength(1);
  });

  it('end at a person’s own endpoint that is gone, and tell its owner alone; a test finds it out, too', async () => {
    const { channel } = await add('supervisor', 'me/channels', 'webhook');
    robots.will('webhook', { status: 410 });
    const tested = await (await desk.as('supervisor')).post<{ outcome: string }>(`me/channels/${channel.id}/test`);
    expect(tested.body.outcome).toBe('permanent');
    expect(await channelMails()).toEqual(['supervisor: 怎么办：通知渠道“A group”已停用']);
    expect(desk.mailTo('supervisor')[0]?.text).toContain('http://localhost/settings');
  });

  it('go on to a robot that refuses, whose managers are told at the third refusal, once', async () => {
    await add('manager', 'sites/BJ1/channels', 'wecom');
    robots.will('wecom', { code: 93_000, text: 'invalid webhook url' });
    const told: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await desk.openIncident('quarrel');
      told.push((await channelMails()).length);
    }
    expect(told).toEqual([0, 0, 2, 2]);
    expect(await channelMails()).toEqual([
      'admin: 怎么办：通知渠道“A group”连续拒收',
      'manager: Zenmeban: “A group” refuses our messages',
    ]);
    expect(desk.mailTo('manager').find(({ subject }) => subject?.includes('A group'))?.text).toContain(
      '93000: invalid webhook url',
    );
    robots.will('wecom', 'take');
    await desk.openIncident('quarrel');
    expect(robots.of('wecom')).toHaveLength(1);
  });

  it('leave room for calls: tests count in what a robot takes, and never use up all of it', async () => {
    const { channel } = await add('admin', 'channels', 'dingtalk');
    const admin = await desk.as('admin');
    const test = () => admin.post<{ code?: string; detail?: string }>(`channels/${channel.id}/test`);
    const replies = [];
    for (let n = 0; n < 11; n += 1) replies.push(await test());
    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 429]);
    expect(replies.at(-1)?.body).toMatchObject({
      code: 'channel.test_too_many',
      detail: expect.stringMatching(/^Too many messages went here just now.* Try again in \d+ s\.$/),
    });
    expect(robots.of('dingtalk')).toHaveLength(10);
    for (let n = 0; n < 12; n += 1) await desk.openIncident('quarrel');
    expect(robots.of('dingtalk').length).toBe(20);
    await pushClock(desk.database.source, '61 seconds');
    await desk.sweep();
    expect(robots.of('dingtalk').length).toBe(21);
    expect((await test()).status).toBe(200);
  });

  it('raise no alarm about the machinery when only robots refuse, or are away', async () => {
    await add('admin', 'channels', 'wecom');
    await add('manager', 'sites/BJ1/channels', 'webhook');
    robots.will('wecom', { code: 93_000 });
    robots.will('webhook', { status: 500 });
    const { id } = await desk.openIncident('quarrel');
    for (let n = 0; n < 3; n += 1) {
      expect(await readCounts(desk.database)).toMatchObject({ waitingMails: 0, callsWithoutSuccessor: 0 });
      await pushClock(desk.database.source, '61 seconds');
      await desk.sweep();
    }
    expect(await readCounts(desk.database)).toMatchObject({ waitingMails: 0, callsWithoutSuccessor: 0 });
    const [{ attempts }] = await desk.database.source.query<[{ attempts: number }]>(
      `SELECT attempts FROM app.notification WHERE incident_id = $1 AND channel = 'webhook' ORDER BY due_at LIMIT 1`,
      [id],
    );
    expect(attempts).toBeGreaterThanOrEqual(3);
  });

  it('say when a call last arrived, and since when none does', async () => {
    const { channel } = await add('admin', 'channels', 'webhook');
    type Shown = { id: string; lastDeliveredAt: string | null; failingSince: string | null };
    const shown = async () => {
      const { body } = await (await desk.as('admin')).get<{ items: Shown[] }>('channels');
      return body.items.find(({ id }) => id === channel.id);
    };
    expect(await shown()).toMatchObject({ lastDeliveredAt: null, failingSince: null });
    robots.will('webhook', { status: 500 });
    await desk.openIncident('quarrel');
    const failing = await shown();
    expect(failing).toMatchObject({ lastDeliveredAt: null, failingSince: expect.stringMatching(/Z$/) });
    const again = async () => {
      await pushClock(desk.database.source, '60 seconds');
      await desk.sweep();
    };
    await again();
    expect(await shown()).toEqual(failing);
    robots.will('webhook', 'take');
    await again();
    expect(await shown()).toMatchObject({ lastDeliveredAt: expect.stringMatching(/Z$/), failingSince: null });
  });

  it('count a person as reached while one of their ways works, and not when none does', async () => {
    await add('supervisor', 'me/channels', 'wecom');
    desk.mailbox.refusals.set(mailOf('supervisor'), '550 no such user');
    await desk.openIncident('quarrel');
    await desk.fastForward('1 second');
    expect(robots.of('wecom')).toHaveLength(1);
    expect(desk.mailTo('manager')).toHaveLength(0);
    robots.will('wecom', { code: 93_000 });
    await pushClock(desk.database.source, '2 minutes');
    const before = desk.mailTo('manager').length;
    await desk.openIncident('quarrel');
    await desk.fastForward('1 second');
    expect(desk.mailTo('manager').length).toBeGreaterThan(before);
  });

  it('gather what a robot cannot take within a minute, and lose none of it', async () => {
    await add('admin', 'channels', 'wecom');
    const floor = await desk.as('floor');
    const opened: string[] = [];
    for (let n = 0; n < 30; n += 1) opened.push((await floor.post('incidents', { playbook: 'quarrel' })).body.id);
    for (let n = 0; n < 4; n += 1) {
      await pushClock(desk.database.source, '31 seconds');
      await desk.sweep();
    }
    const rows = await desk.database.source.query<{ state: string; told: number }[]>(
      `SELECT state, count(*)::int AS told FROM app.notification WHERE channel = 'wecom' AND incident_id = ANY($1)
       AND level = 1 GROUP BY state`,
      [opened],
    );
    expect(rows).toEqual([{ state: 'accepted', told: 30 }]);
    expect(robots.of('wecom').length).toBeLessThanOrEqual(24);
  }, 60_000);
});

describe('how a person wants to be told', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  /** Quiet hours around now, at the site. */
  async function quietNow(key: StaffKey): Promise<void> {
    await desk.database.source.query(
      `UPDATE app.person SET quiet_from = to_char(at.now - interval '1 hour', 'HH24:MI'),
         quiet_until = to_char(at.now + interval '2 hours', 'HH24:MI')
       FROM (SELECT app.app_now() AT TIME ZONE 'Asia/Shanghai' AS now) at WHERE email = $1`,
      [mailOf(key)],
    );
  }

  it('holds back what is no call until quiet hours end, and calls at once', async () => {
    await quietNow('supervisor');
    const incident = await desk.openIncident('customer-falls');
    expect(desk.mailTo('supervisor')).toHaveLength(1);
    await (await desk.as('floor')).post(`incidents/${incident.id}/cancel`, { reason: 'opened by mistake' });
    await desk.settle();
    expect(desk.mailTo('supervisor')).toHaveLength(1);
    await pushClock(desk.database.source, '1 hour 55 minutes');
    await desk.sweep();
    expect(desk.mailTo('supervisor')).toHaveLength(1);
    await pushClock(desk.database.source, '6 minutes');
    await desk.sweep();
    expect(desk.mailTo('supervisor')).toHaveLength(2);
    await desk.database.source.query(`UPDATE app.person SET quiet_from = NULL, quiet_until = NULL`);
  });

  it('tells the administrators once when three mails to somebody came back', async () => {
    desk.mailbox.refusals.set(mailOf('supervisor'), '550 no such user');
    for (let n = 0; n < 4; n += 1) {
      await desk.openIncident('customer-falls');
      await desk.fastForward('61 seconds'); // longer than calls wait for each other
    }
    const told = () => desk.mailTo('admin').filter(({ text }) => text?.includes(mailOf('supervisor')));
    expect(told()).toHaveLength(1);
    desk.mailbox.refusals.clear();
    const supervisor = await desk.as('supervisor');
    const refused = async () =>
      (await supervisor.get<{ mail: { refused: boolean } }>('me/preferences')).body.mail.refused;
    expect(await refused()).toBe(true);
    await supervisor.post('me/preferences/test');
    expect(await refused()).toBe(false);
  });
});
