import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pushClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import { mailOf } from '../harness/staff';

describe('a call that cannot be delivered', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(async () => {
    await desk.close();
  });

  it('reaches the next level at once when the address is refused for good', async () => {
    desk.mailbox.refusals.set(mailOf('supervisor'), '550 no such user');
    const incident = await desk.openIncident('customer-falls');
    await desk.fastForward('1 second');
    expect(desk.mailTo('manager')).toHaveLength(1);
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
});
