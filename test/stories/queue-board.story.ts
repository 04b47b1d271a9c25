import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Desk } from '../harness/desk';

/** Who may look at the queues, on either of their stores. */
export function tellTheBoard({ redisUrl }: { redisUrl: string | null }): void {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl });
  });
  afterAll(async () => {
    await desk.close();
  });

  it('shows administrators how much lies in each queue', async () => {
    await desk.openIncident('customer-falls');
    const admin = await desk.as('admin');
    const page = await admin.get<string>('/admin/queues');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<base href="/admin/queues/"');
    expect(page.headers['content-security-policy']).toContain(`script-src 'self'`);
    expect(page.headers['content-security-policy']).toContain(`base-uri 'self'`);
    expect((await admin.get('/')).headers['content-security-policy']).toContain(`base-uri 'none'`);
    const { body } = await admin.get<{
      queues: { name: string; counts: Record<string, number>; readOnlyMode: boolean }[];
    }>('/admin/queues/api/queues');
    expect(body.queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual([
      ['timers', true],
      ['mail', true],
    ]);
    const [{ soon }] = await desk.database.source.query<[{ soon: number }]>(
      `SELECT count(*)::int AS soon FROM app.timer
       WHERE state = 'armed' AND due_at < app.app_now() + interval '15 minutes'`,
    );
    expect(body.queues[0]?.counts['delayed']).toBe(soon);
    expect(soon).toBeGreaterThan(0);
  });

  it.each(['floor', 'supervisor', 'manager'] as const)(
    'is closed to a %s, and to who is not signed in',
    async (who) => {
      const paths = ['/admin/queues', '/admin/queues/', '/admin/queues/api/queues', '/admin/queues/queue/timers'];
      for (const path of paths) {
        expect([path, (await (await desk.as(who)).get(path)).status]).toEqual([path, 403]);
        expect([path, (await desk.nobody().get(path)).status]).toEqual([path, 401]);
      }
    },
  );

  it('lets nobody change a queue', async () => {
    const admin = await desk.as('admin');
    const reply = await admin.send<{ code: string }>('PUT', '/admin/queues/api/queues/timers/pause', {}, {});
    expect(reply).toMatchObject({ status: 403, body: { code: 'queues.read_only' } });
  });
}
