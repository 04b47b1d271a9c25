import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pushClock } from '../harness/clock';
import { Escalations } from '@zenmeban/escalation';
import { Fire } from '@zenmeban/timers';
import { Desk } from '../harness/desk';
import { mailOf } from '../harness/staff';

describe('a call that cannot be delivered', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  /* Whoever was refused three times, over the stories before, would not be called any more. */
  beforeEach(() => desk.database.source.query(`UPDATE app.person SET bounces = 0`));
  afterAll(async () => {
    await desk.close();
  });

  it('reaches the next level at once when the address is refused for good', async () => {
    desk.mailbox.refusals.set(mailOf('supervisor'), '550 no such user');
    const incident = await desk.openIncident('customer-falls');
    await desk.fastForward('1 second');
    expect(desk.mailTo('manager')).toHaveLength(1);
    expect(desk.mailTo('manager')[0]?.text).toContain('Nobody of the levels before could be reached.');
    const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
    expect(body.escalations[0]?.calls.map(({ person, state }) => [person.name, state])).toEqual([
      ['supervisor', 'failed'],
      ['manager', 'accepted'],
    ]);
    desk.mailbox.refusals.clear();
  });

  it('is tried again, with the same Message-ID, when the server is busy', async () => {
    desk.mailbox.refusals.set(mailOf('supervisor'), '451 busy');
    await desk.openIncident('spilled-drink');
    desk.mailbox.refusals.clear();
    await desk.sweep();
    expect(desk.mailTo('supervisor')).toHaveLength(0);
    await pushClock(desk.database.source, '16 seconds');
    await desk.sweep();
    expect(desk.mailTo('supervisor')).toHaveLength(1);
    expect(desk.mailTo('supervisor')[0]?.messageId).toMatch(/^<ntf\./);
  });

  it('does not fall silent when nobody of any level could be reached', async () => {
    for (const key of ['supervisor', 'manager', 'admin'] as const) desk.mailbox.refusals.set(mailOf(key), '550 gone');
    const incident = await desk.openIncident('customer-falls');
    await desk.fastForward('1 second');
    const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
    expect(body.escalations[0]?.calls.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
    expect(body.alarm.state).toBe('calling');
    desk.mailbox.refusals.clear();
    const before = desk.mailTo('admin').length;
    await desk.fastForward('30 minutes 1 second');
    const reminded = desk.mailTo('admin').slice(before);
    expect(reminded.map(({ text }) => text)).toContainEqual(expect.stringContaining(incident.reference));
  });

  it('reaches the next level at once also when nothing moved after an acknowledgement', async () => {
    const incident = await desk.openIncident('customer-falls');
    await (await desk.as('supervisor')).post(`incidents/${incident.id}/acknowledge`);
    for (const { id } of incident.steps) await mute(id, incident.id);
    desk.mailbox.refusals.set(mailOf('manager'), '550 gone');
    await desk.fastForward('30 minutes 1 second');
    await desk.fastForward('1 second');
    desk.mailbox.refusals.clear();
    const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
    const chain = body.escalations.find(({ cause }) => cause === 'opened');
    expect(chain?.calls.map(({ person, state }) => [person.name, state])).toEqual([
      ['supervisor', 'accepted'],
      ['manager', 'failed'],
      ['admin', 'accepted'],
    ]);
  });

  it('leaves whoever took it on in peace when the call to a colleague comes back after that', async () => {
    const incident = await desk.openIncident('customer-falls');
    const supervisor = await desk.as('supervisor');
    await supervisor.post(`incidents/${incident.id}/acknowledge`);
    for (const { id } of incident.steps) await mute(id, incident.id);
    await desk.fastForward('30 minutes 1 second');
    const { body } = await supervisor.post(`incidents/${incident.id}/acknowledge`);
    const chain = body.escalations.find(({ cause }) => cause === 'opened');
    expect(chain?.level).toBe(2);
    const call = { incidentId: incident.id, escalationId: chain?.id ?? '', level: 2, reason: 'no_progress' as const };
    await desk.database.transaction((tx) => desk.app.get(Escalations).hurry(tx, call));
    await desk.fastForward('1 second');
    const { body: after } = await supervisor.get(`incidents/${incident.id}`);
    expect(after.escalations.find(({ cause }) => cause === 'opened')?.level).toBe(2);
  });

  it('does not skip a level because an older call comes back late', async () => {
    desk.mailbox.refusals.set(mailOf('supervisor'), '451 busy');
    const incident = await desk.openIncident('customer-falls');
    await pushClock(desk.database.source, '5 minutes 1 second');
    await desk.app.get(Fire).sweep(0);
    desk.mailbox.refusals.set(mailOf('supervisor'), '550 no such user');
    await desk.sweep();
    desk.mailbox.refusals.clear();
    const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
    const chain = body.escalations.find(({ cause }) => cause === 'opened');
    expect(chain?.calls.map(({ person, state }) => [person.name, state])).toEqual([
      ['supervisor', 'failed'],
      ['manager', 'accepted'],
    ]);
  });

  /** Leaves a step without its deadline, so that only the chain in question speaks. */
  const mute = (stepId: string, incidentId: string) =>
    desk.database.source.query(`UPDATE app.timer SET state = 'cancelled' WHERE key = $1 AND state = 'armed'`, [
      `step:${incidentId}:${stepId}`,
    ]);
});
