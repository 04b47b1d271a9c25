import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Canaries } from '@zenmeban/watch';
import { Desk } from '../harness/desk';

type Row = { firedBy: string | null; arrived: boolean };

/** A canary on its way through everything a call goes through, with either store of the queue. */
export function tellTheCanary({ redisUrl }: { redisUrl: string | null }): void {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl });
  });
  afterAll(async () => {
    await desk.close();
  });

  const look = () =>
    desk.database.source.query<Row[]>(
      `SELECT fired_by AS "firedBy", arrived_at IS NOT NULL AS arrived FROM app.canary ORDER BY due_at`,
    );

  it('goes the whole way, woken by the queue, minute after minute', async () => {
    const canaries = desk.app.get(Canaries);
    for (const flown of [1, 2, 3]) {
      await canaries.round();
      await desk.fastForward('5 seconds');
      for (const deadline = performance.now() + 10_000; performance.now() < deadline;) {
        if ((await look()).every(({ arrived }) => arrived)) break;
        await new Promise((soon) => setTimeout(soon, 20));
      }
      expect(await look()).toEqual(Array.from({ length: flown }, () => ({ firedBy: 'hint', arrived: true })));
      await desk.fastForward('60 seconds');
    }
    expect(desk.mailbox.mails).toHaveLength(0);
  });

  it('sets out once a minute, however many processes let it go', async () => {
    const canaries = desk.app.get(Canaries);
    await Promise.all([canaries.round(), canaries.round(), canaries.round()]);
    const count = async () => (await desk.database.source.query<unknown[]>('SELECT 1 FROM app.canary')).length;
    const before = await count();
    await desk.fastForward('60 seconds');
    await Promise.all([canaries.round(), canaries.round(), canaries.round()]);
    expect(await count()).toBe(before + 1);
  });
}
