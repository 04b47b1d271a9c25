import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client, IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';

describe('bad input', () => {
  let desk: Desk;
  let floor: Client;
  let incident: IncidentView;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    floor = await desk.as('floor');
    incident = await desk.openIncident('customer-falls');
  });
  afterAll(async () => {
    await desk.close();
  });

  const stored = async () => {
    const [row] = await desk.database.source.query<[object]>(
      `SELECT (SELECT count(*) FROM app.incident) AS incidents, (SELECT count(*) FROM app.timeline_entry) AS entries,
         (SELECT sum(last_number) FROM app.incident_counter) AS numbers`,
    );
    return row;
  };

  it.each<[string, unknown, number, string]>([
    ['an unknown playbook', { playbook: 'no-such-thing' }, 404, 'playbook.unknown'],
    ['no playbook', {}, 422, 'validation.failed'],
    ['an unknown site', { playbook: 'gift', site: 'XX9' }, 404, 'site.unknown'],
    ['NUL in the name of a site', { playbook: 'gift', site: 'BJ1\u0000' }, 422, 'validation.failed'],
    ['NUL in the name of a place', { playbook: 'gift', place: 'hall\u0000' }, 422, 'validation.failed'],
    ['the site of others', { playbook: 'gift', site: 'SH1' }, 404, 'site.unknown'],
    ['the place of another site', { playbook: 'gift', place: 'lobby' }, 404, 'place.unknown'],
    ['text over 4,000 characters', { playbook: 'gift', summary: '家'.repeat(4_001) }, 422, 'validation.failed'],
    ['NUL', { playbook: 'gift', summary: 'a\u0000b' }, 422, 'validation.failed'],
    ['a lone surrogate', '{"playbook":"gift","summary":"\\ud83d"}', 422, 'validation.failed'],
    ['an unknown field', { playbook: 'gift', status: 'closed' }, 422, 'validation.failed'],
    ['__proto__', '{"playbook":"gift","__proto__":{"x":1}}', 400, 'request.malformed'],
    ['malformed JSON', '{"playbook":', 400, 'request.malformed'],
    ['an empty body', '', 400, 'request.malformed'],
    ['brackets 5,000 deep', `{"playbook":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 400, 'request.malformed'],
    ['a list', [], 422, 'validation.failed'],
    ['null', 'null', 422, 'validation.failed'],
    ['a date in year 0', { playbook: 'gift', occurredAt: '0000-01-01T00:00:00Z' }, 422, 'validation.failed'],
    ['a date in year 9999', { playbook: 'gift', occurredAt: '9999-12-31T00:00:00Z' }, 422, 'validation.failed'],
    ['23:59:60', { playbook: 'gift', occurredAt: '2026-06-30T23:59:60Z' }, 422, 'validation.failed'],
    ['a body over 1 MB', { playbook: 'gift', summary: 'x'.repeat(1_100_000) }, 413, 'request.too_large'],
    [
      'an id that is no uuidv7',
      { playbook: 'gift', id: '7f3d0c1e-1111-4111-8111-111111111111' },
      422,
      'validation.failed',
    ],
    [
      'an id from the year 2001',
      { playbook: 'gift', id: '00e6ba21-2c00-7111-8111-111111111111' },
      422,
      'validation.failed',
    ],
  ])('refuses to open with %s, in a sentence, and stores nothing', async (_, body, status, code) => {
    const before = await stored();
    const reply = await floor.post<ProblemView>('incidents', body);
    expect(reply).toMatchObject({ status, body: { status, code } });
    const keyed = await floor.post<ProblemView>('incidents', body, { 'idempotency-key': v7() });
    expect(keyed).toMatchObject({ status, body: { status, code } });
    expect(reply.body.detail.length).toBeGreaterThan(5);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(await stored()).toEqual(before);
  });

  it('refuses bytes in another encoding instead of storing question marks', async () => {
    const gbk = Buffer.from('{"playbook":"gift","summary":"\xb9\xcb\xbf\xcd"}', 'latin1');
    const before = await stored();
    const reply = await floor.post<ProblemView>('incidents', gbk);
    expect(reply).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect(await stored()).toEqual(before);
  });

  it('names all invalid fields at once', async () => {
    const { body } = await floor.post<ProblemView>('incidents', { playbook: 7, summary: '\u0000', colour: 'red' });
    expect(body.errors?.map(({ path }) => path).sort()).toEqual(['colour', 'playbook', 'summary']);
  });

  it('refuses a step whose turn it is not', async () => {
    const waiting = incident.steps.find(({ state }) => state === 'waiting');
    const reply = await floor.post<ProblemView>(`incidents/${incident.id}/steps/${waiting?.id ?? ''}/complete`);
    expect(reply).toMatchObject({ status: 409, body: { code: 'step.not_ready' } });
  });

  it.each<[string, unknown, string]>([
    ['an answer that is not an option', { answers: { 'danger-signs': 'perhaps' } }, 'step.answers_invalid'],
    ['an answer nobody asked for', { answers: { colour: 'red' } }, 'step.answers_invalid'],
    ['an answer of the wrong kind', { answers: { 'danger-signs': { yes: true } } }, 'validation.failed'],
    ['a note over 4,000 characters', { note: 'x'.repeat(4_001) }, 'validation.failed'],
    ['a time in the future', { at: '2100-01-01T00:00:00Z' }, 'validation.failed'],
  ])('refuses a step with %s', async (_, body, code) => {
    const ready = incident.steps.find(({ state }) => state === 'ready');
    const before = await stored();
    const reply = await floor.post<ProblemView>(`incidents/${incident.id}/steps/${ready?.id ?? ''}/complete`, body);
    expect(reply).toMatchObject({ status: 422, body: { code } });
    expect(await stored()).toEqual(before);
  });

  it.each([
    'incidents/undefined',
    'incidents/1',
    'incidents/%00',
    "incidents/' OR 1=1",
    'incidents?cursor=x',
    'incidents?limit=100000',
    'incidents?status=nothing',
    'incidents?sort=pg_sleep(3)',
    'playbooks/nothing',
    'playbooks/gift?version=999',
    'sites/SH1/places',
    'sites/%00/places',
    'incidents?site=%00',
    'playbooks/%00',
    'nothing-here',
  ])('answers GET %s with a problem, never a row and never a 500', async (url) => {
    const { status, body } = await floor.get<ProblemView>(encodeURI(url).replaceAll('%2500', '%00'));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.code).toMatch(/^[a-z]+\.[a-z_]+$/);
  });

  const long = 'x'.repeat(5_000);
  it.each([`incidents/${long}`, `sites/${long}/places`, long, `/api/auth/${long}`, `/${long}`])(
    'says that an address of 5,000 characters is too long (%#)',
    async (url) => {
      const { status, body, headers } = await floor.get<ProblemView>(url);
      expect([status, body.code]).toEqual([414, 'address.too_long']);
      expect(headers['content-type']).toContain('application/problem+json');
    },
  );

  it('answers what the router itself refuses with a problem too', async () => {
    const id = await floor.post<ProblemView>(`incidents/${'x'.repeat(501)}/resolve`);
    expect([id.status, id.body.code]).toEqual([414, 'address.too_long']);
    const noText = await floor.get<ProblemView>('incidents/%E0%A4%A');
    expect([noText.status, noText.body.code]).toEqual([400, 'request.malformed']);
  });
});
