import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from '../../apps/api';
import type { IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';

/* Routes that nobody needs to sign in for; a new one must be added here on purpose. */
const publicRoutes = new Set([
  'get /healthz',
  'get /readyz',
  'get /health/escalation',
  'get /api/v1/server',
  'get /api/v1/acknowledgements/current',
  'post /api/v1/acknowledgements',
  'get /api/v1/acknowledgements/all',
  'post /api/v1/acknowledgements/all',
  'get /api/v1/calendar/{file}',
  'post /api/v1/acknowledgements/snooze',
  'post /api/v1/acknowledgements/hand-over',
  'post /api/v1/visitors/counter',
]);

const actions = [
  'escalate',
  'acknowledge',
  'snooze',
  'hand-over',
  'resolve',
  'close',
  'reopen',
  'cancel',
  'comment',
] as const;
const bodies: Readonly<Record<string, object>> = {
  snooze: { minutes: 5 },
  'hand-over': { to: '019ab000-0000-7000-8000-000000000000' },
  reopen: { reason: 'x' },
  cancel: { reason: 'x' },
  comment: { text: 'x' },
};

describe('permissions', () => {
  let desk: Desk;
  let incident: IncidentView;
  let document: OpenAPIObject;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    incident = await desk.openIncident('customer-falls');
    document = openApiDocument(desk.app);
  });
  afterAll(async () => {
    await desk.close();
  });

  it('asks for a session on every route but the listed ones', async () => {
    const nobody = desk.nobody();
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        const url = path.replaceAll(/\{\w+\}/g, incident.id);
        const reply = await nobody.send<ProblemView>(
          method.toUpperCase() as 'GET' | 'POST' | 'PATCH' | 'DELETE',
          url,
          method === 'post' || method === 'patch' ? {} : undefined,
          {},
        );
        const isPublic = publicRoutes.has(`${method} ${path}`);
        expect([`${method} ${path}`, reply.status === 401]).toEqual([`${method} ${path}`, !isPublic]);
      }
    }
  });

  it('hides the incidents of another site behind 404, in lists too', async () => {
    const stranger = await desk.as('stranger');
    expect((await stranger.get(`incidents/${incident.id}`)).status).toBe(404);
    expect((await stranger.get(`incidents/${incident.id}/timeline`)).status).toBe(404);
    for (const action of actions) {
      const reply = await stranger.post<ProblemView>(`incidents/${incident.id}/${action}`, bodies[action] ?? {});
      expect([action, reply.status, reply.body.code]).toEqual([action, 404, 'incident.unknown']);
    }
    const { body } = await stranger.get<{ items: unknown[] }>('incidents');
    expect(body.items).toEqual([]);
    const { body: found } = await stranger.get<{ items: unknown[] }>(`incidents?q=${incident.reference}`);
    expect(found.items).toEqual([]);
  });

  it.each(['acknowledge', 'snooze', 'hand-over', 'close', 'reopen'])('does not let staff %s', async (action) => {
    const floor = await desk.as('floor');
    const reply = await floor.post<ProblemView>(`incidents/${incident.id}/${action}`, bodies[action] ?? {});
    expect(reply).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });

  it('shows a restricted incident to supervisors and those involved only', async () => {
    await desk.database.source.query('UPDATE app.incident SET restricted = true WHERE id = $1', [incident.id]);
    const status = async (who: 'floor' | 'colleague' | 'supervisor' | 'admin') =>
      (await (await desk.as(who)).get(`incidents/${incident.id}`)).status;
    expect(await status('floor')).toBe(200);
    expect(await status('colleague')).toBe(404);
    expect(await status('supervisor')).toBe(200);
    expect(await status('admin')).toBe(200);
    const { body } = await (await desk.as('colleague')).get<{ items: unknown[] }>('incidents');
    expect(body.items).toEqual([]);
  });

  it('shuts the door the moment a person is deactivated', async () => {
    const colleague = await desk.as('colleague');
    expect((await colleague.get('me')).status).toBe(200);
    await desk.database.source.query(`UPDATE app.person SET active = false WHERE email = 'colleague@example.test'`);
    expect((await colleague.get('me')).status).toBe(401);
  });

  it('keeps the record as it was written', async () => {
    const change = (sql: string) => desk.database.source.query(sql);
    await expect(change('UPDATE app.timeline_entry SET at = now()')).rejects.toThrow('append-only');
    await expect(change('DELETE FROM app.timeline_entry')).rejects.toThrow('append-only');
    await expect(change('TRUNCATE app.timeline_entry CASCADE')).rejects.toThrow('append-only');
    await expect(change(`UPDATE app.playbook_version SET version = 9`)).rejects.toThrow('append-only');
  });
});
