import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fire } from '@zenmeban/timers';
import type { EntryView, IncidentView } from '../harness/client';
import { pushClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import { mailOf, type StaffKey } from '../harness/staff';

const hours = (count: number) => count * 3_600_000;

describe('a promised reply', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, playbooks: ['promised-reply'] });
  });
  afterAll(() => desk.close());

  /** An incident whose reply was promised so much later; the other step is out of the way. */
  const promised = async (inMs: number) => {
    const { id, reference } = await desk.openIncident('promised-reply');
    await desk.complete(id, 'mend-bell', {}, 'facilities');
    const replyAt = new Date((await desk.database.now()).getTime() + inMs);
    await desk.complete(id, 'note', { 'reply-at': replyAt.toISOString() });
    return { id, reference, replyAt };
  };
  const mails = (who: StaffKey, { reference }: Pick<IncidentView, 'reference'>, subject: string) =>
    desk.mailTo(who).filter((mail) => mail.text?.includes(reference) && mail.subject?.startsWith(subject));
  const reminders = (who: StaffKey, incident: Pick<IncidentView, 'reference'>) => mails(who, incident, '快到时限');
  const armed = (incidentId: string) =>
    desk.database.source.query<unknown[]>(`SELECT key FROM app.timer WHERE incident_id = $1 AND state = 'armed'`, [
      incidentId,
    ]);
  const remindersIn = async (id: string) => {
    const { body } = await (await desk.as('floor')).get<{ items: EntryView[] }>(`incidents/${id}/timeline`);
    return body.items.filter(({ kind }) => kind === 'step.reminded');
  };

  it('is due when it was promised', async () => {
    const { id, replyAt } = await promised(hours(2));
    const { body } = await (await desk.as('floor')).get(`incidents/${id}`);
    expect(body.steps.find((step) => step.id === 'reply')?.dueAt).toBe(replyAt.toISOString());
  });

  it('is reminded of once, in the time of the site, and called for when the time has come', async () => {
    const incident = await promised(hours(2));
    const remindAt = async () => {
      const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
      return body.steps.flatMap((step) => (step.remindAt === null ? [] : [[step.id, step.remindAt]]));
    };
    expect(await remindAt()).toEqual([['reply', new Date(incident.replyAt.getTime() - hours(0.5)).toISOString()]]);
    await desk.fastForward('89 minutes');
    expect(reminders('floor', incident)).toEqual([]);
    await desk.fastForward('2 minutes');
    expect(reminders('floor', incident)).toHaveLength(1);
    expect(await remindAt()).toEqual([]);
    const [{ text = '' } = {}] = reminders('floor', incident);
    const inBeijing = new Date(incident.replyAt.getTime() + hours(8)).toISOString().slice(11, 16);
    expect(text).toMatch(new RegExp(`请在 .* ${inBeijing} \\(GMT\\+8\\) 前完成这一步`));
    expect(await remindersIn(incident.id)).toMatchObject([
      { data: { stepId: 'reply', dueAt: incident.replyAt.toISOString() }, people: [{ name: 'floor' }] },
    ]);
    expect(desk.mailTo('supervisor').filter((mail) => mail.text?.includes(incident.reference))).toEqual([]);

    await desk.fastForward('30 minutes');
    expect(mails('supervisor', incident, '【一般】步骤超时')).toHaveLength(1);
    await desk.fastForward('1 day');
    expect(reminders('floor', incident)).toHaveLength(1);
    expect(await remindersIn(incident.id)).toHaveLength(1);
  });

  it('is neither reminded of nor called for when it was settled in time', async () => {
    const incident = await promised(hours(2));
    await desk.complete(incident.id, 'reply');
    expect(await armed(incident.id)).toEqual([]);
    await desk.fastForward('1 day');
    expect(reminders('floor', incident)).toEqual([]);
    expect(desk.mailTo('supervisor').filter((mail) => mail.text?.includes(incident.reference))).toEqual([]);
    expect(await remindersIn(incident.id)).toEqual([]);
  });

  it('is not reminded of when less time is left than the reminder takes', async () => {
    const incident = await promised(20 * 60_000);
    await desk.fastForward('1 day');
    expect(reminders('floor', incident)).toEqual([]);
    expect(mails('supervisor', incident, '【一般】步骤超时').length).toBeGreaterThan(0);
  });

  it('is not reminded of after the incident ended, but is when it was opened again', async () => {
    const incident = await promised(hours(4));
    const floor = await desk.as('floor');
    await floor.post(`incidents/${incident.id}/resolve`);
    await (await desk.as('supervisor')).post(`incidents/${incident.id}/reopen`, { reason: '还没答复' });
    await floor.post(`incidents/${incident.id}/resolve`);
    await desk.fastForward('1 hour');
    await (await desk.as('supervisor')).post(`incidents/${incident.id}/reopen`, { reason: '还没答复' });
    expect(reminders('floor', incident)).toEqual([]);
    await desk.fastForward('151 minutes');
    expect(reminders('floor', incident)).toHaveLength(1);
  });

  it('ends with the incident', async () => {
    const incident = await promised(hours(4));
    await (await desk.as('floor')).post(`incidents/${incident.id}/cancel`, { reason: '误报' });
    await desk.fastForward('1 day');
    expect(reminders('floor', incident)).toEqual([]);
    expect(await remindersIn(incident.id)).toEqual([]);
  });

  it('is reminded of once, however many wake-ups arrive at once', async () => {
    const incident = await promised(hours(2));
    const [[timer]] = await desk.database.source.query<[{ id: string; gen: number }[], number]>(
      `UPDATE app.timer SET due_at = app.app_now() WHERE key = $1 RETURNING id, gen`,
      [`reminder:${incident.id}:reply`],
    );
    const { id = '', gen = 0 } = timer ?? {};
    const fire = desk.app.get(Fire);
    const fired = await Promise.all(Array.from({ length: 5 }, () => fire.fire(id, gen, 'sweep')));
    expect(fired.filter(Boolean)).toHaveLength(1);
    await desk.settle();
    expect(reminders('floor', incident)).toHaveLength(1);
  });

  it('takes the reminder back when it was settled before the mail could leave', async () => {
    const incident = await promised(hours(2));
    desk.mailbox.refusals.set(mailOf('floor'), '451 busy');
    await desk.fastForward('91 minutes');
    expect(await remindersIn(incident.id)).toHaveLength(1);
    await desk.complete(incident.id, 'reply');
    desk.mailbox.refusals.clear();
    await pushClock(desk.database.source, '16 seconds');
    await desk.sweep();
    expect(reminders('floor', incident)).toEqual([]);
    const notices = await desk.database.source.query<{ state: string }[]>(
      `SELECT state FROM app.notification WHERE incident_id = $1 AND template = 'step-reminder'`,
      [incident.id],
    );
    expect(notices).toEqual([{ state: 'withdrawn' }]);
  });

  it('is for its owner where the step has one, also when it is ready from the first moment', async () => {
    const incident = await desk.openIncident('promised-reply');
    await desk.fastForward('51 minutes');
    expect(reminders('facilities', incident)).toHaveLength(1);
    expect(reminders('floor', incident)).toEqual([]);
  });
});
