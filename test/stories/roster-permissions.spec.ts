import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { openApiDocument } from '../../apps/api';
import type { ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Route = { method: Method; path: string; body?: object; least: 'staff' | 'supervisor' | 'manager' };

/* Bodies are right: what is asked here is who may, and that is answered first. */
const someone = '0193a5d0-0000-7000-8000-000000000001';
const span = { from: '2027-01-04T08:00', until: '2027-01-04T17:00' };
const shift = { personId: someone, post: 'bar', date: '2027-01-04', start: '08:00', end: '17:00' };
const routes: readonly Route[] = [
  { method: 'GET', path: '', least: 'staff' },
  { method: 'GET', path: '/roster', least: 'staff' },
  { method: 'GET', path: '/reach?policy=urgent', least: 'staff' },
  { method: 'GET', path: '/calendar-feed', least: 'staff' },
  { method: 'POST', path: '/calendar-feed', body: {}, least: 'staff' },
  { method: 'DELETE', path: '/calendar-feed', least: 'staff' },
  { method: 'GET', path: '/roster/changes', least: 'supervisor' },
  { method: 'GET', path: '/roster/template', least: 'supervisor' },
  { method: 'POST', path: '/roster/import', body: {}, least: 'supervisor' },
  { method: 'POST', path: '/shifts', body: shift, least: 'supervisor' },
  { method: 'POST', path: '/shifts/copy-week', body: { from: '2027-01-04', to: '2027-01-11' }, least: 'supervisor' },
  { method: 'POST', path: '/shifts/cancel', body: { ids: [someone] }, least: 'supervisor' },
  { method: 'PATCH', path: `/shifts/${someone}`, body: { post: 'bar' }, least: 'supervisor' },
  { method: 'DELETE', path: `/shifts/${someone}`, least: 'supervisor' },
  { method: 'POST', path: '/overrides', body: { ...span, personId: someone, post: 'bar' }, least: 'supervisor' },
  { method: 'DELETE', path: `/overrides/${someone}`, least: 'supervisor' },
  { method: 'POST', path: '/leave', body: { ...span, personId: someone }, least: 'supervisor' },
  { method: 'DELETE', path: `/leave/${someone}`, least: 'supervisor' },
  { method: 'PATCH', path: '', body: {}, least: 'manager' },
];

describe('the routes of the roster', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  const ask = async (who: StaffKey, { method, path, body }: Route, site = 'BJ1') =>
    (await desk.as(who)).send<ProblemView>(method, `sites/${site}${path}`, body, {});

  it('are all listed here', () => {
    const documented = Object.entries(openApiDocument(desk.app).paths).flatMap(([path, operations]) =>
      /^\/api\/v1\/sites\/\{site\}(\/(roster|reach|shifts|overrides|leave|calendar-feed).*)?$/.test(path)
        ? Object.keys(operations).map(
            (method) => `${method.toUpperCase()} ${path.slice('/api/v1/sites/{site}'.length)}`,
          )
        : [],
    );
    const listed = routes.map(
      ({ method, path }) =>
        `${method} ${path.replace(/\?.*/, '').replace(/\/(shifts|overrides|leave)\/[0-9a-f-]{36}$/, '/$1/{id}')}`,
    );
    expect(documented.map((route) => route.replace(/\{(shift|override|leave)\}/, '{id}')).sort()).toEqual(
      listed.sort(),
    );
  });

  it.each(routes)('do not know another site: $method $path', async (route) => {
    expect(await ask('stranger', route)).toMatchObject({ status: 404, body: { code: 'site.unknown' } });
    expect((await ask('stranger', route, v7())).status).toBe(404);
  });

  it.each(routes.filter(({ least }) => least !== 'staff'))('refuse staff: $method $path', async (route) => {
    expect(await ask('floor', route)).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });

  it.each(routes.filter(({ least }) => least === 'manager'))('refuse supervisors: $method $path', async (route) => {
    expect(await ask('supervisor', route)).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect((await ask('manager', route)).status).toBe(200);
  });

  it.each(routes.filter(({ least }) => least === 'staff'))('let staff in: $method $path', async (route) => {
    expect((await ask('floor', route)).status).toBeLessThan(300);
  });

  it('do not reach from one site into another by the id of a shift, a stand-in or leave', async () => {
    const [{ id }] = await desk.database.source.query<[{ id: string }]>(
      `SELECT shift.id FROM app.shift JOIN app.site ON site.id = site_id WHERE code = 'BJ1' LIMIT 1`,
    );
    const stranger = await desk.as('stranger');
    expect((await stranger.delete<ProblemView>(`sites/SH1/shifts/${id}`)).body.code).toBe('shift.unknown');
    expect((await stranger.patch<ProblemView>(`sites/SH1/shifts/${id}`, {})).body.code).toBe('shift.unknown');
    const cancelled = await stranger.post<ProblemView>('sites/SH1/shifts/cancel', { ids: [id] });
    expect(cancelled.body.code).toBe('shift.unknown');
    const supervisor = await desk.as('supervisor');
    const [{ person }] = await desk.database.source.query<[{ person: string }]>(
      `SELECT id AS person FROM app.person WHERE name = 'floor'`,
    );
    const leave = await supervisor.post<{ id: string }>('sites/BJ1/leave', { ...span, personId: person });
    const standIn = await supervisor.post<{ id: string }>('sites/BJ1/overrides', {
      ...span,
      personId: person,
      post: 'bar',
    });
    expect((await stranger.delete<ProblemView>(`sites/SH1/leave/${leave.body.id}`)).body.code).toBe('leave.unknown');
    expect((await stranger.delete<ProblemView>(`sites/SH1/overrides/${standIn.body.id}`)).body.code).toBe(
      'override.unknown',
    );
    const log = await stranger.get<{ items: unknown[] }>('sites/SH1/roster/changes');
    expect(log.body.items).toEqual([]);
  });

  it('show telephones to supervisors and up only', async () => {
    await desk.database.source.query(`UPDATE app.person SET phone = '+86 21 5555 0199'`);
    const body = async (who: StaffKey) =>
      JSON.stringify((await (await desk.as(who)).get('sites/BJ1/reach?policy=urgent')).body);
    expect(await body('floor')).not.toMatch(/5555 0199|@example/);
    expect(await body('supervisor')).toContain('5555 0199');
  });

  it('keep the log as it was written', async () => {
    const change = (sql: string) => desk.database.source.query(sql);
    await expect(change('UPDATE app.duty_change SET kind = kind')).rejects.toThrow('append-only');
    await expect(change('DELETE FROM app.duty_change')).rejects.toThrow('append-only');
  });
});
