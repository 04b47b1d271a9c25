import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkFacts, type Difference, FactRounds, rebuildFacts, recordCheck, refreshFacts } from '@zenmeban/analysis';
import { IncidentFact } from '@zenmeban/database';
import { Auditor } from '@zenmeban/watch';
import type { IncidentView } from '../harness/client';
import { complained, complaintAnswers } from '../harness/answers';
import { pushClock, setClock } from '../harness/clock';
import { Desk } from '../harness/desk';

describe('the facts of an incident', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => desk.database.source.query<T[]>(text, values);
  const factOf = (incidentId: string) => desk.database.manager.findOneBy(IncidentFact, { incidentId });
  const differences = async () => {
    const found: Difference[] = [];
    await checkFacts(desk.database, (slice) => found.push(...slice.differences));
    return found;
  };
  const act = async (who: 'floor' | 'supervisor', { id }: Pick<IncidentView, 'id'>, action: string, body = {}) => {
    const reply = await (await desk.as(who)).post(`incidents/${id}/${action}`, body);
    if (reply.status !== 200) throw new Error(`${action}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const rounds = () => desk.app.get(FactRounds).round();

  it('are there in the transaction that opened it', async () => {
    const { body, status } = await (await desk.as('floor')).post('incidents', { playbook: 'gift', place: 'hall' });
    expect(status).toBe(201);
    expect(
      await sql(
        `SELECT i.xmin = f.xmin AS together, f.received_at = i.opened_at AS at, f.place_id = i.place_id AS place
         FROM app.incident i JOIN app.incident_fact f ON f.incident_id = i.id WHERE i.id = $1`,
        [body.id],
      ),
    ).toEqual([{ together: true, at: true, place: true }]);
    expect(await factOf(body.id)).toMatchObject({ playbookId: 'gift', register: 'gift', status: 'open', post: null });
  });

  it('are not written when the opening is undone', async () => {
    const before = await desk.database.manager.count(IncidentFact);
    const reply = await (await desk.as('floor')).post('incidents', { playbook: 'gift', place: 'nowhere' });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(await desk.database.manager.count(IncidentFact)).toBe(before);
  });

  it('follow it from the first call to the sign-off', async () => {
    const incident = await desk.openIncident('complaint');
    expect(await factOf(incident.id)).toMatchObject({ firstResponseSeconds: null, levelsCalled: 1, status: 'open' });
    await pushClock(desk.database.source, '2 minutes');
    await act('supervisor', incident, 'acknowledge');
    expect(await factOf(incident.id)).toMatchObject({
      register: 'complaint',
      firstResponseSeconds: expect.any(Number),
    });
    await desk.finishSteps(incident.id, complaintAnswers, 'supervisor');
    await act('floor', incident, 'resolve');
    await act('supervisor', incident, 'close');
    const fact = await factOf(incident.id);
    expect(fact).toMatchObject({ ...complained, status: 'closed', withinTarget: true, reopened: 0 });
    expect(fact?.acknowledgedSeconds).toBeGreaterThanOrEqual(120);
    expect(fact?.firstResponseSeconds).toBe(fact?.acknowledgedSeconds);
    expect(fact?.resolvedSeconds).toBeGreaterThanOrEqual(120);
    /* The two minutes were too long for its first step. */
    expect([fact?.stepsDue, fact?.stepsOnTime, fact?.stepsSkipped]).toEqual([11, 10, 0]);
    expect(await differences()).toEqual([]);
  });

  it('are never those of a drill', async () => {
    const { id } = await desk.openDrill('complaint');
    await desk.finishSteps(id, complaintAnswers);
    await act('floor', { id }, 'resolve');
    expect(await factOf(id)).toBeNull();
  });

  it('go when it is cancelled', async () => {
    const incident = await desk.openIncident('gift');
    expect(await factOf(incident.id)).not.toBeNull();
    await act('floor', incident, 'cancel', { reason: '误报' });
    expect(await factOf(incident.id)).toBeNull();
  });

  it('stay when it is reopened, and count it', async () => {
    const incident = await desk.openIncident('complaint');
    await desk.finishSteps(incident.id, complaintAnswers, 'supervisor');
    await act('floor', incident, 'resolve');
    await act('supervisor', incident, 'reopen', { reason: '客人又来了' });
    expect(await factOf(incident.id)).toMatchObject({ reopened: 1, resolvedSeconds: null, status: 'reopened' });
  });

  it('say on which post its opener was, also when the roster is changed afterwards', async () => {
    const facilities = await desk.as('facilities');
    const { body } = await facilities.post('incidents', { playbook: 'gift' });
    expect(await factOf(body.id)).toMatchObject({ post: 'facilities' });
    await sql(`UPDATE app.shift SET cancelled_at = app.app_now() WHERE post = 'facilities'`);
    expect(await differences()).toEqual([]);
    const { body: later } = await facilities.post('incidents', { playbook: 'gift' });
    expect(await factOf(later.id)).toMatchObject({ post: null });
    await sql(`UPDATE app.shift SET cancelled_at = NULL WHERE post = 'facilities'`);
  });

  it('say nothing of a post that somebody else stands in on', async () => {
    await sql(
      `INSERT INTO app.duty_override (id, site_id, post, person_id, replaces_id, starts_at, ends_at)
       SELECT gen_random_uuid(), s.site_id, s.post, c.id, s.person_id, app.app_now(), app.app_now() + interval '1 hour'
       FROM app.shift s JOIN app.person c ON c.email = 'colleague@example.test' WHERE s.post = 'facilities'`,
    );
    const { body } = await (await desk.as('facilities')).post('incidents', { playbook: 'gift' });
    expect(await factOf(body.id)).toMatchObject({ post: null });
    const { body: stoodIn } = await (await desk.as('colleague')).post('incidents', { playbook: 'gift' });
    expect(await factOf(stoodIn.id)).toMatchObject({ post: 'facilities' });
    await sql('UPDATE app.duty_override SET cancelled_at = app.app_now()');
  });

  it('are corrected by the review, and are what was answered again when it is taken back', async () => {
    const incident = await desk.openIncident('complaint');
    await desk.finishSteps(incident.id, complaintAnswers, 'supervisor');
    const supervisor = await desk.as('supervisor');
    const put = (body: object) => supervisor.send<IncidentView>('PUT', `incidents/${incident.id}/review`, body, {});
    expect((await put({ cause: 'process', note: '其实是流程问题' })).status).toBe(200);
    expect(await factOf(incident.id)).toMatchObject({ ...complained, cause: 'process' });
    expect((await put({})).status).toBe(200);
    expect(await factOf(incident.id)).toMatchObject(complained);
  });

  it('note within a round that an open incident is late', async () => {
    const incident = await desk.openIncident('complaint');
    expect(await factOf(incident.id)).toMatchObject({ withinTarget: null });
    await sql(`UPDATE app.incident SET opened_at = opened_at - interval '60 days' WHERE id = $1`, [incident.id]);
    await rebuildFacts(desk.database, () => undefined);
    await sql('UPDATE app.incident_fact SET within_target = NULL WHERE incident_id = $1', [incident.id]);
    expect(await differences()).toMatchObject([
      { incidentId: incident.id, what: [{ column: 'within_target', stored: null, made: false }] },
    ]);
    await rounds();
    expect(await factOf(incident.id)).toMatchObject({ withinTarget: false });
    expect(await differences()).toEqual([]);
  });

  it('are made anew from the record, and equal what was written as it happened', async () => {
    const all = () => sql('SELECT * FROM app.incident_fact ORDER BY incident_id');
    const written = await all();
    expect(written.length).toBeGreaterThan(5);
    await sql('TRUNCATE app.incident_fact');
    const told: number[] = [];
    const result = await rebuildFacts(desk.database, ({ done }) => told.push(done));
    expect(await all()).toEqual(written);
    expect(result).toMatchObject({ written: written.length, removed: 0, done: told.at(-1) });
    expect(await rebuildFacts(desk.database, () => undefined)).toMatchObject({ written: 0, removed: 0 });
  });

  it('are made anew only after whoever acts on the incident, and never overwrite what they did', async () => {
    const incident = await desk.openIncident('gift');
    const waiting = async () => {
      const [{ n }] = (await sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )) as [{ n: number }];
      return n > 0;
    };
    let rebuilt: Promise<unknown> = Promise.resolve();
    await desk.database.source.transaction(async (tx) => {
      await tx.query(`UPDATE app.incident SET severity = 'critical' WHERE id = $1`, [incident.id]);
      await refreshFacts(desk.database, tx, [incident.id]);
      rebuilt = rebuildFacts(desk.database, () => undefined);
      while (!(await waiting()));
    });
    await rebuilt;
    expect(await factOf(incident.id)).toMatchObject({ severity: 'critical' });
    expect(await differences()).toEqual([]);
  });

  it('are right when they are made anew again and again beside people who work', async () => {
    const [floor, supervisor] = [await desk.as('floor'), await desk.as('supervisor')];
    const work = async () => {
      const { body } = await floor.post('incidents', { playbook: 'spilled-drink' });
      await Promise.all([
        supervisor.post(`incidents/${body.id}/acknowledge`),
        floor.post(`incidents/${body.id}/resolve`),
        floor.post(`incidents/${body.id}/cancel`, { reason: '误报' }),
        supervisor.send('PUT', `incidents/${body.id}/review`, { note: '看过' }, {}),
      ]);
    };
    const rebuild = async () => {
      for (let times = 0; times < 10; times += 1) await rebuildFacts(desk.database, () => undefined);
    };
    await Promise.all([...Array.from({ length: 8 }, work), rebuild(), rounds()]);
    await desk.settle();
    expect(await differences()).toEqual([]);
  });

  it('are found by the check when a row was altered, taken away or put there by hand, and are mended', async () => {
    const [altered, gone] = [await desk.openIncident('gift'), await desk.openIncident('gift')];
    const cancelled = await desk.openIncident('gift');
    const [kept] = await sql<Record<string, unknown>>('SELECT * FROM app.incident_fact WHERE incident_id = $1', [
      cancelled.id,
    ]);
    await act('floor', cancelled, 'cancel', { reason: '误报' });
    await sql('INSERT INTO app.incident_fact SELECT * FROM jsonb_populate_record(NULL::app.incident_fact, $1)', [
      JSON.stringify(kept),
    ]);
    await sql(`UPDATE app.incident_fact SET severity = 'critical' WHERE incident_id = $1`, [altered.id]);
    await sql('DELETE FROM app.incident_fact WHERE incident_id = $1', [gone.id]);
    expect(await differences()).toEqual([
      {
        ...{ incidentId: altered.id, reference: altered.reference },
        what: [{ column: 'severity', stored: 'critical', made: expect.stringMatching(/low|normal|high/) }],
      },
      { incidentId: gone.id, reference: gone.reference, what: 'missing' },
      { incidentId: cancelled.id, reference: cancelled.reference, what: 'too much' },
    ]);
    expect(await rebuildFacts(desk.database, () => undefined)).toMatchObject({ written: 2, removed: 1 });
    expect(await differences()).toEqual([]);
  });

  it('are checked once a night, and the auditor tells what differs until a check finds nothing', async () => {
    const incident = await desk.openIncident('gift');
    const checks = () => sql<{ differing: number }>('SELECT differing FROM app.fact_check ORDER BY id');
    await rounds();
    const before = (await checks()).length;
    await sql(`UPDATE app.incident_fact SET post = 'bar' WHERE incident_id = $1`, [incident.id]);
    await rounds();
    expect(await checks()).toHaveLength(before);
    await pushClock(desk.database.source, '1 day');
    await rounds();
    expect((await checks()).slice(before)).toEqual([{ differing: 1 }]);
    const findings = async () => {
      await sql('TRUNCATE app.audit_round');
      await desk.app.get(Auditor).round();
      const [{ found }] = (await sql<{ found: { code: string; sentence: { en: string } }[] }>(
        'SELECT findings AS found FROM app.audit_round',
      )) as [{ found: { code: string; sentence: { en: string } }[] }];
      return found.filter(({ code }) => code === 'facts.differ').map(({ sentence }) => sentence.en);
    };
    expect(await findings()).toEqual([
      `The figures of 1 incidents are not what the record says (such as ${incident.reference}).`,
    ]);
    await rebuildFacts(desk.database, () => undefined);
    await desk.database.transaction(async (tx) =>
      recordCheck(tx, { startedAt: await desk.database.now(), checked: 1, differing: 0, first: await differences() }),
    );
    expect(await findings()).toEqual([]);
  });

  it('of before there were any are made by the first round', async () => {
    const { n } = (await sql<{ n: number }>('SELECT count(*)::int AS n FROM app.incident_fact'))[0] ?? { n: 0 };
    await sql('TRUNCATE app.incident_fact, app.fact_check');
    await rounds();
    expect(await desk.database.manager.count(IncidentFact)).toBe(n);
    expect(await differences()).toEqual([]);
  });

  it.each([
    ['Asia/Shanghai', '2026-12-31T15:30:00Z', { day: '2026-12-31', week: '2026-12-28', hour: 23 }],
    ['America/New_York', '2027-01-04T04:30:00Z', { day: '2027-01-03', week: '2026-12-28', hour: 23 }],
    ['Europe/Berlin', '2027-10-31T00:30:00Z', { day: '2027-10-31', week: '2027-10-25', hour: 2 }],
    ['Europe/Berlin', '2027-10-31T01:30:00Z', { day: '2027-10-31', week: '2027-10-25', hour: 2 }],
    ['Europe/Berlin', '2027-10-31T02:30:00Z', { day: '2027-10-31', week: '2027-10-25', hour: 3 }],
  ])('have the day, week and hour of %s at %s', async (zone, at, local) => {
    await sql(`UPDATE app.site SET time_zone = $1 WHERE code = 'BJ1'`, [zone]);
    await setClock(desk.database.source, at);
    const { body } = await (await desk.as('floor')).post('incidents', { playbook: 'gift' });
    expect(await factOf(body.id)).toMatchObject(local);
  });
});
