import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fire } from '@zenmeban/timers';
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

  it('is not kept waiting by another incident that somebody holds, and that one fires once it is free', async () => {
    const floor = await desk.as('floor');
    const { body: held } = await floor.post('incidents', { playbook: 'customer-falls' });
    const { body: other } = await floor.post('incidents', { playbook: 'customer-falls' });
    const callOf = async (incidentId: string) => {
      const [timer] = await desk.database.source.query<{ gen: number; failures: number }[]>(
        `SELECT gen, failures FROM app.timer WHERE incident_id = $1 AND kind = 'escalation' AND state = 'armed'`,
        [incidentId],
      );
      return timer;
    };
    const holder = desk.database.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`SELECT 1 FROM app.incident WHERE id = $1 FOR UPDATE`, [held.id]);
    await desk.app.get(Fire).sweep(0);
    expect(await callOf(other.id)).toEqual({ gen: 2, failures: 0 });
    expect(await callOf(held.id)).toEqual({ gen: 1, failures: 0 });
    await holder.rollbackTransaction();
    await holder.release();
    await desk.sweep();
    expect(await callOf(held.id)).toEqual({ gen: 2, failures: 0 });
  });

  it('ignores a wake-up for what was armed anew', async () => {
    const floor = await desk.as('floor');
    const { body: incident } = await floor.post('incidents', { playbook: 'customer-falls' });
    const [timer] = await desk.database.source.query<{ id: string; gen: number }[]>(
      `SELECT id, gen FROM app.timer WHERE incident_id = $1 AND kind = 'escalation'`,
      [incident.id],
    );
    const { id = '', gen = 0 } = timer ?? {};
    const fire = desk.app.get(Fire);
    expect(await fire.fire(id, gen, 'hint')).toBe(true);
    await pushClock(desk.database.source, '5 minutes 1 second');
    expect(await fire.fire(id, gen, 'hint')).toBe(false);
    expect(await fire.fire(id, gen + 1, 'hint')).toBe(true);
    await desk.sweep();
  });
});

describe('a process that serves', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: 'redis://127.0.0.1:1', engine: 'all' });
  });
  afterAll(async () => {
    await desk.close();
  });

  it('escalates within 15 s by itself when the queue is gone', async () => {
    const floor = await desk.as('floor');
    await floor.post('incidents', { playbook: 'customer-falls' });
    const deadline = performance.now() + 15_000;
    while (desk.mailTo('supervisor').length === 0 && performance.now() < deadline)
      await new Promise((soon) => setTimeout(soon, 100));
    expect(desk.mailTo('supervisor')).toHaveLength(1);
  }, 20_000);
});
