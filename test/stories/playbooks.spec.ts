import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { IncidentView, ProblemView } from '../harness/client';
import { pushClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

type Summary = { id: string; stepCount: number; loggable: boolean; practisedAt: string | null; version: number };
type Version = { version: number; current: boolean; loadedAt: string; incidents: number; changes: { en: string }[] };

describe('playbooks', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, playbooks: ['quarrel', 'promised-reply', 'polite-words', 'posture'] });
  });
  afterAll(() => desk.close());

  const summaryOf = async (who: StaffKey, id: string) => {
    const { body } = await (await desk.as(who)).get<{ items: Summary[] }>('playbooks');
    return body.items.find((one) => one.id === id);
  };
  const versionsOf = async (who: StaffKey, id: string) =>
    (await (await desk.as(who)).get<{ items: Version[] }>(`playbooks/${id}/versions`)).body.items;

  describe('of guidance', () => {
    it('open as a short incident with the steps of the log alone, where there is a log', async () => {
      expect(await summaryOf('floor', 'polite-words')).toMatchObject({ loggable: true, stepCount: 2 });
      const incident = await desk.openIncident('polite-words');
      expect(incident.steps.map(({ id, state }) => [id, state])).toEqual([['note', 'ready']]);
      const floor = await desk.as('floor');
      const card = await floor.post<ProblemView>(`incidents/${incident.id}/steps/greet/complete`);
      expect(card).toMatchObject({ status: 404, body: { code: 'step.unknown' } });
      await desk.complete(incident.id, 'note', { happened: '客人夸了小王' });
      expect((await floor.post(`incidents/${incident.id}/resolve`)).body.status).toBe('resolved');
    });

    it('open nothing, not even a drill, where there is no log', async () => {
      expect(await summaryOf('floor', 'posture')).toMatchObject({ loggable: false, stepCount: 1 });
      const floor = await desk.as('floor');
      for (const drill of [false, true]) {
        const refused = await floor.post<ProblemView>('incidents', { playbook: 'posture', drill });
        expect(refused).toMatchObject({ status: 422, body: { code: 'playbook.not_an_incident' } });
      }
    });

    it('show which phrase is for which holiday, and which step is of the log', async () => {
      const { body } = await (await desk.as('floor')).get<{ steps: object[] }>('playbooks/polite-words');
      expect(body.steps).toMatchObject([{ say: [{ en: 'Hello!' }, { holiday: 'new-year' }] }, {}, { log: true }]);
    });
  });

  it('of incidents count every step and are not for logging', async () => {
    expect(await summaryOf('floor', 'quarrel')).toMatchObject({
      ...{ loggable: false, stepCount: 4, situation: { id: 'conflict', position: 2 } },
    });
    const { body } = await (await desk.as('floor')).get('playbooks/promised-reply');
    expect(body.steps[1]).toMatchObject({ by: 'reply-at', remindSeconds: 1_800 });
    expect((await (await desk.as('floor')).get('playbooks/quarrel')).body).toMatchObject({
      restrictedWhen: { field: 'nature', in: ['threat'] },
      resolveWithinSeconds: 5 * 86_400,
    });
  });

  describe('practised', () => {
    it('are so for the person who says it, and only the last time counts', async () => {
      const floor = await desk.as('floor');
      const first = await floor.post<Summary>('playbooks/posture/practised');
      expect(first).toMatchObject({ status: 200, body: { id: 'posture', stepCount: 1 } });
      expect(first.body.practisedAt).not.toBeNull();
      await pushClock(desk.database.source, '1 day');
      const again = await floor.post<Summary>('playbooks/posture/practised');
      const [before, after] = [first, again].map(({ body }) => Date.parse(body.practisedAt ?? ''));
      expect((after ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(86_400_000);
      expect((await summaryOf('floor', 'posture'))?.practisedAt).toBe(again.body.practisedAt);
      expect((await summaryOf('supervisor', 'posture'))?.practisedAt).toBeNull();
    });

    it('are noted once under one Idempotency-Key', async () => {
      const colleague = await desk.as('colleague');
      const key = { 'idempotency-key': v7() };
      const replies = [1, 2, 3].map(() => colleague.post<Summary>('playbooks/posture/practised', {}, key));
      expect(new Set((await Promise.all(replies)).map(({ body }) => body.practisedAt)).size).toBe(1);
      const rows = await desk.database.source.query<unknown[]>(
        `SELECT 1 FROM app.practice JOIN app.person p ON p.id = person_id WHERE p.name = 'colleague'`,
      );
      expect(rows).toHaveLength(1);
    });

    it('must exist', async () => {
      const reply = await (await desk.as('floor')).post<ProblemView>('playbooks/no-such-thing/practised');
      expect(reply).toMatchObject({ status: 404, body: { code: 'playbook.unknown' } });
    });

    it('stay noted: nobody can take a mark back', async () => {
      const { source } = desk.database;
      await expect(source.query('DELETE FROM app.practice')).rejects.toThrow('append-only');
      await expect(source.query('UPDATE app.practice SET at = now()')).rejects.toThrow('append-only');
      await expect(source.query('TRUNCATE app.practice')).rejects.toThrow('append-only');
    });
  });

  describe('that changed', () => {
    const mendDoor = '  - id: mend-door\n    title: { zh: 修门, en: Mend the door }\n';
    const waitingStep = (incident: IncidentView) => incident.steps.map(({ id }) => id);

    it('leave incidents under way on their version, and begin new ones with the next', async () => {
      const before = await desk.openIncident('quarrel');
      await desk.changeHandbook('quarrel.yaml', mendDoor, mendDoor.replace('id: mend-door', 'id: call-joiner'));
      const after = await desk.openIncident('quarrel');
      const floor = await desk.as('floor');
      const playbookOf = async ({ id }: IncidentView) =>
        (await floor.get<{ playbook: { version: number } }>(`incidents/${id}`)).body.playbook;
      expect(await playbookOf(before)).toMatchObject({ version: 1 });
      expect(await playbookOf(after)).toMatchObject({ version: 2 });
      const moved = await desk.complete(before.id, 'part-them', { nature: 'words' });
      expect(waitingStep(moved)).toEqual(['part-them', 'mend-door', 'statement', 'measure']);
      expect((await floor.post(`incidents/${before.id}/steps/mend-door/complete`)).status).toBe(200);
      expect(waitingStep(after)).toEqual(['part-them', 'call-joiner', 'statement', 'measure']);
    });

    it('list their versions, the newest first, with what changed and how many incidents began with each', async () => {
      const floor = await desk.as('floor');
      await desk.openDrill('quarrel');
      const mistaken = await desk.openIncident('quarrel');
      await floor.post(`incidents/${mistaken.id}/cancel`, { reason: '点错了' });
      const [newest, oldest] = await versionsOf('floor', 'quarrel');
      expect(newest).toMatchObject({ version: 2, current: true, incidents: 1 });
      expect(newest?.changes).not.toEqual([]);
      expect(oldest).toMatchObject({ version: 1, current: false, incidents: 1, changes: [] });
      expect(Date.parse(newest?.loadedAt ?? '')).toBeGreaterThan(Date.parse(oldest?.loadedAt ?? ''));
      const elsewhere = await versionsOf('stranger', 'quarrel');
      expect(elsewhere.map(({ incidents }) => incidents)).toEqual([0, 0]);
      const unknown = await floor.get<ProblemView>('playbooks/no-such-thing/versions');
      expect(unknown).toMatchObject({ status: 404, body: { code: 'playbook.unknown' } });
    });

    it('get a new version also when only what they share changed, and nobody else does', async () => {
      const courtesy = '{ zh: 迎送与礼貌, en: Greeting and courtesy }';
      await desk.changeHandbook('taxonomy.yaml', courtesy, '{ zh: 待客之礼, en: Manners }');
      expect(await summaryOf('floor', 'posture')).toMatchObject({
        version: 2,
        situation: { title: { en: 'Manners' } },
      });
      expect(await summaryOf('floor', 'promised-reply')).toMatchObject({ version: 1 });
    });
  });

  describe('on a holiday', () => {
    const todayAt = async (site: string, now: string) => {
      const { source } = desk.database;
      await source.query(`UPDATE app.test_clock SET ahead = $1::timestamptz - now()`, [now]);
      const reply = await (await desk.as('admin')).get<object>(`sites/${site}/today`);
      return reply.body;
    };

    it('are told which, by the day where the site is', async () => {
      await desk.database.source.query(`UPDATE app.site SET time_zone = 'America/New_York' WHERE code = 'SH1'`);
      const newYear = { id: 'new-year', title: { zh: '元旦', en: 'New Year' } };
      expect(await todayAt('BJ1', '2026-12-31T16:00:05Z')).toEqual({ date: '2027-01-01', holiday: newYear });
      expect(await todayAt('SH1', '2026-12-31T16:00:05Z')).toEqual({ date: '2026-12-31', holiday: null });
      expect(await todayAt('SH1', '2027-01-01T05:00:05Z')).toEqual({ date: '2027-01-01', holiday: newYear });
    });

    it('are told nothing about the sites of others', async () => {
      const reply = await (await desk.as('floor')).get<ProblemView>('sites/SH1/today');
      expect(reply).toMatchObject({ status: 404, body: { code: 'site.unknown' } });
    });
  });
});
