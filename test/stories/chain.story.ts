import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntryView, IncidentView, ProblemView } from '../harness/client';
import { Desk, type DeskOptions } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

type Page = {
  state: string;
  snoozedUntil: string | null;
  handedTo: { name: string } | null;
  candidates: { id: string; name: string }[];
};

/** How chains go on, told once and run on each queue backend. */
export function tellTheChains(options: DeskOptions): void {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ ...options, playbooks: ['lost-glove', 'quarrel'] });
  });
  afterAll(() => desk.close());

  const act = async <T = IncidentView>(
    who: StaffKey,
    incident: Pick<IncidentView, 'id'>,
    action: string,
    body = {},
  ) => {
    const reply = await (await desk.as(who)).post<T>(`incidents/${incident.id}/${action}`, body);
    await desk.settle();
    return reply;
  };
  const view = async ({ id }: Pick<IncidentView, 'id'>) => (await (await desk.as('floor')).get(`incidents/${id}`)).body;
  const entries = async ({ id }: Pick<IncidentView, 'id'>, kind: string) => {
    const { body } = await (await desk.as('floor')).get<{ items: EntryView[] }>(`incidents/${id}/timeline`);
    return body.items.filter((entry) => entry.kind === kind);
  };
  /** `level reason: names` of every call about an incident, in order. */
  const calls = async (incident: Pick<IncidentView, 'id'>) =>
    (await entries(incident, 'escalation.called')).map(
      ({ data, people }) =>
        `${String(data['level'])} ${String(data['reason'])}: ${people.map(({ name }) => name).join()}`,
    );
  const mails = (who: StaffKey, { reference }: Pick<IncidentView, 'reference'>) =>
    desk.mailTo(who).filter(({ text }) => text?.includes(reference)).length;
  const candidate = async (who: StaffKey, incident: Pick<IncidentView, 'id'>, name: StaffKey) => {
    const reply = await (
      await desk.as(who)
    ).get<{ items: { id: string; name: string }[] }>(`incidents/${incident.id}/hand-over-candidates`);
    return reply.body.items.find((one) => one.name === name)?.id;
  };
  const answer = (path: string, body: object) =>
    desk.nobody().post<Page & ProblemView>(`acknowledgements${path}`, body);

  describe('a level', () => {
    it('is called as often as its policy repeats it, then the role above it', async () => {
      const incident = await desk.openIncident('lost-glove');
      expect(mails('supervisor', incident)).toBe(1);
      await desk.fastForward('15 minutes 1 second');
      expect(mails('supervisor', incident)).toBe(2);
      expect(mails('manager', incident)).toBe(0);
      await desk.fastForward('15 minutes 1 second');
      expect(await calls(incident)).toEqual([
        '1 unacknowledged: supervisor',
        '1 unacknowledged: supervisor',
        '2 unacknowledged: manager',
      ]);
      const told = await entries(incident, 'escalation.called');
      expect(told.map(({ data }) => data['nth'])).toEqual([undefined, 2, undefined]);
      expect(told.map(({ data }) => data['afterNobody'])).toEqual([undefined, undefined, undefined]);
      const [first, again] = desk.mailTo('supervisor').filter(({ text }) => text?.includes(incident.reference));
      expect(first?.text).not.toContain('次呼叫');
      expect(again?.text).toContain('这一级是第 2 次呼叫。此前被通知的同事未在时限内确认。');
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('may name a person, and one that does not exist is passed over at once, with the reason', async () => {
      const change = (from: string, to: string) => desk.changeHandbook('policies.yaml', from, to);
      const onDuty = '- call: [{ on-duty: supervisor }]\n        repeat';
      const nobody = '- call: [{ person: nobody@example.test }]\n        repeat';
      const above = '- after: 15m\n        call: [{ level-above: true }]';
      const named = '- after: 15m\n        call: [{ role: manager }, { person: Colleague@example.test }]';
      await change(above, named);
      await change(onDuty, nobody);
      const incident = await desk.openIncident('lost-glove');
      expect(await calls(incident)).toEqual(['2 unacknowledged: manager,colleague']);
      expect((await entries(incident, 'escalation.called')).map(({ data }) => data['afterNobody'])).toEqual([true]);
      const mail = desk.mailTo('manager').find(({ text }) => text?.includes(incident.reference));
      expect(mail?.text).toContain('Nobody of the levels before could be reached.');
      expect(mail?.text).not.toContain('did not acknowledge');
      expect(await entries(incident, 'escalation.nobody')).toMatchObject([
        { data: { level: 1, skipped: [{ personId: null, why: 'unknown_person' }] } },
      ]);
      await change(nobody, onDuty);
      await change(named, above);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });
  });

  describe('hours', () => {
    const closeNow = (closed: boolean) =>
      desk.database.source.query(`UPDATE app.site SET opening = $1 WHERE code = 'BJ1'`, [
        closed ? JSON.stringify({ week: hoursFromTomorrow() }) : null,
      ]);
    /** Open every day for an hour that begins three hours from now in Beijing. */
    const hoursFromTomorrow = () => {
      const from = new Date(now.getTime() + 11 * 3_600_000).toISOString().slice(11, 14);
      const until = new Date(now.getTime() + 12 * 3_600_000).toISOString().slice(11, 14);
      return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, { from: `${from}00`, until: `${until}00` }]));
    };
    let now: Date;

    it('let the managers sleep, whoever is on duty is called at once', async () => {
      now = await desk.database.now();
      await closeNow(true);
      const incident = await desk.openIncident('lost-glove');
      expect(await calls(incident)).toEqual(['1 unacknowledged: supervisor']);
      await desk.fastForward('15 minutes 1 second');
      await desk.fastForward('15 minutes 1 second');
      expect(await calls(incident)).toHaveLength(2);
      const { nextLevelAt } = (await view(incident)).alarm;
      expect(new Date(nextLevelAt ?? 0).getMinutes()).toBe(0);
      expect(new Date(nextLevelAt ?? 0).getTime() - now.getTime()).toBeGreaterThan(3_600_000);
      const leftMs = new Date(nextLevelAt ?? 0).getTime() - (await desk.database.now()).getTime();
      await desk.fastForward(`${leftMs + 1_000} milliseconds`);
      expect(await calls(incident)).toContain('2 unacknowledged: manager');
      await closeNow(false);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('are not waited for by what is severe', async () => {
      now = await desk.database.now();
      await closeNow(true);
      const incident = await desk.openIncident('quarrel');
      await desk.database.source.query(
        `UPDATE app.incident SET policies = jsonb_set(policies::jsonb, '{supervisor,hours}', '"opening"') WHERE id = $1`,
        [incident.id],
      );
      await desk.fastForward('5 minutes 1 second');
      expect(await calls(incident)).toEqual(['1 unacknowledged: supervisor', '2 unacknowledged: manager']);
      await closeNow(false);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });
  });

  describe('a step', () => {
    it('is warned of at 75 % of its time, once, to whoever has it', async () => {
      const incident = await desk.openIncident('lost-glove');
      await desk.fastForward('44 minutes 30 seconds');
      expect(await entries(incident, 'step.reminded')).toEqual([]);
      await desk.fastForward('45 seconds');
      expect(await entries(incident, 'step.reminded')).toMatchObject([
        { data: { stepId: 'look' }, people: [{ name: 'floor' }] },
      ]);
      expect(mails('floor', incident)).toBe(1);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });
  });

  describe('a snooze', () => {
    it('calls the same people again when it is over, and the next level when they do not answer', async () => {
      const incident = await desk.openIncident('quarrel');
      const { body } = await act('supervisor', incident, 'snooze', { minutes: 10 });
      expect(body.alarm).toMatchObject({ state: 'acknowledged', snooze: { atMostMinutes: 15, left: 1 } });
      expect(body.alarm.snoozedUntil).not.toBeNull();
      await desk.fastForward('9 minutes 50 seconds');
      expect(await calls(incident)).toHaveLength(1);
      await desk.fastForward('11 seconds');
      expect(await calls(incident)).toEqual(['1 unacknowledged: supervisor', '1 snoozed: supervisor']);
      expect((await view(incident)).alarm).toMatchObject({ state: 'calling', snoozedUntil: null });
      await desk.fastForward('5 minutes 1 second');
      expect((await calls(incident)).at(-1)).toBe('2 no_progress: manager');
      expect(await entries(incident, 'incident.snoozed')).toHaveLength(1);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('is refused when it is too long, and when it was used up, in a sentence', async () => {
      const incident = await desk.openIncident('quarrel');
      const long = await act<ProblemView>('supervisor', incident, 'snooze', { minutes: 16 });
      expect(long).toMatchObject({
        status: 409,
        body: { code: 'snooze.too_long', detail: expect.stringContaining('15') },
      });
      await act('supervisor', incident, 'snooze', { minutes: 5 });
      await desk.fastForward('2 minutes');
      await act('supervisor', incident, 'snooze', { minutes: 5 });
      await desk.fastForward('2 minutes');
      const third = await act<ProblemView>('supervisor', incident, 'snooze', { minutes: 5 });
      expect(third).toMatchObject({ status: 409, body: { code: 'snooze.used_up' } });
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('counts once however often one person taps, and again when it is longer or somebody else’s', async () => {
      const incident = await desk.openIncident('quarrel');
      const snooze = async (who: StaffKey, minutes: number) =>
        (await act(who, incident, 'snooze', { minutes })).body.alarm;
      const taps = await Promise.all([snooze('supervisor', 5), snooze('supervisor', 5), snooze('supervisor', 5)]);
      expect(taps.map((alarm) => alarm.snooze?.left)).toEqual([1, 1, 1]);
      expect(new Set(taps.map(({ snoozedUntil }) => snoozedUntil)).size).toBe(1);
      expect(await entries(incident, 'incident.snoozed')).toHaveLength(1);
      const others = await snooze('manager', 5);
      expect(others).toMatchObject({ acknowledgedBy: { name: 'manager' }, snooze: { left: 0 } });
      /* None is left, but this is no further one. */
      expect(await snooze('manager', 5)).toMatchObject({ snoozedUntil: others.snoozedUntil, snooze: { left: 0 } });
      const longer = await act<ProblemView>('manager', incident, 'snooze', { minutes: 10 });
      expect(longer).toMatchObject({ status: 409, body: { code: 'snooze.used_up' } });
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('is over when something moves, or somebody takes it on', async () => {
      const incident = await desk.openIncident('quarrel');
      await act('supervisor', incident, 'snooze', { minutes: 5 });
      await act('floor', incident, 'comment', { text: '还在吵' });
      expect((await view(incident)).alarm.snoozedUntil).toBeNull();
      await act('supervisor', incident, 'snooze', { minutes: 5 });
      await act('manager', incident, 'acknowledge');
      expect((await view(incident)).alarm).toMatchObject({ snoozedUntil: null, acknowledgedBy: { name: 'manager' } });
      await desk.fastForward('6 minutes');
      expect(await calls(incident)).toHaveLength(1);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });
  });

  describe('a hand-over', () => {
    it('calls the colleague, who takes it on from the mail', async () => {
      const incident = await desk.openIncident('quarrel');
      await act('supervisor', incident, 'acknowledge');
      const to = await candidate('supervisor', incident, 'manager');
      const { body } = await act('supervisor', incident, 'hand-over', { to, note: '我在外面' });
      expect(body.alarm).toMatchObject({ state: 'calling', handedTo: { name: 'manager' } });
      expect((await calls(incident)).at(-1)).toBe('1 handed_over: manager');
      expect(await entries(incident, 'incident.handed_over')).toMatchObject([
        { data: { note: '我在外面', via: 'app' }, people: [{ name: 'manager' }] },
      ]);
      const mail = desk.mailTo('manager').findLast(({ text }) => text?.includes(incident.reference));
      expect(mail?.text).toContain('supervisor hands it over to you, with a note');
      for (const part of [mail?.text, mail?.html]) expect(part).not.toContain('我在外面');
      const taken = await answer('', { token: desk.tokenFor('manager', incident) });
      expect(taken.body).toMatchObject({ state: 'acknowledged', acknowledgedBy: { name: 'manager' } });
      expect((await view(incident)).alarm).toMatchObject({ state: 'acknowledged', handedTo: null });
      const back = await candidate('manager', incident, 'supervisor');
      await act('manager', incident, 'hand-over', { to: back });
      expect((await calls(incident)).at(-1)).toBe('1 handed_over: supervisor');
      expect((await act('supervisor', incident, 'acknowledge')).body.alarm.acknowledgedBy?.name).toBe('supervisor');
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('that is not taken calls the next level, and tells whoever gave it', async () => {
      const incident = await desk.openIncident('quarrel');
      await act('supervisor', incident, 'acknowledge');
      await act('supervisor', incident, 'hand-over', { to: await candidate('supervisor', incident, 'admin') });
      await act('floor', incident, 'comment', { text: '有进展也不算接手' });
      await desk.fastForward('5 minutes 1 second');
      expect((await calls(incident)).slice(1)).toEqual(['1 handed_over: admin', '2 not_taken: manager,supervisor']);
      expect(mails('supervisor', incident)).toBe(2);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('is to nobody who may not take it on, and not to oneself', async () => {
      const incident = await desk.openIncident('quarrel');
      const people = await desk.database.source.query<{ id: string; name: string }[]>(
        'SELECT id, name FROM app.person',
      );
      const idOf = (name: string) => people.find((one) => one.name === name)?.id;
      for (const name of ['floor', 'stranger', 'supervisor']) {
        const reply = await act<ProblemView>('supervisor', incident, 'hand-over', { to: idOf(name) });
        expect([name, reply.status, reply.body.code]).toEqual([name, 422, 'hand_over.not_possible']);
      }
      expect(await candidate('supervisor', incident, 'stranger')).toBeUndefined();
      expect(await candidate('supervisor', incident, 'floor')).toBeUndefined();
      await act('floor', incident, 'cancel', { reason: '误报' });
      const over = await act<ProblemView>('supervisor', incident, 'hand-over', { to: idOf('manager') });
      expect(over).toMatchObject({ status: 409, body: { code: 'incident.cancelled' } });
    });
  });

  describe('the link of a mail', () => {
    it('puts it off once, and answers a second click with what is', async () => {
      const incident = await desk.openIncident('quarrel');
      const token = desk.tokenFor('supervisor', incident);
      const refused = await answer('/snooze', { token, minutes: 60 });
      expect(refused).toMatchObject({ status: 409, body: { code: 'snooze.too_long' } });
      const first = await answer('/snooze', { token, minutes: 5 });
      expect(first).toMatchObject({ status: 200, body: { state: 'snoozed', candidates: [] } });
      const again = await answer('/snooze', { token, minutes: 15 });
      expect(again.body).toMatchObject({ state: 'snoozed', snoozedUntil: first.body.snoozedUntil });
      expect((await answer('', { token })).body.state).toBe('snoozed');
      expect(await entries(incident, 'incident.snoozed')).toHaveLength(1);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('says so when there was another call after somebody took it on', async () => {
      const incident = await desk.openIncident('quarrel');
      const token = desk.tokenFor('supervisor', incident);
      expect((await answer('', { token })).body.state).toBe('acknowledged');
      await act('floor', incident, 'escalate');
      expect((await answer('', { token })).body).toMatchObject({
        state: 'called_again',
        acknowledgedBy: { name: 'supervisor' },
      });
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('hands it over', async () => {
      const incident = await desk.openIncident('quarrel');
      const token = desk.tokenFor('supervisor', incident);
      const page = await desk.nobody().get<Page>('acknowledgements/current', { 'x-acknowledgement-token': token });
      const to = page.body.candidates.find(({ name }) => name === 'manager')?.id;
      const given = await answer('/hand-over', { token, to });
      await desk.settle();
      expect(given.body).toMatchObject({ state: 'handed_over', handedTo: { name: 'manager' } });
      expect(mails('manager', incident)).toBe(1);
      await desk.fastForward('5 minutes 1 second');
      expect((await calls(incident)).at(-1)).toBe('2 not_taken: manager,supervisor');
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('changes nothing however often it is opened or fetched ahead', async () => {
      const incident = await desk.openIncident('quarrel');
      const token = desk.tokenFor('supervisor', incident);
      const states = new Set<string>();
      for (let time = 0; time < 100; time += 1) {
        const headers = {
          'x-acknowledgement-token': token,
          ...(time % 2 && { purpose: 'prefetch', 'sec-purpose': 'prefetch' }),
        };
        states.add((await desk.nobody().get<Page>('acknowledgements/current', headers)).body.state);
        await desk.app.inject({ method: 'HEAD', url: '/api/v1/acknowledgements/current', headers });
        await desk.app.inject({ method: time % 2 ? 'GET' : 'HEAD', url: '/ack', headers });
      }
      expect([...states]).toEqual(['waiting']);
      expect((await view(incident)).alarm.state).toBe('calling');
      expect(await entries(incident, 'incident.acknowledged')).toEqual([]);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });
  });

  describe('an acknowledgement', () => {
    it('of two people at the same moment is one, and no error', async () => {
      const incident = await desk.openIncident('quarrel');
      const [supervisor, manager] = [await desk.as('supervisor'), await desk.as('manager')];
      const url = `incidents/${incident.id}/acknowledge`;
      const replies = await Promise.all([
        supervisor.post(url),
        manager.post(url),
        supervisor.post(url),
        manager.post(url),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(new Set(replies.map(({ body }) => body.alarm.acknowledgedBy?.name)).size).toBe(1);
      expect(await entries(incident, 'incident.acknowledged')).toHaveLength(1);
      await act('floor', incident, 'cancel', { reason: '误报' });
    });

    it('without progress comes back', async () => {
      const incident = await desk.openIncident('quarrel');
      await act('supervisor', incident, 'acknowledge');
      await desk.fastForward('29 minutes 30 seconds');
      expect(await calls(incident)).toHaveLength(1);
      await desk.fastForward('31 seconds');
      expect((await calls(incident)).at(-1)).toBe('2 no_progress: manager');
      expect((await view(incident)).alarm.state).toBe('calling');
      await act('floor', incident, 'cancel', { reason: '误报' });
    });
  });
}
