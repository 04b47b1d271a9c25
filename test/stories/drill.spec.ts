import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { EntryView, IncidentView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';
import { seriousFall } from './fall.story';

describe('a drill', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  const rows = async (table: string, incidentId: string) =>
    (await desk.database.source.query<unknown[]>(`SELECT 1 FROM app.${table} WHERE incident_id = $1`, [incidentId]))
      .length;
  const listed = async (who: StaffKey, query: string) => {
    const { body } = await (await desk.as(who)).get<{ items: IncidentView[] }>(`incidents?${query}`);
    return body.items.map(({ id }) => id);
  };

  it('calls, assigns and reminds nobody, whatever is done and however late it gets', async () => {
    const { id, reference } = await desk.openDrill('customer-falls');
    const floor = await desk.as('floor');
    expect((await floor.post(`incidents/${id}/escalate`)).status).toBe(200);
    await desk.fastForward('1 hour');
    const finished = await desk.finishSteps(id, seriousFall);
    expect(finished.steps.map(({ state }) => state)).not.toContain('ready');
    expect(finished.steps.filter(({ assignee }) => assignee !== null)).toEqual([]);
    expect(finished.alarm.state).toBe('none');
    expect((await floor.post(`incidents/${id}/resolve`)).body.status).toBe('resolved');
    const supervisor = await desk.as('supervisor');
    expect((await supervisor.post(`incidents/${id}/reopen`, { reason: '再练一次' })).status).toBe(200);
    await desk.fastForward('2 days');
    for (const table of ['timer', 'escalation', 'notification'])
      expect([table, await rows(table, id)]).toEqual([table, 0]);
    expect(desk.mailbox.mails.filter(({ text }) => text?.includes(reference))).toEqual([]);
  });

  it('watches no step that is opened again with time left', async () => {
    const { id } = await desk.openDrill('gift');
    const supervisor = await desk.as('supervisor');
    await desk.database.source.query(`UPDATE app.incident SET status = 'resolved' WHERE id = $1`, [id]);
    expect((await supervisor.post(`incidents/${id}/reopen`, { reason: '再练一次' })).status).toBe(200);
    const { body } = await supervisor.get(`incidents/${id}`);
    expect(body.steps.some(({ state, dueAt }) => state === 'ready' && dueAt !== null)).toBe(true);
    expect(await rows('timer', id)).toBe(0);
  });

  it('has a reference of its own and takes no number from what did happen', async () => {
    const before = await desk.openIncident('gift');
    const drills = [await desk.openDrill('gift'), await desk.openDrill('gift')];
    const after = await desk.openIncident('gift');
    const [first = 0, second = 0] = drills.map(({ reference }) => Number(/^BJ1-\d{8}-P(\d{3})$/.exec(reference)?.[1]));
    expect(second).toBe(first + 1);
    const numberOf = ({ reference }: IncidentView) => Number(reference.split('-')[2]);
    expect(numberOf(after)).toBe(numberOf(before) + 1);
  });

  it('says so in its record', async () => {
    const { id, drill } = await desk.openDrill('gift');
    expect(drill).toBe(true);
    const { body } = await (await desk.as('floor')).get<{ items: EntryView[] }>(`incidents/${id}/timeline`);
    expect(body.items[0]).toMatchObject({ kind: 'incident.opened', data: { drill: true } });
  });

  it('is seen by whoever opened it and by supervisors, in no list but that of drills', async () => {
    const { id, reference } = await desk.openDrill('customer-falls');
    const statusFor = async (who: StaffKey) => (await (await desk.as(who)).get(`incidents/${id}`)).status;
    expect(await Promise.all((['floor', 'supervisor', 'manager', 'admin'] as const).map(statusFor))).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await Promise.all((['colleague', 'facilities', 'stranger'] as const).map(statusFor))).toEqual([
      404, 404, 404,
    ]);
    for (const query of ['', 'drill=false', `q=${reference}`, 'status=open', 'unacknowledged=true'])
      expect([query, (await listed('floor', query)).includes(id)]).toEqual([query, false]);
    for (const who of ['floor', 'supervisor', 'admin'] as const) expect(await listed(who, 'drill=true')).toContain(id);
    for (const who of ['colleague', 'stranger'] as const) expect(await listed(who, 'drill=true')).not.toContain(id);
  });

  it('lists drills only where drills are asked for', async () => {
    const real = await desk.openIncident('gift');
    expect(await listed('supervisor', 'drill=true')).not.toContain(real.id);
    expect(await listed('supervisor', '')).toContain(real.id);
  });

  it('is practice of its playbook for whoever ends it, and for nobody else', async () => {
    const practisedBy = async (who: StaffKey) =>
      (await (await desk.as(who)).get<{ practisedAt: string | null }>('playbooks/spilled-drink')).body.practisedAt;
    const { id } = await desk.openDrill('spilled-drink');
    await desk.finishSteps(id, {});
    expect(await practisedBy('floor')).toBeNull();
    expect((await (await desk.as('floor')).post(`incidents/${id}/resolve`)).status).toBe(200);
    expect(await practisedBy('floor')).not.toBeNull();
    expect(await practisedBy('supervisor')).toBeNull();
  });

  it('does not become an incident when the same id is sent again without it', async () => {
    const id = v7();
    await desk.openIncident('gift', { id, drill: true });
    const floor = await desk.as('floor');
    const again = await floor.post<{ code: string }>('incidents', { id, playbook: 'gift' });
    expect(again).toMatchObject({ status: 409, body: { code: 'incident.id_taken' } });
    expect((await floor.post('incidents', { id, playbook: 'gift', drill: true })).status).toBe(200);
  });
});
