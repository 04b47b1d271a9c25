import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../harness/client';
import { Desk } from '../harness/desk';

describe('a database that goes away', () => {
  let desk: Desk;
  let floor: Client;
  let server: pg.Client;
  let name = '';
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, engine: 'all' });
    floor = await desk.as('floor');
    const url = new URL((desk.database.source.options as { url: string }).url);
    name = url.pathname.slice(1);
    url.pathname = '/postgres';
    server = new pg.Client({ connectionString: url.href });
    await server.connect();
  });
  afterAll(async () => {
    await server.end();
    await desk.close();
  });

  const endConnections = () =>
    server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name]);
  const open = () => floor.post('incidents', { playbook: 'gift' });

  it('makes every request 503 until it is back, never 500', async () => {
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await endConnections();
    const replies = await Promise.all([open(), open(), floor.get('me'), floor.get('incidents'), floor.get('/readyz')]);
    expect(replies.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    expect((await open()).body).toMatchObject({
      ...{ code: 'session.unavailable', detail: expect.stringContaining('nothing was saved') },
    });
    expect(await floor.get('/healthz')).toMatchObject({ status: 200 });
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    expect(await open()).toMatchObject({ status: 201 });
  });

  it('ends no process when its connections are cut again and again, and makes no request 500', async () => {
    const replies: number[] = [];
    for (let round = 0; round < 30; round++) {
      const asked = [open(), open(), floor.get('incidents')];
      await endConnections();
      replies.push(...(await Promise.all(asked)).map(({ status }) => status));
    }
    expect(replies.filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
    expect(replies).toContain(503);
    /* The pool may still hold some that were cut: each request finds one of them out. */
    const statuses: number[] = [];
    while (statuses.length < 20 && statuses.at(-1) !== 201) statuses.push((await open()).status);
    expect(statuses.at(-1)).toBe(201);
    await desk.settle();
  });
});
