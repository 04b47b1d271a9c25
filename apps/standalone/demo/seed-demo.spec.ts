import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, dataSourceOptions, Site } from '@zenmeban/database';
import {
  type Answers,
  isSettled,
  mustBeRestricted,
  type Playbook,
  requiredStepsOpen,
  type Run,
  settleStep,
  startRun,
} from '@zenmeban/domain/engine';
import { Policies } from '@zenmeban/escalation';
import { LoadPlaybooks, Playbooks } from '@zenmeban/playbooks';
import { DutyLog, MyDuty, RosterReader, SwapPartners, Swaps } from '@zenmeban/roster';
import { DataSource } from 'typeorm';
import { makeClockPushable, setClock } from '../../../test/harness/clock';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/postgres';
import { seedDemo, type Seeded } from './seed-demo';

const now = new Date('2026-11-23T02:34:56Z');
let home: TestDatabase;
let source: DataSource;
let seeded: Seeded | null;

beforeAll(async () => {
  home = await createTestDatabase();
  source = await new DataSource(dataSourceOptions(home.url)).initialize();
  const database = new Database(source);
  const { handbook } = await new LoadPlaybooks(database, new Playbooks(database)).load('playbooks');
  await new Policies(database).store(handbook.policies);
  seeded = await seedDemo(source, now);
});
afterAll(async () => {
  await source.destroy();
  await home.drop();
});

const numberOf = async (text: string, values: unknown[] = []) =>
  Number((await source.query<{ n: string }[]>(`SELECT count(*) AS n FROM ${text}`, values))[0]?.n);

type Row = {
  id: string;
  status: string;
  restricted: boolean;
  openedAt: Date;
  resolvedAt: Date | null;
  content: Playbook;
};
type StepRow = {
  id: string;
  state: string;
  readyAt: Date | null;
  dueAt: Date | null;
  answers: object | null;
  at: Date | null;
};

const incidents = () =>
  source.query<Row[]>(
    `SELECT i.id, i.status, i.restricted, i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt", v.content
     FROM app.incident i JOIN app.playbook_version v ON v.id = i.playbook_version_id ORDER BY i.id`,
  );
const stepsOf = (incident: Row) =>
  source.query<StepRow[]>(
    `SELECT step_id AS id, state, ready_at AS "readyAt", due_at AS "dueAt", answers, settled_at AS at
     FROM app.incident_step WHERE incident_id = $1 ORDER BY position`,
    [incident.id],
  );

/** Lives the stored settlements through once more, from the beginning. */
function replay(incident: Row, rows: readonly StepRow[]): Run {
  const settled = rows.flatMap(({ id, at, answers }) => (at ? [{ id, at, answers: answers ?? {} }] : []));
  settled.sort((a, b) => a.at.getTime() - b.at.getTime());
  let { run } = startRun(incident.content, incident.openedAt);
  for (const { id, at, answers } of settled)
    ({ run } = settleStep(incident.content, run, id, { kind: 'done', answers: answers as Answers }, at));
  return run;
}

