import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Auditor } from '@zenmeban/watch';
import type { ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';

const loops = ['relay', 'sweep', 'send', 'canary', 'audit'];

type Phone = { kind: string; site: { name: string }; name: string; number: string };
type Engine = { cycleSeconds: number | null; delayed: boolean; phones: Phone[] };
type Watch = {
  lastRound: { clean: boolean } | null;
  findings: { code: string; subject: string | null; since: string }[];
  canaries: { state: string }[];
  deadMan: { state: string };
};

describe('the watchers', () => {
  let desk: Desk;
  let outside: Server;
  let pings = 0;
  beforeAll(async () => {
    outside = createServer((_request, response) => {
      pings += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(outside, 'listening');
    const { port } = outside.address() as AddressInfo;
    /* No loop runs here: the story says which of them live. */
    desk = await Desk.open({ redisUrl: null, engine: 'none', deadmanUrl: `http://127.0.0.1:${port}/ping` });
  });
  afterAll(async () => {
    await desk.close();
    outside.close();
    outside.closeAllConnections();
  });

  const sql = (text: string, values: unknown[] = []) => desk.database.source.query(text, values);
  const health = () => desk.nobody().get<ProblemView & { status: unknown }>('/health/escalation');
  const audit = () => desk.app.get(Auditor).round();
  const watch = async () => (await (await desk.as('admin')).get<Watch>('watch')).body;

  /** As if so much time had passed since the loops turned, the canary arrived and the rounds were made. */
  async function timePasses(by: string): Promise<void> {
    await sql(`UPDATE app.heartbeat SET at = at - $1::interval`, [by]);
    await sql(`UPDATE app.canary SET due_at = due_at - $1::interval, arrived_at = arrived_at - $1::interval`, [by]);
    await sql(`UPDATE app.audit_round SET at = at - $1::interval`, [by]);
  }

  /** A process whose loops turn, all but one. */
  async function turn(stopped?: string): Promise<void> {
    await sql(
      `INSERT INTO app.heartbeat (process, loop, started_at, at, every_ms, last_ms, rounds)
       SELECT 'other', loop, app.app_now() - interval '1 day', app.app_now(), 15000, 1, 1 FROM unnest($1::text[]) AS loop
       ON CONFLICT (process, loop) DO UPDATE SET at = excluded.at`,
      [loops.filter((loop) => loop !== stopped)],
    );
  }

  const canaryArrives = () =>
    sql(`INSERT INTO app.canary (id, due_at, fired_at, fired_by, arrived_at)
         VALUES (gen_random_uuid(), app.app_now(), app.app_now(), 'hint', app.app_now())`);

  beforeEach(async () => {
    pings = 0;
    await sql('TRUNCATE app.heartbeat, app.canary, app.audit_round');
    await turn();
    await canaryArrives();
  });

  it('are content while every loop turns and the canaries arrive', async () => {
    expect((await health()).body).toMatchObject({ status: 'ok', overdueSeconds: 0 });
    await audit();
    expect(pings).toBe(1);
    expect(await watch()).toMatchObject({ lastRound: { clean: true }, findings: [], deadMan: { state: 'pinged' } });
  });

  it.each(loops)('notice within a minute that %s stands still, and ping nobody', async (loop) => {
    await timePasses('61 s');
    await turn(loop);
    const { status, body } = await health();
    expect([status, body.code]).toEqual([503, 'escalation.late']);
    expect(body.errors?.map(({ path, code }) => [path, code])).toEqual([[loop, 'loop.silent']]);
    await audit();
    expect(pings).toBe(0);
    expect(await watch()).toMatchObject({
      findings: [{ code: 'loop.silent', subject: loop }],
      deadMan: { state: 'silent' },
    });
  });

  it('notice that no canary arrives any more', async () => {
    await timePasses('181 s');
    await turn();
    expect((await health()).body.errors?.map(({ code }) => code)).toEqual(['canary.missing']);
    await audit();
    expect(pings).toBe(0);
  });

  it('count canaries only from when the processes that live began', async () => {
    await timePasses('8 hours');
    await turn();
    await sql(`UPDATE app.heartbeat SET started_at = app.app_now() - interval '20 s'`);
    expect((await health()).status).toBe(200);
    await audit();
    expect(pings).toBe(0);
  });

  it('make one round a minute, however many processes ask', async () => {
    await Promise.all([audit(), audit(), audit()]);
    await audit();
    expect(await sql('SELECT 1 FROM app.audit_round')).toHaveLength(1);
    await timePasses('61 s');
    await turn();
    await audit();
    expect(await sql('SELECT 1 FROM app.audit_round')).toHaveLength(2);
  });

  it('tell the administrators of a finding once, again after an hour while it lasts, and clear it', async () => {
    const mails = () => desk.mailTo('admin').filter(({ text }) => text?.includes('sweep')).length;
    const before = mails();
    const roundWithoutSweep = async (by: string) => {
      await timePasses(by);
      await turn('sweep');
      await audit();
      await desk.settle();
    };
    await roundWithoutSweep('61 s');
    expect(mails()).toBe(before + 1);
    const [found] = (await watch()).findings;
    await roundWithoutSweep('61 s');
    expect(mails()).toBe(before + 1);
    expect((await watch()).findings.map(({ since }) => since)).toEqual([found?.since]);
    await roundWithoutSweep('61 minutes');
    expect(mails()).toBe(before + 2);
    await timePasses('61 s');
    await turn();
    await canaryArrives();
    await audit();
    expect(await watch()).toMatchObject({ findings: [], lastRound: { clean: true } });
    expect(pings).toBe(1);
  });

  it('find a record whose guard was taken away', async () => {
    await sql('ALTER TABLE app.timeline_entry DISABLE TRIGGER timeline_entry_append_only');
    await audit();
    await sql('ALTER TABLE app.timeline_entry ENABLE TRIGGER timeline_entry_append_only');
    expect((await watch()).findings.map(({ code }) => code)).toEqual(['record.unprotected']);
  });

  it('warn everybody when the engine stands still, and say whom to phone', async () => {
    const floor = await desk.as('floor');
    expect((await floor.get<Engine>('engine')).body).toMatchObject({ delayed: false, phones: [] });
    await sql(`UPDATE app.site SET phone = '+86 10 5555 0000' WHERE code = 'BJ1'`);
    await timePasses('61 s');
    await turn('send');
    const { body } = await floor.get<Engine>('engine');
    expect(body).toMatchObject({ delayed: true, phones: [{ kind: 'site', number: '+86 10 5555 0000' }] });
    expect(body.cycleSeconds).toBeGreaterThan(60);
    await sql(`UPDATE app.person SET phone = '+86 138 0000 0001' WHERE email = 'supervisor@example.test'`);
    expect((await floor.get<Engine>('engine')).body.phones).toMatchObject([
      { kind: 'supervisor', name: 'supervisor', number: '+86 138 0000 0001' },
    ]);
  });

  it('tell whoever has several sites a number of each, supervisors on duty first', async () => {
    const admin = await desk.as('admin');
    const told = async (query = '') => {
      const { phones } = (await admin.get<Engine>(`engine${query}`)).body;
      return phones.map(({ kind, site, number }) => [kind, site.name, number]);
    };
    await sql(`UPDATE app.site SET phone = '+86 21 5555 0000' WHERE code = 'SH1'`);
    const riverside = ['supervisor', '滨江一号', '+86 138 0000 0001'];
    const terrace = ['site', '云境', '+86 21 5555 0000'];
    expect(await told()).toEqual([riverside, terrace]);
    expect(await told('?site=SH1')).toEqual([terrace]);
    await sql(`UPDATE app.person SET phone = '+86 138 0000 0002' WHERE email = 'stranger@example.test'`);
    await sql(`UPDATE app.person SET phone = NULL WHERE email = 'supervisor@example.test'`);
    expect((await told()).map(([kind, site]) => [kind, site])).toEqual([
      ['supervisor', '云境'],
      ['site', '滨江一号'],
    ]);
    await sql(`UPDATE app.site SET phone = NULL WHERE code = 'SH1'`);
    await sql(`UPDATE app.person SET phone = NULL WHERE email = 'stranger@example.test'`);
  });

  it('tell a number only to the people of its site', async () => {
    const stranger = await desk.as('stranger');
    expect((await stranger.get<Engine>('engine')).body.phones).toEqual([]);
    expect((await stranger.get('engine?site=BJ1')).status).toBe(404);
  });

  it.each(['floor', 'supervisor', 'manager'] as const)('show the machinery to no %s', async (who) => {
    expect(await (await desk.as(who)).get<ProblemView>('watch')).toMatchObject({
      ...{ status: 403, body: { code: 'permission.denied' } },
    });
  });
});
