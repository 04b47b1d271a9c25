import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntryView, IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

const everybody = ['floor', 'colleague', 'facilities', 'supervisor', 'manager', 'admin', 'stranger'] as const;
const writes: readonly [string, object][] = [
  ['steps/part-them/complete', { answers: { nature: 'words' } }],
  ['steps/part-them/skip', { reason: 'x' }],
  ['escalate', {}],
  ['acknowledge', {}],
  ['resolve', {}],
  ['close', {}],
  ['reopen', { reason: 'x' }],
  ['cancel', { reason: 'x' }],
  ['comment', { text: 'x' }],
];

describe('an incident that becomes restricted', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, playbooks: ['quarrel', 'kept-quiet'] });
  });
  afterAll(() => desk.close());

  const view = async (who: StaffKey, id: string) => (await desk.as(who)).get(`incidents/${id}`);
  const whoSees = async (id: string) => {
    const seen = await Promise.all(everybody.map(async (who) => ((await view(who, id)).status === 200 ? [who] : [])));
    return seen.flat();
  };
  const threatened = async (summary = '') => {
    const incident = await desk.openIncident('quarrel', { summary });
    return desk.complete(incident.id, 'part-them', { nature: 'threat' });
  };

  it('is seen by everybody at the site until an answer says so, then by those involved and supervisors', async () => {
    const incident = await desk.openIncident('quarrel');
    expect(await whoSees(incident.id)).toEqual(['floor', 'colleague', 'facilities', 'supervisor', 'manager', 'admin']);
    const after = await desk.complete(incident.id, 'part-them', { nature: 'threat' });
    expect(after.restricted).toBe(true);
    expect(after.steps.find(({ id }) => id === 'mend-door')?.assignee?.name).toBe('facilities');
    expect(await whoSees(incident.id)).toEqual(['floor', 'facilities', 'supervisor', 'manager', 'admin']);
  });

  it('stays open to everybody when the answer is another one', async () => {
    const incident = await desk.openIncident('quarrel');
    await desk.complete(incident.id, 'part-them', { nature: 'words' });
    expect(await whoSees(incident.id)).toContain('colleague');
  });

  it('is seen by whoever settled one of its steps before', async () => {
    const incident = await desk.openIncident('quarrel');
    const colleague = await desk.as('colleague');
    const answered = await colleague.post(`incidents/${incident.id}/steps/part-them/complete`, {
      answers: { nature: 'threat' },
    });
    expect(answered).toMatchObject({ status: 200, body: { restricted: true } });
    expect(await whoSees(incident.id)).toContain('colleague');
  });

  it('does not exist for anybody else, in any route, list or search', async () => {
    const incident = await threatened('玻璃门边的争吵');
    const colleague = await desk.as('colleague');
    for (const url of ['', '/timeline']) {
      const reply = await colleague.get<ProblemView>(`incidents/${incident.id}${url}`);
      expect([url, reply.status, reply.body.code]).toEqual([url, 404, 'incident.unknown']);
    }
    for (const [route, body] of writes) {
      const reply = await colleague.post<ProblemView>(`incidents/${incident.id}/${route}`, body);
      expect([route, reply.status, reply.body.code]).toEqual([route, 404, 'incident.unknown']);
    }
    for (const query of ['', `q=${incident.reference}`, `q=${encodeURIComponent('玻璃门')}`, 'status=in_progress']) {
      const { body } = await colleague.get<{ items: IncidentView[] }>(`incidents?${query}`);
      expect([query, body.items.some(({ id }) => id === incident.id)]).toEqual([query, false]);
    }
  });

  it('is listed for exactly those who may open it, as every incident is', async () => {
    await threatened();
    await desk.openIncident('quarrel');
    await desk.openDrill('quarrel');
    const all = await desk.database.source.query<{ id: string }[]>('SELECT id FROM app.incident ORDER BY id DESC');
    for (const who of everybody) {
      const person = await desk.as(who);
      const lists = ['drill=false', 'drill=true'].map((query) =>
        person.get<{ items: IncidentView[] }>(`incidents?limit=100&${query}`),
      );
      const listed = (await Promise.all(lists)).flatMap(({ body }) => body.items.map(({ id }) => id));
      const opened = await Promise.all(all.map(async ({ id }) => ((await view(who, id)).status === 200 ? [id] : [])));
      expect([who, listed.sort()]).toEqual([who, opened.flat().sort()]);
    }
  });

  it('notes the moment once, and stays so', async () => {
    const incident = await threatened();
    const supervisor = await desk.as('supervisor');
    await supervisor.post(`incidents/${incident.id}/steps/statement/complete`, { answers: { account: '听见了' } });
    const { body } = await supervisor.get<{ items: EntryView[] }>(`incidents/${incident.id}/timeline`);
    const kinds = body.items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'incident.restricted')).toHaveLength(1);
    expect(kinds.indexOf('incident.restricted')).toBe(kinds.indexOf('step.done') + 1);
    expect((await view('supervisor', incident.id)).body.restricted).toBe(true);
  });

  it('begins so where its playbook says it of an incident about which nothing was answered yet', async () => {
    const incident = await desk.openIncident('kept-quiet');
    expect(incident.restricted).toBe(true);
    expect(await whoSees(incident.id)).toEqual(['floor', 'supervisor', 'manager', 'admin']);
    const after = await desk.complete(incident.id, 'ask-first', { public: true });
    expect(after.restricted).toBe(true);
  });

  it('is acknowledged from the mail as before', async () => {
    const incident = await threatened();
    const token = desk.tokenFor('supervisor', incident);
    const taken = await desk.nobody().post<{ state: string }>('acknowledgements', { token });
    expect(taken).toMatchObject({ status: 200, body: { state: 'acknowledged' } });
  });

  it('says in no mail what was answered or written', async () => {
    const incident = await threatened('秘密的摘要');
    const supervisor = await desk.as('supervisor');
    const account = { answers: { account: '秘密的陈述' }, note: '秘密的备注' };
    await supervisor.post(`incidents/${incident.id}/steps/statement/complete`, account);
    await supervisor.post(`incidents/${incident.id}/cancel`, { reason: '秘密的理由' });
    await desk.settle();
    const about = desk.mailbox.mails.filter(({ text }) => text?.includes(incident.reference));
    expect(about.length).toBeGreaterThan(1);
    for (const { text, html, subject } of about) {
      expect(`${subject} ${text} ${html || ''}`).not.toContain('秘密');
    }
  });
});
