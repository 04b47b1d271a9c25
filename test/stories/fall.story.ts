import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fire } from '@zenmeban/timers';
import { Desk, type DeskOptions } from '../harness/desk';

/* What a fall asks; each step takes the answers that belong to it. */
export const seriousFall = {
  'danger-signs': false,
  injury: 'serious',
  'doctor-wanted': true,
  cause: 'wet-floor',
  'repair-result': 'fixed',
  who: 'child',
  treatment: 'hospital',
};

/** The main job, told once and run on each queue backend. */
export function tellTheFall(options: DeskOptions): void {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(options);
  });
  afterAll(async () => {
    await desk.close();
  });

  const firedBy = (incidentId: string) =>
    desk.database.source.query<{ fired_by: string }[]>(
      `SELECT DISTINCT fired_by FROM app.timer WHERE incident_id = $1 AND fired_by IS NOT NULL`,
      [incidentId],
    );

  describe('when a child falls', () => {
    it('mails the supervisor on duty at once, woken by the queue', async () => {
      const before = desk.mailTo('supervisor').length;
      const incident = await desk.openIncident('customer-falls', { place: 'hall' });
      expect(incident.reference).toMatch(/^BJ1-\d{8}-\d{3}$/);
      expect(desk.mailTo('supervisor')).toHaveLength(before + 1);
      expect(desk.mailTo('manager')).toHaveLength(0);
      expect(await firedBy(incident.id)).toEqual([{ fired_by: 'hint' }]);
    });

    it('calls level after level when nobody acknowledges, each person once', async () => {
      const incident = await desk.openIncident('customer-falls');
      const called = async () => {
        const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
        const chain = body.escalations.find(({ cause }) => cause === 'opened');
        return chain?.calls.map(({ person, state }) => `${person.name}: ${state}`);
      };
      await desk.fastForward('4 minutes 50 seconds');
      expect(await called()).toEqual(['supervisor: accepted']);
      await desk.fastForward('11 seconds');
      expect(await called()).toEqual(['supervisor: accepted', 'manager: accepted']);
      await desk.fastForward('10 minutes 1 second');
      expect(await called()).toEqual(['supervisor: accepted', 'manager: accepted', 'admin: accepted']);
      await desk.fastForward('29 minutes 30 seconds');
      expect(await called()).toHaveLength(3);
      expect(desk.mailTo('admin').map(({ text }) => text)).toContainEqual(expect.stringContaining(incident.reference));
      expect(await firedBy(incident.id)).toEqual([{ fired_by: 'hint' }]);
    });

    /** Makes the next call due so many milliseconds from now, as if it had been handed to the queue already. */
    const dueIn = async (incidentId: string, milliseconds: number) => {
      const [[timer]] = await desk.database.source.query<[{ id: string; gen: number }[], number]>(
        `UPDATE app.timer SET due_at = app.app_now() + make_interval(secs => $2), hinted_gen = gen
         WHERE incident_id = $1 AND kind = 'escalation' RETURNING id, gen`,
        [incidentId, milliseconds / 1_000],
      );
      return { id: timer?.id ?? '', gen: timer?.gen ?? 0 };
    };
    const levelOf = async (incidentId: string) => {
      const { body } = await (await desk.as('floor')).get(`incidents/${incidentId}`);
      return body.escalations.find(({ cause }) => cause === 'opened')?.level;
    };

    it('is called for by the queue although its first wake-up came a moment early', async () => {
      const incident = await desk.openIncident('customer-falls');
      const { id, gen } = await dueIn(incident.id, 1_000);
      expect(await desk.app.get(Fire).fire(id, gen, 'hint')).toBe(false);
      await desk.database.source.query('SELECT pg_sleep(1)');
      await desk.settle();
      expect(await firedBy(incident.id)).toEqual([{ fired_by: 'hint' }]);
      expect(await levelOf(incident.id)).toBe(2);
    });

    it('is called for as soon as whoever works on the incident lets go of it', async () => {
      const incident = await desk.openIncident('customer-falls');
      const { id, gen } = await dueIn(incident.id, 0);
      const holder = desk.database.source.createQueryRunner();
      await holder.startTransaction();
      await holder.query(`SELECT 1 FROM app.incident WHERE id = $1 FOR UPDATE`, [incident.id]);
      const firing = desk.app.get(Fire).fire(id, gen, 'hint');
      await holder.query('SELECT pg_sleep(0.2)');
      await holder.rollbackTransaction();
      await holder.release();
      expect(await firing).toBe(true);
      await desk.settle();
      expect(await levelOf(incident.id)).toBe(2);
    });

    it('calls the last level again, at the pace of the policy, while nobody has ever answered', async () => {
      const incident = await desk.openIncident('customer-falls');
      await desk.fastForward('5 minutes 1 second');
      await desk.fastForward('10 minutes 1 second');
      const called = async () => {
        const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
        const chain = body.escalations.find(({ cause }) => cause === 'opened');
        return chain?.calls.map(({ person }) => person.name);
      };
      await desk.fastForward('30 minutes 1 second');
      expect(await called()).toEqual(['supervisor', 'manager', 'admin', 'admin']);
      await desk.fastForward('30 minutes 1 second');
      expect(await called()).toHaveLength(5);
      await (await desk.as('supervisor')).post(`incidents/${incident.id}/cancel`, { reason: '误报' });
      await desk.fastForward('1 hour');
      expect(await called()).toHaveLength(5);
    });

    it('is acknowledged from the mail by a POST alone, once', async () => {
      const incident = await desk.openIncident('customer-falls');
      const token = desk.tokenFor('supervisor', incident);
      const anybody = desk.nobody();
      const looked = await anybody.get<{ state: string }>('acknowledgements/current', {
        'x-acknowledgement-token': token,
      });
      expect(looked.body.state).toBe('waiting');
      expect((await (await desk.as('floor')).get(`incidents/${incident.id}`)).body.alarm.state).toBe('calling');

      const acted = await anybody.post<{ state: string; acknowledgedBy: { name: string } }>('acknowledgements', {
        token,
      });
      expect(acted.body).toMatchObject({ state: 'acknowledged', acknowledgedBy: { name: 'supervisor' } });
      const again = await anybody.post<{ state: string }>('acknowledgements', { token });
      expect(again).toMatchObject({ status: 200, body: { state: 'acknowledged' } });
      const entries = await (
        await desk.as('floor')
      ).get<{ items: { kind: string }[] }>(`incidents/${incident.id}/timeline`);
      expect(entries.body.items.filter(({ kind }) => kind === 'incident.acknowledged')).toHaveLength(1);

      const managerBefore = desk.mailTo('manager').length;
      await desk.fastForward('6 minutes');
      expect(desk.mailTo('manager')).toHaveLength(managerBefore);
    });

    it('calls the next level when an acknowledged incident does not move, who can take it on in turn', async () => {
      const incident = await desk.openIncident('customer-falls');
      await (await desk.as('supervisor')).post(`incidents/${incident.id}/acknowledge`);
      const before = desk.mailTo('manager').length;
      await desk.fastForward('31 minutes');
      expect(desk.mailTo('manager').length).toBeGreaterThan(before);
      const token = desk.tokenFor('manager', incident);
      const taken = await desk.nobody().post<{ state: string; acknowledgedBy: object }>('acknowledgements', { token });
      expect(taken.body).toMatchObject({ state: 'acknowledged', acknowledgedBy: { name: 'manager' } });
      const { body } = await (await desk.as('manager')).get(`incidents/${incident.id}`);
      expect(body.alarm).toMatchObject({ state: 'acknowledged', acknowledgedBy: { name: 'manager' } });
    });

    it('runs to its end: steps, resolution, sign-off, and then nobody is called any more', async () => {
      const incident = await desk.openIncident('customer-falls');
      const supervisor = await desk.as('supervisor');
      await supervisor.post(`incidents/${incident.id}/acknowledge`);
      const facilitiesBefore = desk.mailTo('facilities').length;
      const finished = await desk.finishSteps(incident.id, seriousFall);
      expect(finished.steps.filter(({ state }) => state === 'waiting' || state === 'ready')).toEqual([]);
      expect(desk.mailTo('facilities')).toHaveLength(facilitiesBefore + 1);
      const floor = await desk.as('floor');
      expect((await floor.post(`incidents/${incident.id}/resolve`)).body.status).toBe('resolved');
      expect((await floor.post(`incidents/${incident.id}/close`)).status).toBe(403);
      expect((await supervisor.post(`incidents/${incident.id}/close`)).body.status).toBe('closed');
      const mailsBefore = desk.mailbox.mails.length;
      await desk.fastForward('2 days');
      const later = desk.mailbox.mails.slice(mailsBefore).filter(({ text }) => text?.includes(incident.reference));
      expect(later).toEqual([]);
    });

    it('lets everybody rest while what is left has until tomorrow, and calls when tomorrow passes', async () => {
      const incident = await desk.openIncident('customer-falls');
      await (await desk.as('supervisor')).post(`incidents/${incident.id}/acknowledge`);
      const untilTomorrow = new Set(['follow-up', 'tell-insurer']);
      for (;;) {
        const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
        const step = body.steps.find(({ id, state }) => state === 'ready' && !untilTomorrow.has(id));
        if (!step) break;
        await desk.complete(incident.id, step.id, seriousFall);
      }
      await (await desk.as('supervisor')).post(`incidents/${incident.id}/acknowledge`);
      const before = desk.mailbox.mails.length;
      const about = () => desk.mailbox.mails.slice(before).filter(({ text }) => text?.includes(incident.reference));
      await desk.fastForward('17 hours');
      expect(about()).toEqual([]);
      await desk.fastForward('8 hours');
      expect(about().length).toBeGreaterThan(0);
      await (await desk.as('supervisor')).post(`incidents/${incident.id}/cancel`, { reason: '误报' });
    });

    it('calls people when a step is overdue', async () => {
      const incident = await desk.openIncident('customer-falls');
      await (await desk.as('supervisor')).post(`incidents/${incident.id}/acknowledge`);
      await desk.fastForward('3 minutes');
      const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
      expect(body.overdueSteps).toBeGreaterThan(0);
      expect(body.escalations.map(({ cause }) => cause)).toContain('overdue');
    });

    it('can be called for by hand, and a double tap calls once', async () => {
      const incident = await desk.openIncident('customer-falls');
      const floor = await desk.as('floor');
      await Promise.all([
        floor.post(`incidents/${incident.id}/escalate`),
        floor.post(`incidents/${incident.id}/escalate`),
      ]);
      await desk.settle();
      const { body } = await floor.get(`incidents/${incident.id}`);
      expect(body.escalations.filter(({ cause }) => cause === 'called')).toHaveLength(1);
    });
  });
}