describe('the demo', () => {
  it('is made once', async () => {
    expect(seeded).toMatchObject({ sites: 3, people: 24 });
    expect(seeded?.incidents).toBeGreaterThanOrEqual(75);
    expect(seeded?.incidents).toBeLessThanOrEqual(105);
    expect(await seedDemo(source, now)).toBeNull();
    expect(await numberOf('app.incident')).toBe(seeded?.incidents);
  });

  it('lets four people sign in and gives the others no password', async () => {
    expect(await numberOf('auth.account')).toBe(4);
    expect(
      await numberOf(`app.role_grant g JOIN app.person p ON p.id = g.person_id JOIN app.site s ON s.id = g.site_id
      WHERE p.email = 'floor@demo.local' AND s.code = 'BJ1'`),
    ).toBe(1);
  });

  it('tells incidents whose steps are legal, every one', async () => {
    for (const incident of await incidents()) {
      const rows = await stepsOf(incident);
      const { steps } = replay(incident, rows);
      expect(rows.map(({ id, state, readyAt, dueAt }) => ({ id, state, readyAt, dueAt }))).toEqual(
        steps.map(({ id, state, readyAt, dueAt }) => ({ id, state, readyAt: readyAt ?? null, dueAt: dueAt ?? null })),
      );
      expect(incident.restricted).toBe(mustBeRestricted(incident.content, { steps }));
      const over = incident.status === 'closed' || incident.status === 'resolved';
      if (over) expect(requiredStepsOpen(incident.content, { steps })).toEqual([]);
      else expect(steps.every(isSettled)).toBe(false);
    }
  });

  it('counts references per site and day without gaps, as the next opening will go on', async () => {
    const rows = await source.query<{ wanted: string; reference: string; last: number; total: string }[]>(
      `SELECT i.reference, c.last_number AS last, count(*) OVER (PARTITION BY s.id, c.local_date) AS total,
         s.code || '-' || to_char(c.local_date, 'YYYYMMDD') || '-'
           || lpad((row_number() OVER (PARTITION BY s.id, c.local_date ORDER BY i.opened_at))::text, 3, '0') AS wanted
       FROM app.incident i JOIN app.site s ON s.id = i.site_id
       JOIN app.incident_counter c ON c.site_id = s.id AND c.local_date = (i.opened_at AT TIME ZONE s.time_zone)::date`,
    );
    expect(rows.map(({ reference }) => reference)).toEqual(rows.map(({ wanted }) => wanted));
    for (const { last, total } of rows) expect(last).toBe(Number(total));
    expect(rows).toHaveLength(seeded?.incidents ?? 0);
  });

  it('has a supervisor on duty at every site in each hour of the next two weeks, the demo one at the first', async () => {
    const rows = await source.query<{ code: string; demo: boolean; hours: string }[]>(
      `SELECT s.code, bool_and(p.email = 'supervisor@demo.local') AS demo, count(DISTINCT hour) AS hours
       FROM generate_series($1::timestamptz, $1::timestamptz + interval '14 days', interval '1 hour') AS hour
       CROSS JOIN app.site s
       JOIN app.shift d ON d.site_id = s.id AND d.post = 'supervisor' AND d.starts_at <= hour AND d.ends_at > hour
       JOIN app.person p ON p.id = d.person_id GROUP BY s.code ORDER BY s.code`,
      [now],
    );
    expect(rows).toEqual([
      { code: 'BJ1', demo: true, hours: '337' },
      { code: 'HX2', demo: false, hours: '337' },
      { code: 'YS3', demo: false, hours: '337' },
    ]);
  });

  it('leaves a few incidents open, at every site, that will call nobody in the first minutes', async () => {
    const open = await source.query<{ code: string }[]>(
      `SELECT DISTINCT s.code FROM app.incident i JOIN app.site s ON s.id = i.site_id
       WHERE i.status IN ('open', 'in_progress') ORDER BY 1`,
    );
    expect(open.map(({ code }) => code)).toEqual(['BJ1', 'HX2', 'YS3']);
    expect(await numberOf(`app.timer WHERE state = 'armed'`)).toBeGreaterThan(0);
    expect(await numberOf(`app.timer WHERE due_at < $1`, [new Date(now.getTime() + 600_000)])).toBe(0);
    expect(
      await numberOf(`app.timer t JOIN app.incident i ON i.id = t.incident_id
      WHERE i.status IN ('resolved', 'closed', 'cancelled')`),
    ).toBe(0);
  });

  it('leaves one incident to be signed off', async () => {
    expect(await numberOf(`app.incident WHERE status = 'resolved'`)).toBeGreaterThanOrEqual(1);
  });

  it('wrote its timeline when things happened, in that order, and nothing in the future', async () => {
    expect(await numberOf(`app.timeline_entry WHERE at > $1`, [now])).toBe(0);
    expect(
      await numberOf(`app.incident i WHERE (SELECT kind FROM app.timeline_entry e WHERE e.incident_id = i.id
      ORDER BY at, id LIMIT 1) <> 'incident.opened'`),
    ).toBe(0);
    expect(
      await numberOf(`app.incident i WHERE i.status = 'closed' AND (SELECT kind FROM app.timeline_entry e
      WHERE e.incident_id = i.id ORDER BY at DESC, id DESC LIMIT 1) <> 'incident.closed'`),
    ).toBe(0);
  });

  it('has leave with a stand-in, and leave that leaves a gap, in the coming days', async () => {
    const reader = new RosterReader(new Database(source));
    const rosterOf = async (code: string) => {
      const site = await source.getRepository(Site).findOneByOrFail({ code });
      return reader.of(
        site,
        { from: '2026-11-23', to: '2026-11-30' },
        { mayChange: true, calledPosts: ['supervisor'] },
      );
    };
    const [first, second, third] = [await rosterOf('BJ1'), await rosterOf('HX2'), await rosterOf('YS3')];
    expect([first.gaps.length, third.gaps.length]).toEqual([0, 0]);
    expect(third.overrides.map(({ person, replaces }) => [person.name, replaces?.name])).toEqual([['叶晨', '邓洁']]);
    expect(second.gaps.length).toBeGreaterThan(0);
    expect(second.warnings.map(({ kind, person }) => [kind, person.name])).toContainEqual(['on_leave', '黄伟']);
  });

  it('lets the floor account offer a shift to a colleague, and take the one that she is offered', async () => {
    await makeClockPushable(source);
    await setClock(source, now.toISOString());
    const database = new Database(source);
    const [floor] = await source.query<[{ id: string }]>(`SELECT id FROM app.person WHERE email = 'floor@demo.local'`);
    const { shifts, waitingForMe } = await new MyDuty(database).of(floor.id);
    expect(waitingForMe.map(({ proposedBy, inReturn }) => [proposedBy.name, inReturn?.person.id])).toEqual([
      ['孙丽', floor.id],
    ]);
    const swaps = new Swaps(database, new DutyLog(database), async () => Promise.resolve());
    for (const shift of shifts.filter(({ startsAt }) => startsAt > now)) {
      const partners = await new SwapPartners(database).of(floor.id, shift.id);
      expect(partners.filter(({ why }) => why === null).length).toBeGreaterThan(3);
      expect(partners.filter(({ why }) => why !== null).map(({ person }) => person.name)).toContain('周敏');
    }
    const settled = await Promise.all(waitingForMe.map((swap) => swaps.confirm(floor.id, swap.id)));
    expect(settled.map(({ state, shift }) => [state, shift.person.id])).toEqual([['confirmed', floor.id]]);
  });

  it('lets the supervisor on duty acknowledge and close', async () => {
    expect(
      await numberOf(
        `app.timeline_entry e JOIN app.incident i ON i.id = e.incident_id
      WHERE e.kind IN ('incident.acknowledged', 'incident.closed') AND e.at > $1
      AND NOT EXISTS (SELECT 1 FROM app.shift d WHERE d.site_id = i.site_id AND d.post = 'supervisor'
        AND d.person_id = e.actor_id AND d.starts_at <= e.at AND d.ends_at > e.at)`,
        [new Date(now.getTime() - 13 * 86_400_000)],
      ),
    ).toBe(0);
    expect(await numberOf(`app.timeline_entry WHERE kind = 'incident.acknowledged'`)).toBeGreaterThan(50);
  });

  it('has sent a notice for every call, and a few of them late', async () => {
    expect(
      await numberOf(
        `app.timeline_entry e, jsonb_array_elements_text(e.data->'personIds') AS called(id)
         WHERE e.kind = 'escalation.called' AND NOT EXISTS (
           SELECT 1 FROM app.notification n WHERE n.state = 'accepted'
             AND n.dedupe_key = (e.data->>'firing') || ':' || called.id || ':mail')`,
      ),
    ).toBe(0);
    const late = await numberOf(`app.notification WHERE accepted_at > due_at + interval '15 seconds'`);
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(0.05 * (await numberOf('app.notification')));
    expect(await numberOf(`app.notification WHERE accepted_at > $1`, [now])).toBe(0);
  });
});
