import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemView, Reply } from '../harness/client';
import { Desk } from '../harness/desk';
import { type RobotKind, robotSecrets, type Robots, startRobots } from '../harness/robots';
import { mailOf, type StaffKey } from '../harness/staff';

type ChannelView = { id: string; kind: string; address: string; hasSecret: boolean; enabled: boolean };
type Created = { channel: ChannelView; secret: string | null };
type TestResult = { outcome: string; sentence: string };

describe('channels', () => {
  let desk: Desk;
  let robots: Robots;
  beforeAll(async () => {
    robots = await startRobots();
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(async () => {
    await desk.close();
    await robots.stop();
  });

  const robot = (kind: RobotKind, more: object = {}) => ({
    ...{ kind, name: 'A group', address: robots.address(kind) },
    ...((kind === 'dingtalk' || kind === 'feishu') && { secret: robotSecrets[kind] }),
    ...more,
  });
  const add = async (who: StaffKey, where: string, body: object): Promise<Reply<Created & ProblemView>> =>
    (await desk.as(who)).post(where, body);
  const test = async (who: StaffKey, where: string): Promise<Reply<TestResult>> =>
    (await desk.as(who)).post(`${where}/test`);

  it.each(['wecom', 'dingtalk', 'feishu'] as const)('tells a robot of %s a test, signed as it wants', async (kind) => {
    const { status, body } = await add('floor', 'me/channels', robot(kind));
    expect(status).toBe(201);
    const before = robots.of(kind).length;
    const tested = await test('floor', `me/channels/${body.channel.id}`);
    expect(tested.status).toBe(200);
    expect(tested.body.outcome).toBe('accepted');
    expect(robots.of(kind)).toHaveLength(before + 1);
  });

  it('shows neither address nor secret again, in any answer and any row', async () => {
    const { body } = await add('manager', 'sites/BJ1/channels', robot('feishu'));
    const listed = await (await desk.as('manager')).get<object>('sites/BJ1/channels');
    const rows = await desk.database.source.query<object[]>('SELECT * FROM app.channel');
    const all = JSON.stringify([body, listed.body, rows]);
    expect(all).not.toContain('f0e1d2c3-aaaa');
    expect(all).not.toContain('SECtest');
    expect(body.channel).toMatchObject({
      address: expect.stringMatching(/^127\.0\.0\.1:\d+\/…89ab$/),
      hasSecret: true,
    });
  });

  it('says in words why a test failed, in the language of whoever asks', async () => {
    const { body } = await add('manager', 'me/channels', robot('wecom'));
    robots.will('wecom', { code: 93_000, text: 'invalid webhook url' });
    const refused = await test('manager', `me/channels/${body.channel.id}`);
    expect(refused.body).toMatchObject({
      outcome: 'permanent',
      sentence: expect.stringContaining('93000: invalid webhook url'),
    });
    robots.will('wecom', { status: 502 });
    expect((await test('manager', `me/channels/${body.channel.id}`)).body).toMatchObject({ outcome: 'temporary' });
    robots.will('wecom', 'take');
  });

  it('refuses a wrong signature as trouble that passes', async () => {
    const { body } = await add('manager', 'me/channels', robot('dingtalk', { secret: 'SECwrong' }));
    const tested = await test('manager', `me/channels/${body.channel.id}`);
    expect(tested.body).toMatchObject({ outcome: 'temporary', sentence: expect.stringContaining('310000') });
  });

  it('gives a webhook a secret that is shown once, signs with it, and changes it', async () => {
    const owner = await desk.as('admin');
    const { body } = await add('admin', 'channels', robot('webhook'));
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    robots.expectSecret(body.secret ?? '');
    expect((await test('admin', `channels/${body.channel.id}`)).body.outcome).toBe('accepted');
    const rotated = await owner.post<Created>(`channels/${body.channel.id}/secret`);
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(body.secret);
    const listed = await owner.get<object>('channels');
    expect(JSON.stringify(listed.body)).not.toContain('whsec_');
    for (const secret of [body.secret, rotated.body.secret]) {
      robots.expectSecret(secret ?? '');
      expect((await test('admin', `channels/${body.channel.id}`)).body.outcome).toBe('accepted');
    }
    robots.expectSecret('whsec_c29tZWJvZHkgZWxzZSdz');
    expect((await test('admin', `channels/${body.channel.id}`)).body.outcome).toBe('temporary');
  });

  it.each([
    ['an address without TLS', { address: 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, ['address']],
    ['an address of something else', { address: 'https://example.com/cgi-bin/webhook/send?key=1' }, ['address']],
    ['a secret where there is none', { secret: 'SECtest' }, ['secret']],
    ['two mistakes at once', { address: 'http://example.com/x', secret: 'SECtest' }, ['address', 'secret']],
    ['what is no address', { address: 'qyapi' }, ['address']],
    ['a field of somebody else', { personId: '0193a5d0-0000-7000-8000-000000000001' }, ['personId']],
    ['an empty name', { name: ' ' }, ['name']],
  ])('refuses %s', async (_what, more, paths) => {
    const { status, body } = await add('floor', 'me/channels', robot('wecom', more));
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    'https://10.0.0.1/x',
    'https://169.254.169.254/latest',
    'http://192.168.1.9/hook',
    'https://[fd00::1]/x',
    'https://0x0a000001/x',
    'https://nas.local/x',
  ])('refuses a webhook inside a private network when it is saved: %s', async (address) => {
    const refused = await add('manager', 'sites/BJ1/channels', robot('webhook', { address }));
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      {
        path: 'address',
        code: 'inside',
        message: expect.stringMatching(/private network.*Enter one the internet can reach/),
      },
    ]);
    const { body } = await add('manager', 'sites/BJ1/channels', robot('webhook'));
    const manager = await desk.as('manager');
    const changed = await manager.send<ProblemView>('PATCH', `sites/BJ1/channels/${body.channel.id}`, { address }, {});
    expect(changed.status).toBe(422);
  });

  it('says in the language of whoever asks why nothing could be sent', async () => {
    const { body } = await add('colleague', 'me/channels', robot('webhook', { address: 'http://127.0.0.1:9/x' }));
    const sentenceIn = async (language: 'zh' | 'en') => {
      await (await desk.as('colleague')).send('PATCH', 'me/preferences', { language }, {});
      return (await test('colleague', `me/channels/${body.channel.id}`)).body.sentence;
    };
    expect(await sentenceIn('zh')).toBe('没有送到：无法连接对方，请检查地址和网络，或稍后再试。');
    expect(await sentenceIn('en')).toMatch(/^It was not delivered: [\w ,;.]+$/);
    await (await desk.as('colleague')).send('DELETE', `me/channels/${body.channel.id}`, undefined, {});
  });

  it('are looked after by the managers of a site, of everywhere, and by their person', async () => {
    const statusOf = async (who: StaffKey, url: string) => (await (await desk.as(who)).get(url)).status;
    expect(await statusOf('floor', 'sites/BJ1/channels')).toBe(403);
    expect(await statusOf('supervisor', 'sites/BJ1/channels')).toBe(403);
    expect(await statusOf('stranger', 'sites/BJ1/channels')).toBe(404);
    expect(await statusOf('manager', 'sites/BJ1/channels')).toBe(200);
    expect(await statusOf('manager', 'channels')).toBe(403);
    expect(await statusOf('admin', 'channels')).toBe(200);
    const { body } = await add('manager', 'me/channels', robot('wecom'));
    for (const who of ['floor', 'admin'] as const)
      expect((await test(who, `me/channels/${body.channel.id}`)).status).toBe(404);
    expect((await test('manager', `sites/BJ1/channels/${body.channel.id}`)).status).toBe(404);
  });

  it('are changed and taken away', async () => {
    const mine = await desk.as('colleague');
    const { body } = await add('colleague', 'me/channels', robot('wecom'));
    const one = `me/channels/${body.channel.id}`;
    const changed = await mine.send<ChannelView>('PATCH', one, { enabled: false, leastSeverity: 'high' }, {});
    expect(changed.body).toMatchObject({ enabled: false, leastSeverity: 'high', kind: 'wecom' });
    expect((await mine.send('DELETE', one, undefined, {})).status).toBe(200);
    expect((await mine.get<{ items: unknown[] }>('me/channels')).body.items).toEqual([]);
    expect((await test('colleague', one)).status).toBe(404);
  });
});

describe('preferences', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  it('are language, phone and quiet hours, changed one by one', async () => {
    const mine = await desk.as('floor');
    const change = (body: object) => mine.send<ProblemView>('PATCH', 'me/preferences', body, {});
    expect((await change({ quietHours: { from: '22:00', until: '07:00' } })).body).toMatchObject({
      quietHours: { from: '22:00', until: '07:00' },
    });
    expect((await change({ phone: '+86 138 0000 1111' })).body).toMatchObject({
      phone: '+86 138 0000 1111',
      quietHours: { from: '22:00', until: '07:00' },
      mail: { address: mailOf('floor'), refused: false },
    });
    expect((await change({ quietHours: null, language: 'en' })).body).toMatchObject({
      quietHours: null,
      language: 'en',
    });
    const wrong = await change({ quietHours: { from: '25:00', until: '7' }, phone: 'call me', email: 'x@y.z' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors?.map(({ path }) => path).sort()).toEqual([
      'email',
      'phone',
      'quietHours.from',
      'quietHours.until',
    ]);
  });

  it('mail a test and say how it ended', async () => {
    const mine = await desk.as('floor');
    const ask = () => mine.post<TestResult>('me/preferences/test');
    expect((await ask()).body.outcome).toBe('accepted');
    expect(desk.mailTo('floor')).toHaveLength(1);
    desk.mailbox.refusals.set(mailOf('floor'), '550 no such user');
    const refused = await ask();
    desk.mailbox.refusals.clear();
    expect(refused.body).toMatchObject({ outcome: 'permanent', sentence: expect.stringContaining('no such user') });
  });
});
