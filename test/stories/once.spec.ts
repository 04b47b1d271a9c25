import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Tidy } from '@zenmeban/engine';
import type { Client } from '../harness/client';
import { pushClock } from '../harness/clock';
import { Desk } from '../harness/desk';

describe('a repeated request', () => {
  let desk: Desk;
  let floor: Client;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    floor = await desk.as('floor');
  });
  afterAll(async () => {
    await desk.close();
  });

  const count = async (table: string) => {
    const [{ n }] = await desk.database.source.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM app.${table}`);
    return n;
  };

  it('returns the same incident for the same id, however many arrive at once', async () => {
    const id = v7();
    const before = await count('incident');
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => floor.post('incidents', { id, playbook: 'spilled-drink' })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(replies.map(({ body }) => body.reference)).size).toBe(1);
    expect(await count('incident')).toBe(before + 1);
  });

  it('has one effect and one response under one Idempotency-Key', async () => {
    const key = { 'idempotency-key': v7() };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => floor.post('incidents', { playbook: 'gift' }, key)),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.every(({ status }) => status === 201)).toBe(true);
    const other = await floor.post<{ code: string }>('incidents', { playbook: 'complaint' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.reused' } });
  });

  it('is forgotten after 30 days', async () => {
    await floor.post('incidents', { playbook: 'gift' }, { 'idempotency-key': v7() });
    const tidy = desk.app.get(Tidy);
    await tidy.round();
    expect(await count('idempotency_key')).toBeGreaterThan(0);
    await pushClock(desk.database.source, '31 days');
    await tidy.round();
    expect(await count('idempotency_key')).toBe(0);
    await pushClock(desk.database.source, '-31 days');
  });

  it('repeats a comment only under another key', async () => {
    const incident = await desk.openIncident('gift');
    const key = { 'idempotency-key': v7() };
    for (let n = 0; n < 3; n += 1) await floor.post(`incidents/${incident.id}/comment`, { text: '客人已离开' }, key);
    const { body } = await floor.get<{ items: { kind: string }[] }>(`incidents/${incident.id}/timeline`);
    expect(body.items.filter(({ kind }) => kind === 'incident.commented')).toHaveLength(1);
  });

  it('never gives a reference twice nor leaves one out, also when some openings fail', async () => {
    const known = v7();
    await floor.post('incidents', { id: known, playbook: 'gift' });
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        floor.post('incidents', n % 5 === 0 ? { id: known, playbook: 'complaint' } : { playbook: 'gift' }),
      ),
    );
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(8);
    const rows = await desk.database.source.query<{ reference: string }[]>(
      `SELECT reference FROM app.incident WHERE reference LIKE 'BJ1-%'`,
    );
    const numbers = rows.map(({ reference }) => Number(reference.split('-')[2])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => n + 1));
  });
});
