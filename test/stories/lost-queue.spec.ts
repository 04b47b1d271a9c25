import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from '../harness/desk';
import { pushClock } from '../harness/clock';

describe('an escalation whose queue is gone', () => {
  let desk: Desk;
  beforeAll(async () => {
    /* A Redis that nobody listens on. */
    desk = await Desk.open({ redisUrl: 'redis://127.0.0.1:1' });
  });
  afterAll(async () => {
    await desk.close();
  });

  it('is fired and sent by the sweepers, once', async () => {
    const floor = await desk.as('floor');
    const opened = await floor.post('incidents', { playbook: 'customer-falls' });
    expect(opened.status).toBe(201);
    expect(desk.mailTo('supervisor')).toHaveLength(0);
    await Promise.all([desk.sweep(), desk.sweep()]);
    expect(desk.mailTo('supervisor')).toHaveLength(1);
    await pushClock(desk.database.source, '5 minutes 1 second');
    await Promise.all([desk.sweep(), desk.sweep()]);
    expect(desk.mailTo('manager')).toHaveLength(1);
    const fired = await desk.database.source.query<{ fired_by: string }[]>(
      `SELECT DISTINCT fired_by FROM app.timer WHERE fired_by IS NOT NULL`,
    );
    expect(fired).toEqual([{ fired_by: 'sweep' }]);
  });
});
