import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk, type DeskOptions } from '../harness/desk';

/** Many incidents in a moment: the same story for each queue backend, told by the queue alone. */
export function tellBurst(options: DeskOptions): void {
  describe('forty incidents in a burst', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await Desk.open({ ...options, bundling: true });
    });
    afterAll(() => desk.close());

    it('are told to the supervisor in two mails, the first at once; a colleague of another site hears nothing', async () => {
      const floor = await desk.as('floor');
      const first = await desk.openIncident('customer-falls');
      const calls = () => desk.mailTo('supervisor').filter(({ text }) => text?.includes('/ack#'));
      expect(calls()).toHaveLength(1);
      const others = await Promise.all(
        Array.from({ length: 39 }, () => floor.post('incidents', { playbook: 'customer-falls' })),
      );
      await desk.fastForward('40 seconds');
      expect(calls()).toHaveLength(1);
      await desk.fastForward('21 seconds');
      expect(calls()).toHaveLength(2);
      const told = calls()
        .map(({ text }) => text ?? '')
        .join();
      for (const { reference } of [first, ...others.map(({ body }) => body)]) expect(told).toContain(reference);
      expect(desk.mailTo('stranger')).toEqual([]);
    });

    it('are taken on with one link, and then nobody else is called', async () => {
      const all = /\/ack#all\.([\w-]+)/.exec(desk.mailTo('supervisor').at(-1)?.text ?? '')?.[1] ?? '';
      const { status } = await desk.nobody().post('acknowledgements/all', { token: all });
      expect(status).toBe(200);
      const [{ calling }] = await desk.database.source.query<[{ calling: number }]>(
        `SELECT count(*)::int AS calling FROM app.escalation WHERE cause = 'opened' AND acknowledged_at IS NULL`,
      );
      expect(calling).toBe(1); // the one that was told alone, in the first mail
    });
  });
}
