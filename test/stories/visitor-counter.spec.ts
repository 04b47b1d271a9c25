import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemView } from '../harness/client';
import { setClock } from '../harness/clock';
import { Desk } from '../harness/desk';

type Counted = { site: string; day: string; visitors: number; source: string };

describe('a people counter at the door', () => {
  let desk: Desk;
  let token: string;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await setClock(desk.database.source, '2026-11-24T01:00:00Z');
    token = await renew();
  });

  const renew = async () => {
    const made = await (
      await desk.as('manager')
    ).post<{ token: string; address: string }>('sites/BJ1/visitors/counter');
    expect([made.status, made.body.address]).toEqual([201, 'http://localhost/api/v1/visitors/counter']);
    return made.body.token;
  };
  const report = async <T = Counted>(day: string, visitors: unknown, secret = token) =>
    desk.nobody().post<T>('visitors/counter', { day, visitors }, { authorization: `Bearer ${secret}` });
  const changes = async (day: string) =>
    desk.database.source.query<object[]>(
      `SELECT before, after, source, actor_id FROM app.visitors_change WHERE day = $1 ORDER BY id`,
      [day],
    );

  it('reports the total so far: the largest counts, whether reports come twice or out of order', async () => {
    const day = '2026-11-24';
    expect((await report(day, 10)).body).toEqual({ site: 'BJ1', day, visitors: 10, source: 'counter' });
    await report(day, 30);
    expect((await report(day, 20)).body.visitors).toBe(30);
    expect((await report(day, 30)).body.visitors).toBe(30);
    expect((await report(day, 0)).body.visitors).toBe(30);
    expect((await report(day, 31)).body.visitors).toBe(31);
  });

  it('is one change of the day while it counts on, and every later correction one more', async () => {
    const day = '2026-11-24';
    expect(await changes(day)).toEqual([{ before: null, after: 10, source: 'counter', actor_id: null }]);
    await setClock(desk.database.source, '2026-11-25T01:00:00Z');
    await report(day, 40);
    expect(await changes(day)).toEqual([
      { before: null, after: 10, source: 'counter', actor_id: null },
      { before: 31, after: 40, source: 'counter', actor_id: null },
    ]);
  });

  it('leaves what a person entered, until they take it away', async () => {
    const day = '2026-11-20';
    const supervisor = await desk.as('supervisor');
    await report(day, 50);
    await supervisor.send('PUT', 'sites/BJ1/visitors', { days: [{ day, visitors: 45 }] }, {});
    expect((await report(day, 60)).body).toMatchObject({ visitors: 45, source: 'typed' });
    await supervisor.send('PUT', 'sites/BJ1/visitors', { days: [{ day, visitors: null }] }, {});
    expect((await report(day, 60)).body).toMatchObject({ visitors: 60, source: 'counter' });
  });

  it('adds up nothing when many reports arrive at once', async () => {
    const day = '2026-11-19';
    await Promise.all([7, 3, 9, 1, 5].map((visitors) => report(day, visitors)));
    expect((await report(day, 0)).body.visitors).toBe(9);
  });

  it.each<[string, string, unknown, string]>([
    ['a day to come', '2026-11-25', 1, 'visitors.bad_figures'],
    ['a day more than 31 days back', '2026-10-23', 1, 'visitors.bad_figures'],
    ['fewer than none', '2026-11-24', -1, 'visitors.bad_figures'],
    ['half a person', '2026-11-24', 0.5, 'visitors.bad_figures'],
    ['more than a million', '2026-11-24', 1_000_001, 'visitors.bad_figures'],
    ['a text', '2026-11-24', '12', 'validation.failed'],
    ['no day', '24.11.2026', 1, 'validation.failed'],
  ])('is refused for %s', async (_, day, visitors, code) => {
    const reply = await report<ProblemView>(day, visitors);
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  it('is heard of by its managers, and only the hash of its secret is kept', async () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const manager = await desk.as('manager');
    expect((await manager.get('sites/BJ1/visitors/counter')).body).toMatchObject({ heardAt: null });
    await report('2026-11-24', 1);
    expect((await manager.get('sites/BJ1/visitors/counter')).body).toMatchObject({
      heardAt: expect.stringMatching(/^2026-11-24T01:00/),
    });
    const [row] = await desk.database.source.query<object[]>(
      'SELECT * FROM app.visitor_counter WHERE revoked_at IS NULL',
    );
    expect(row).toMatchObject({ token_hash: createHash('sha256').update(token).digest('hex') });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('is not known without its secret, with a made up one, with one that was replaced, and after it was ended', async () => {
    const unknown = { status: 401, body: { code: 'counter.unknown_token' } };
    expect(await desk.nobody().post('visitors/counter', { day: '2026-11-24', visitors: 1 })).toMatchObject(unknown);
    expect(await report('2026-11-24', 1, 'x'.repeat(43))).toMatchObject(unknown);
    const newer = await renew();
    expect(await report('2026-11-24', 1)).toMatchObject(unknown);
    expect((await report('2026-11-24', 1, newer)).status).toBe(200);
    const ended = await (await desk.as('manager')).delete('sites/BJ1/visitors/counter');
    expect(ended.body).toEqual({ createdAt: null, heardAt: null });
    expect(await report('2026-11-24', 1, newer)).toMatchObject(unknown);
  });

  it('counts by the day of its own site: in Honolulu it is still yesterday', async () => {
    await desk.database.source.query(`UPDATE app.site SET time_zone = 'Pacific/Honolulu' WHERE code = 'BJ1'`);
    expect((await report<ProblemView>('2026-11-24', 1)).body.code).toBe('visitors.bad_figures');
    expect((await report('2026-11-23', 1)).status).toBe(200);
  });
});
