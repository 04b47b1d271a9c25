import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntryView, IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

const secret = '同事说客人推了她';

describe('a confidential step', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, playbooks: ['quarrel'] });
  });
  afterAll(() => desk.close());

  const quarrel = async () => {
    const { id } = await desk.openIncident('quarrel');
    return desk.complete(id, 'part-them', { nature: 'words' });
  };
  const stepOf = ({ steps }: IncidentView, stepId: string) => steps.find(({ id }) => id === stepId);
  const seenBy = async (who: StaffKey, id: string) => (await (await desk.as(who)).get(`incidents/${id}`)).body;
  const timelineOf = async (who: StaffKey, id: string) =>
    (await (await desk.as(who)).get<{ items: EntryView[] }>(`incidents/${id}/timeline`)).body.items;

  it('is completed and skipped only by its role or a higher one', async () => {
    const { id } = await quarrel();
    const floor = await desk.as('floor');
    for (const [act, body] of [
      ['complete', { answers: { account: secret } }],
      ['skip', { reason: secret }],
    ] as const) {
      const refused = await floor.post<ProblemView>(`incidents/${id}/steps/statement/${act}`, body);
      expect(refused).toMatchObject({ status: 403, body: { code: 'step.not_yours' } });
      expect(refused.body.detail).toContain('a supervisor or above');
    }
    const supervisor = await desk.as('supervisor');
    const forManager = `incidents/${id}/steps/measure/complete`;
    const refused = await supervisor.post<ProblemView>(
      forManager,
      { answers: { decided: secret } },
      {
        'accept-language': 'zh',
      },
    );
    expect(refused).toMatchObject({ status: 403, body: { code: 'step.not_yours' } });
    expect(refused.body.detail).toContain('经理及以上');
    const done = await supervisor.post(`incidents/${id}/steps/statement/complete`, { answers: { account: secret } });
    expect(done.status).toBe(200);
    expect((await (await desk.as('manager')).post(forManager, { answers: { decided: secret } })).status).toBe(200);
  });

  it('shows what was answered and noted to its role only, also in answers to what others do', async () => {
    const { id } = await quarrel();
    const supervisor = await desk.as('supervisor');
    const report = { answers: { account: secret }, note: secret };
    const { body: own } = await supervisor.post(`incidents/${id}/steps/statement/complete`, report);
    expect(stepOf(own, 'statement')).toMatchObject({ ...report, visibleTo: 'supervisor', hidden: false });

    const hidden = {
      answers: null,
      note: '',
      settledBy: null,
      dueAt: null,
      remindAt: null,
      visibleTo: 'supervisor',
      hidden: true,
    };
    expect(stepOf(await seenBy('floor', id), 'statement')).toMatchObject(hidden);
    const commented = await (await desk.as('floor')).post(`incidents/${id}/comment`, { text: '客人走了' });
    expect(stepOf(commented.body, 'statement')).toMatchObject(hidden);
    expect(stepOf(commented.body, 'part-them')).toMatchObject({ answers: { nature: 'words' }, hidden: false });
    expect(stepOf(await seenBy('manager', id), 'statement')).toMatchObject({ ...report, hidden: false });
    expect(stepOf(await seenBy('supervisor', id), 'measure')).toMatchObject({ visibleTo: 'manager', hidden: true });
  });

  it('shows hidden steps as one, so that none tells by its turn what was answered in another', async () => {
    const { id } = await quarrel();
    const states = async () => {
      const { steps, progress } = await seenBy('floor', id);
      return [...steps.filter(({ hidden }) => hidden).map(({ state }) => state), progress.settled];
    };
    const before = await states();
    expect(before.slice(0, 2)).toEqual(['ready', 'ready']);
    await (
      await desk.as('supervisor')
    ).post(`incidents/${id}/steps/statement/complete`, { answers: { account: secret } });
    expect(await states()).toEqual(before);
    await (await desk.as('manager')).post(`incidents/${id}/steps/measure/skip`, { reason: secret });
    expect((await states()).slice(0, 2)).toEqual(['done', 'done']);
    const { body } = await (await desk.as('floor')).get<{ items: IncidentView[] }>('incidents');
    expect(body.items.find((one) => one.id === id)?.progress).toEqual((await seenBy('floor', id)).progress);
  });

  it('is not mentioned in the timeline of others, not even that its turn came', async () => {
    const { id } = await quarrel();
    const report = { answers: { account: secret }, note: secret };
    await (await desk.as('supervisor')).post(`incidents/${id}/steps/statement/complete`, report);
    await (await desk.as('manager')).post(`incidents/${id}/steps/measure/skip`, { reason: secret });

    const told = (entries: readonly EntryView[]) => new Set(entries.map(({ data }) => data['stepId']));
    const floors = told(await timelineOf('floor', id));
    expect(floors.has('part-them')).toBe(true);
    expect(floors.has('statement') || floors.has('measure')).toBe(false);
    expect(JSON.stringify(await timelineOf('floor', id))).not.toContain(secret);

    const managers = await timelineOf('manager', id);
    expect(managers.find(({ kind }) => kind === 'step.skipped')?.data).toEqual({ stepId: 'measure', reason: secret });
    const supervisors = await timelineOf('supervisor', id);
    expect(JSON.stringify(supervisors)).toContain(`"note":"${secret}"`);
    expect(told(supervisors).has('measure')).toBe(false);
  });

  it('keeps staff from resolving while it is required and open', async () => {
    const { id } = await quarrel();
    const floor = await desk.as('floor');
    const refused = await floor.post<ProblemView>(`incidents/${id}/resolve`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'incident.required_steps_open' } });
    expect(refused.body.errors?.map(({ path }) => path)).toEqual(['steps.statement']);
    const supervisor = await desk.as('supervisor');
    await supervisor.post(`incidents/${id}/steps/statement/complete`, { answers: { account: secret } });
    expect((await floor.post(`incidents/${id}/resolve`)).body.status).toBe('resolved');
  });

  it('reminds who supervises then, not whoever opened the incident', async () => {
    const { reference } = await quarrel();
    await desk.fastForward('91 minutes');
    const reminded = (who: StaffKey) =>
      desk.mailTo(who).filter(({ text, subject }) => text?.includes(reference) && subject?.startsWith('快到时限'));
    expect(reminded('supervisor')).toHaveLength(1);
    expect(reminded('floor')).toEqual([]);
  });

  it('is played by whoever opened a drill, so that it can be ended', async () => {
    const { id } = await desk.openDrill('quarrel');
    const finished = await desk.finishSteps(id, { account: '演练' });
    expect(stepOf(finished, 'statement')).toMatchObject({ state: 'done', answers: { account: '演练' }, hidden: false });
    expect((await (await desk.as('floor')).post(`incidents/${id}/resolve`)).body.status).toBe('resolved');
  });
});
