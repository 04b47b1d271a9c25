import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { openApiDocument } from '../../apps/api';
import type { ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
  least: 'supervisor' | 'manager';
};

const routes: readonly Route[] = [
  { method: 'GET', path: '', least: 'supervisor' },
  { method: 'PUT', path: '', body: { days: [{ day: '2025-01-01', visitors: 1 }] }, least: 'supervisor' },
  { method: 'GET', path: '/changes', least: 'supervisor' },
  { method: 'GET', path: '/counter', least: 'manager' },
  { method: 'POST', path: '/counter', body: {}, least: 'manager' },
  { method: 'DELETE', path: '/counter', least: 'manager' },
];

describe('the routes of visitors', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  const ask = async (who: StaffKey, { method, path, body }: Route, site = 'BJ1') =>
    (await desk.as(who)).send<ProblemView>(method, `sites/${site}/visitors${path}`, body, {});
  const importAs = async (who: StaffKey, site: string) =>
    (await desk.as(who)).send<ProblemView>('POST', `visitors/import?site=${site}`, Buffer.from('day,visitors\n'), {
      'content-type': 'text/csv',
    });

  it('are all listed here, and the counter and the import below', () => {
    const documented = Object.entries(openApiDocument(desk.app).paths).flatMap(([path, operations]) =>
      path.includes('/visitors') ? Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`) : [],
    );
    expect(documented.sort()).toEqual(
      [
        ...routes.map(({ method, path }) => `${method} /api/v1/sites/{site}/visitors${path}`),
        'POST /api/v1/visitors/counter',
        'POST /api/v1/visitors/import',
      ].sort(),
    );
  });

  it.each(routes)('do not know another site: $method $path', async (route) => {
    expect(await ask('stranger', route)).toMatchObject({ status: 404, body: { code: 'site.unknown' } });
    expect((await ask('stranger', route, v7())).status).toBe(404);
  });

  it.each(routes)('refuse staff: $method $path', async (route) => {
    expect(await ask('floor', route)).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });

  it.each(routes)('want a session: $method $path', async ({ method, path, body }) => {
    const reply = await desk.nobody().send<ProblemView>(method, `sites/BJ1/visitors${path}`, body, {});
    expect([reply.status, reply.body.code]).toEqual([401, 'session.missing']);
  });

  it.each(routes)('let in a $least and whoever is above: $method $path', async (route) => {
    const supervisor = await ask('supervisor', route);
    if (route.least === 'supervisor') expect(supervisor.status).toBe(200);
    else expect(supervisor).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect((await ask('manager', route)).status).toBeLessThan(300);
    expect((await ask('admin', route, 'SH1')).status).toBeLessThan(300);
  });

  it('import for those who may enter at the site', async () => {
    expect(await importAs('floor', 'BJ1')).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await importAs('stranger', 'BJ1')).toMatchObject({ status: 404, body: { code: 'site.unknown' } });
    expect((await importAs('supervisor', 'BJ1')).status).toBe(200);
  });
});
