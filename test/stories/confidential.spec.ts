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

    const hidden = { state: 'done', answers: null, note: '', visibleTo: 'supervisor', hidden: true };
    expect(stepOf(await seenBy('floor', id), 'statement')).toMatchObject(hidden);
    const commented = await (await desk.as('floor')).post(`incidents/${id}/comment`, { text: '客人走了' });
    expect(stepOf(commented.body, 'statement')).toMatchObject(hidden);
    expect(stepOf(commented.body, 'part-them')).toMatchObject({ answers: { nature: 'words' }, hidden: false });
    expect(stepOf(await seenBy('manager', id), 'statement')).toMatchObject({ ...report, hidden: false });
    expect(stepOf(await seenBy('supervisor', id), 'measure')).toMatchObject({ visibleTo: 'manager', hidden: true });
  });

  it('leaves answers, note and reason out of the timeline of others', async () => {
    const { id } = await quarrel();
    const at = (await desk.database.now()).toISOString();
    const report = { answers: { account: secret }, note: secret, at };
    await (await desk.as('supervisor')).post(`incidents/${id}/steps/statement/complete`, report);
    await (await desk.as('manager')).post(`incidents/${id}/steps/measure/skip`, { reason: secret });

    const entries = await timelineOf('floor', id);
    expect(JSON.stringify(entries)).not.toContain(secret);
    expect(entries.find(({ data }) => data['stepId'] === 'statement' && data['hidden'])).toMatchObject({
      kind: 'step.done',
      data: { stepId: 'statement', doneAt: at, hidden: true },
    });
    expect(entries.find(({ kind }) => kind === 'step.skipped')?.data).toEqual({ stepId: 'measure', hidden: true });

    const managers = await timelineOf('manager', id);
    expect(managers.find(({ kind }) => kind === 'step.skipped')?.data).toEqual({ stepId: 'measure', reason: secret });
    const supervisors = JSON.stringify(await timelineOf('supervisor', id));
    expect(supervisors).toContain(`"note":"${secret}"`);
    expect(supervisors).not.toContain(`"reason":"${secret}"`);
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
