import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pushClock } from '../harness/clock';
import type { IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import { type Robots, startRobots } from '../harness/robots';
import { mailOf } from '../harness/staff';

type Line = {
  id: string;
  kind: string;
  incident: { reference: string };
  recipient: { name: string } | null;
  channel: string;
  template: string;
  level: number | null;
  state: string;
  lateSeconds: number;
  repaired: boolean;
  because: { zh: string; en: string } | null;
  acknowledgedBy: { name: string } | null;
};
type Counts = Record<string, number>;
type Summary = Record<string, number | null | Counts>;
type Page = { summary: Summary; items: Line[]; nextCursor: string | null };

const day = (daysFromNow: number) => new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
const period = `from=${day(-1)}&to=${day(2)}`;

const countsOf = (lines: readonly Line[]): Counts => {
  const inState = (wanted: string) => lines.filter(({ state }) => state === wanted).length;
  return {
    planned: lines.length,
    ...{ onTime: inState('on_time'), late: inState('late'), failed: inState('failed') },
    ...{ withdrawn: inState('withdrawn'), waiting: inState('waiting') },
    repaired: lines.filter(({ repaired }) => repaired).length,
  };
};

describe('the ledger of promises', () => {
  let desk: Desk;
  let robots: Robots;
  let well: IncidentView;
  let swept: IncidentView;
  let refused: IncidentView;

  beforeAll(async () => {
    /* A queue that nobody listens on: what the sweepers of this story do not do is not done. */
    desk = await Desk.open({ redisUrl: 'redis://127.0.0.1:1', engine: 'none' });
    robots = await startRobots();
    const group = { kind: 'wecom', name: 'A group', address: robots.address('wecom') };
    await (await desk.as('admin')).post('channels', group);
    const floor = await desk.as('floor');
    const open = async () => (await floor.post('incidents', { playbook: 'customer-falls' })).body;

    well = await open();
    await desk.sweep();
    /* As if the queue had woken us. */
    await sql('DELETE FROM app.swept_firing');
    await (await desk.as('supervisor')).post(`incidents/${well.id}/acknowledge`);

    swept = await open();
    /* It is promised within 15 s: 8 s late. */
    await pushClock(desk.database.source, '23 seconds');
    await desk.sweep();
    robots.will('wecom', { code: 93_000 });

    desk.mailbox.refusals.set(mailOf('supervisor'), '550 no such user');
    refused = await open();
    await desk.sweep();
    desk.mailbox.refusals.clear();
  });
  afterAll(async () => {
    await desk.close();
    await robots.stop();
  });

  const sql = (text: string) => desk.database.source.query(text);
  const page = async (query = '') => (await (await desk.as('manager')).get<Page>(`ledger?${period}${query}`)).body;
  const callsOf = ({ items }: { items: Line[] }, { reference }: IncidentView) =>
    items.filter(
      ({ incident, template, channel }) =>
        incident.reference === reference && template === 'escalation' && channel === 'mail',
    );

  /* Steps are overdue by the end of the story, and call too. */
  const firstCallOf = (of: { items: Line[] }, incident: IncidentView) => callsOf(of, incident).at(-1);

  it('tells what became of every call', async () => {
    const all = await page();
    expect(firstCallOf(all, well)).toMatchObject({
      ...{ state: 'on_time', level: 1, repaired: false, because: null, acknowledgedBy: { name: 'supervisor' } },
    });
    const late = firstCallOf(all, swept);
    expect(late).toMatchObject({
      ...{ state: 'late', repaired: true, acknowledgedBy: null },
      because: { en: 'the queue slept, the sweeper fired it' },
    });
    expect(late?.lateSeconds).toBeGreaterThanOrEqual(8);
    expect(late?.lateSeconds).toBeLessThan(20);
    const failed = callsOf(all, refused).filter(({ level }) => level === 1);
    expect(failed).toMatchObject([{ state: 'failed', because: { en: expect.stringContaining('answered 550') } }]);
  });

  it('sums up what its lines say, in the whole and for one incident', async () => {
    const { summary, items } = await page('&limit=200');
    const people = items.filter(({ channel }) => channel === 'mail');
    expect(summary).toMatchObject({
      ...countsOf(people),
      nobody: people.filter(({ state }) => state === 'nobody').length,
      acknowledged: people.filter(({ acknowledgedBy }) => acknowledgedBy !== null).length,
      worstLateSeconds: Math.max(...people.map(({ lateSeconds }) => lateSeconds)),
    });
    const late = firstCallOf({ items }, swept);
    expect(summary['because']).toEqual(late?.because);
    const one = await (await desk.as('floor')).get<Page>(`incidents/${well.id}/ledger`);
    expect(one.body.items.map(({ id }) => id).sort()).toEqual(
      items
        .filter(({ incident }) => incident.reference === well.reference)
        .map(({ id }) => id)
        .sort(),
    );
    expect(one.body.summary).toMatchObject({ planned: 1, acknowledged: 1, channels: { planned: 1, onTime: 1 } });
    expect(one.body.summary['medianSecondsToAcknowledge']).toBeCloseTo(
      Number(summary['medianSecondsToAcknowledge']),
      2,
    );
  });

  it('counts what groups were told apart from what was promised to people', async () => {
    const { summary, items } = await page('&limit=200');
    const groups = items.filter(({ recipient, kind }) => recipient === null && kind === 'notice');
    expect(groups.map(({ channel }) => channel)).toEqual(groups.map(() => 'wecom'));
    expect(summary['channels']).toEqual(countsOf(groups));
    expect(summary['channels']).toMatchObject({ late: expect.any(Number), onTime: expect.any(Number) });
    expect(countsOf(groups)).not.toMatchObject({ failed: 0 });
    expect(summary['failed']).toBe(
      items.filter(({ state, channel }) => state === 'failed' && channel === 'mail').length,
    );
  });

  it('tells of a level that reached nobody', async () => {
    await sql(`UPDATE app.shift SET cancelled_at = app.app_now() WHERE post = 'supervisor'`);
    const floor = await desk.as('floor');
    const alone = (await floor.post('incidents', { playbook: 'customer-falls' })).body;
    await desk.sweep();
    await sql(`UPDATE app.shift SET cancelled_at = NULL`);
    const { items } = await page('&state=nobody');
    expect(items).toMatchObject([
      { kind: 'nobody', state: 'nobody', level: 1, recipient: null, incident: { reference: alone.reference } },
    ]);
  });

  it('turns its pages without losing or repeating a line', async () => {
    const { items: all } = await page('&limit=200');
    const turned: Line[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: Page = await page(`&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      turned.push(...next.items);
      cursor = next.nextCursor;
    }
    expect(turned.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it.each(['late', 'failed', 'repaired', 'acknowledged', 'on_time'])('filters by %s', async (state) => {
    const { items } = await page('&limit=200');
    const is = (line: Line) =>
      state === 'repaired'
        ? line.repaired
        : state === 'acknowledged'
          ? line.acknowledgedBy !== null
          : line.state === state;
    const filtered = await page(`&limit=200&state=${state}`);
    expect(filtered.items.length).toBeGreaterThan(0);
    expect(filtered.items.map(({ id }) => id)).toEqual(items.filter(is).map(({ id }) => id));
  });

  it('is a file whose cells no spreadsheet takes for formulas', async () => {
    await sql(`UPDATE app.person SET name = '=HYPERLINK("x")' WHERE email = 'supervisor@example.test'`);
    const { status, headers, body, bytes } = await (await desk.as('manager')).get<string>(`ledger.csv?${period}`);
    await sql(`UPDATE app.person SET name = 'supervisor' WHERE email = 'supervisor@example.test'`);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body).toContain(`"'=HYPERLINK(""x"")"`);
    const lines = body.trim().split('\r\n');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(lines[0]).toMatch(/^\uFEFF?Incident,Site,About/);
    expect(lines).toHaveLength((await page('&limit=200')).items.length + 1);
  });

  it('is a file that says of a call why it was made', async () => {
    const supervisor = await desk.as('supervisor');
    const { body } = await supervisor.get<{ items: { id: string; name: string }[] }>(
      `incidents/${swept.id}/hand-over-candidates`,
    );
    const to = body.items.find(({ name }) => name === 'manager')?.id;
    expect((await supervisor.post(`incidents/${swept.id}/hand-over`, { to })).status).toBe(200);
    const file = await (await desk.as('manager')).get<string>(`ledger.csv?${period}`);
    const calls = file.body
      .split('\r\n')
      .filter((row) => row.startsWith(`${swept.reference},`) && row.includes('call'));
    expect(calls.map((row) => [row.split(',')[2], row.split(',').at(-1)])).toEqual(
      expect.arrayContaining([
        ['call', 'unacknowledged'],
        ['call (handed over)', 'handed_over'],
      ]),
    );
  });

  it('is a file in the words of its reader and the time of the site, with the codes for programs', async () => {
    const manager = await desk.as('manager');
    const { items } = (await manager.get<{ items: (Line & { plannedAt: string })[] }>(`ledger?${period}&limit=200`))
      .body;
    const line = items.find(({ incident, channel }) => incident.reference === well.reference && channel === 'wecom');
    await sql(`UPDATE app.person SET language = 'zh' WHERE email = 'manager@example.test'`);
    const { body } = await manager.get<string>(`ledger.csv?${period}`);
    await sql(`UPDATE app.person SET language = 'en' WHERE email = 'manager@example.test'`);
    const [head = [], ...rows] = body
      .trim()
      .split('\r\n')
      .map((row) => row.split(','));
    const row = rows.find((cells) => cells[0] === well.reference && cells.includes('wecom')) ?? [];
    const cell = (title: string) => row[head.indexOf(title)];
    expect([cell('事由'), cell('渠道'), cell('结果')]).toEqual(['呼叫', '企业微信', '准时']);
    expect([cell('事由代码'), cell('渠道代码'), cell('结果代码')]).toEqual(['escalation', 'wecom', 'on_time']);
    /* Beijing: eight hours ahead, without summer time. */
    const local = new Date(Date.parse(line?.plannedAt ?? '') + 8 * 3_600_000).toISOString();
    expect([cell('应发时间'), cell('时区')]).toEqual([local.slice(0, 19).replace('T', ' '), 'Asia/Shanghai']);
  });

  it.each(['floor', 'supervisor', 'stranger'] as const)('is closed to a %s', async (who) => {
    const client = await desk.as(who);
    for (const path of ['ledger', 'ledger.csv'])
      expect(await client.get<ProblemView>(`${path}?${period}`)).toMatchObject({
        ...{ status: 403, body: { code: 'permission.denied' } },
      });
  });

  it('hides the ledger of an incident from who may not see it', async () => {
    expect((await (await desk.as('stranger')).get(`incidents/${well.id}/ledger`)).status).toBe(404);
    expect((await (await desk.as('manager')).get(`ledger?${period}&site=SH1`)).status).toBe(404);
  });

  it('says what is wrong with a question', async () => {
    const manager = await desk.as('manager');
    const backwards = await manager.get<ProblemView>('ledger?from=2026-11-24&to=2026-11-23');
    expect([backwards.status, backwards.body.errors?.[0]?.path]).toEqual([422, 'to']);
    const cursor = await manager.get<ProblemView>(`ledger?${period}&cursor=nonsense`);
    expect([cursor.status, cursor.body.errors?.[0]?.path]).toEqual([422, 'cursor']);
  });
});
