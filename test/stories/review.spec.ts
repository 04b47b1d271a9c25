import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complained, complaintAnswers } from '../harness/answers';
import type { IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';

describe('the review of an incident', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  const review = async (who: 'floor' | 'supervisor' | 'stranger', { id }: Pick<IncidentView, 'id'>, body: object) =>
    (await desk.as(who)).send<IncidentView & ProblemView>('PUT', `incidents/${id}/review`, body, {});

  it('is written by supervisors, seen with what was answered, and stands in the timeline', async () => {
    const incident = await desk.openIncident('complaint');
    await desk.finishSteps(incident.id, complaintAnswers, 'supervisor');
    expect(await review('floor', incident, {})).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await review('stranger', incident, {})).toMatchObject({ status: 404, body: { code: 'incident.unknown' } });
    const { body } = await review('supervisor', incident, { cause: 'process', note: '流程' });
    expect(body).toMatchObject({ review: { note: '流程', by: { name: 'supervisor' }, missing: [] } });
    const again = await review('supervisor', incident, { cause: 'process', note: '流程' });
    expect(again.status).toBe(200);
    type Entries = { items: { kind: string; data: object }[] };
    const entriesOf = async (who: 'floor' | 'supervisor') =>
      (await (await desk.as(who)).get<Entries>(`incidents/${incident.id}/timeline`)).body.items
        .filter(({ kind }) => kind === 'incident.reviewed')
        .map(({ data }) => data);
    expect(await entriesOf('supervisor')).toEqual([
      { before: { cause: null, note: '' }, after: { cause: 'process', note: '流程' } },
    ]);
    expect(await entriesOf('floor')).toEqual([{ before: { cause: null }, after: { cause: 'process' } }]);
    const seen = (
      await (await desk.as('floor')).get<{ review: { note: string; fields: object[] } }>(`incidents/${incident.id}`)
    ).body.review;
    expect(seen.note).toBe('');
    expect(seen.fields).toContainEqual(
      expect.objectContaining({ field: 'cause', answered: 'staffing', value: 'process' }),
    );
  });

  it('takes only options of its playbook, and says all that is wrong at once', async () => {
    const incident = await desk.openIncident('spilled-drink');
    const refused = await review('supervisor', incident, { cause: 'weather', justified: 'yes', note: '' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
    expect(refused.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['cause', 'not_an_option'],
      ['justified', 'not_asked'],
    ]);
  });

  it('cannot be written of an incident that was cancelled', async () => {
    const incident = await desk.openIncident('gift');
    await (await desk.as('floor')).post(`incidents/${incident.id}/cancel`, { reason: '误报' });
    expect(await review('supervisor', incident, { note: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'incident.cancelled' },
    });
  });

  it('says what the register of a complaint still lacks, and keeps nobody from closing it', async () => {
    const incident = await desk.openIncident('complaint');
    await desk.database.source.query(
      `UPDATE app.incident SET status = 'resolved', resolved_at = app.app_now() WHERE id = $1`,
      [incident.id],
    );
    const supervisor = await desk.as('supervisor');
    const missing = async () =>
      (await supervisor.get<{ review: { missing: string[] } }>(`incidents/${incident.id}`)).body.review.missing;
    expect(await missing()).toEqual(['category', 'cause', 'justified', 'remedy']);
    const { category, cause, justified } = complained;
    await review('supervisor', incident, { category, cause, justified });
    expect(await missing()).toEqual(['remedy']);
    expect((await supervisor.post<ProblemView>(`incidents/${incident.id}/close`)).status).toBe(200);
  });
});

describe('the review of what confidential steps ask', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, playbooks: ['quarrel'] });
  });
  afterAll(() => desk.close());

  type Seen = { review: { fields: { field: string; answered: string | null; value: string | null }[] } };

  it('is seen and changed only by those who may see the step', async () => {
    const { id } = await desk.openIncident('quarrel');
    await desk.complete(id, 'part-them', { nature: 'words' });
    const supervisor = await desk.as('supervisor');
    const manager = await desk.as('manager');
    const floor = await desk.as('floor');
    const put = (who: typeof manager, body: object) =>
      who.send<Seen & ProblemView>('PUT', `incidents/${id}/review`, body, {});
    await supervisor.post(`incidents/${id}/steps/statement/complete`, { answers: { account: 'x', cause: 'conduct' } });

    expect((await put(manager, { cause: 'staffing', remedy: 'apology' })).status).toBe(200);
    const refused = await put(supervisor, { remedy: 'none', cause: 'weather' });
    expect(refused.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['remedy', 'confidential'],
      ['cause', 'not_an_option'],
    ]);
    expect((await put(supervisor, { cause: 'process' })).body.review.fields).toEqual([
      expect.objectContaining({ field: 'cause', answered: 'conduct', value: 'process' }),
    ]);
    const { body } = await manager.get<Seen>(`incidents/${id}`);
    expect(body.review.fields).toContainEqual(expect.objectContaining({ field: 'remedy', value: 'apology' }));

    expect((await floor.get<Seen>(`incidents/${id}`)).body.review.fields).toEqual([]);
    const kinds = async (who: typeof floor) =>
      (await who.get<{ items: { kind: string; data: object }[] }>(`incidents/${id}/timeline`)).body.items
        .filter(({ kind }) => kind === 'incident.reviewed')
        .map(({ data }) => data);
    expect(await kinds(floor)).toEqual([]);
    expect(await kinds(supervisor)).toEqual([
      { before: { cause: null }, after: { cause: 'staffing' } },
      { before: { cause: 'staffing' }, after: { cause: 'process' } },
    ]);
  });
});
