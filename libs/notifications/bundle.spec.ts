import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallReason, Severity } from '@zenmeban/domain/engine';
import { v7 } from 'uuid';
import { type MailServer, startMailServer } from '../../test/harness/mail-server';
import { type NoticeDesk, openNoticeDesk } from '../../test/harness/notices';
import { findToken } from './acknowledgement-tokens';
import { claim } from './claim';

let desk: NoticeDesk;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  desk = await openNoticeDesk(server.url);
});
afterAll(async () => {
  await desk.close();
  await server.stop();
});

/** Calls a person about a new incident, by a policy that bundles within a minute. @returns the notice and its incident */
async function call(personId: string, severity: Severity = 'high') {
  const incident = await desk.incident({ severity });
  return { id: await callAbout(incident, personId), ...incident };
}

/** Calls a person about an incident, of a step that is overdue when one is named. @returns the notice */
async function callAbout(
  { incidentId, escalationId }: { incidentId: string; escalationId: string },
  personId: string,
  stepId?: string,
  reason: CallReason = 'unacknowledged',
) {
  const before = desk.nudged.length;
  await desk.append({
    ...{ kind: 'escalation.called', incidentId, actorId: null },
    data: {
      ...{ escalationId, level: 1, reason, personIds: [personId], bundleSeconds: 60 },
      ...{ firing: `${v7()}:1`, ...(stepId === undefined ? { cause: 'opened' } : { cause: 'overdue', stepId }) },
    },
  });
  const [id = ''] = desk.nudged.slice(before);
  return id;
}

const mailsTo = async (personId: string) => {
  const [{ email }] = await desk.source.query<[{ email: string }]>(`SELECT email FROM app.person WHERE id = $1`, [
    personId,
  ]);
  return server.arrived.filter(({ to }) => to.includes(email));
};
/** The first one is on its way before the others happen, which are then held. */
async function burst(personId: string, ...severities: Severity[]) {
  const calls: Awaited<ReturnType<typeof call>>[] = [];
  for (const severity of severities) {
    const one = await call(personId, severity);
    calls.push(one);
    expect(await desk.sender().send(one.id)).toBe(calls.length === 1 ? 'accepted' : 'held');
  }
  return calls;
}
const high = (count: number) => Array.from({ length: count }, (): Severity => 'high');
const dueNow = async () => {
  const due = await desk.sender().sweepDue(0, 500);
  return Promise.all(due.map((id) => desk.sender().send(id)));
};

describe('calls in a burst', () => {
  it('tells a person of forty incidents in two mails, the first at once, none of them twice', async () => {
    const person = await desk.person();
    const calls = await burst(person, ...high(40));
    expect(await mailsTo(person)).toHaveLength(1);
    await desk.fastForward(40);
    await dueNow();
    expect(await mailsTo(person)).toHaveLength(1);
    await desk.fastForward(20);
    await dueNow();
    const [first, second, ...more] = await mailsTo(person);
    expect(more).toEqual([]);
    expect(second?.mail.subject).toBe('[High] 39 incidents need you, please acknowledge');
    const told = [first, second].flatMap((one) => [...new Set(one?.mail.text?.match(/BJ1-20261123-\d{3}/g))]);
    expect(new Set(told).size).toBe(40);
    const carriers = await Promise.all(calls.map(({ id }) => desk.notice(id)));
    expect(new Set(carriers.map(({ state }) => state))).toEqual(new Set(['accepted']));
    expect(carriers.filter(({ carriedById }) => carriedById !== null)).toHaveLength(38);
    expect(new Set(carriers.map(({ carriedById }) => carriedById)).size).toBe(2); // one carrier, and none
  });

  it('offers a link per incident and one for all, each for this person alone', async () => {
    const person = await desk.person();
    await burst(person, ...high(3));
    await desk.fastForward(60);
    await dueNow();
    const text = (await mailsTo(person))[1]?.mail.text ?? '';
    const single = [...text.matchAll(/\/ack#([\w-]{43})\s/g)].map(([, token]) => token ?? '');
    const all = /\/ack#all\.([\w-]{43})\s/.exec(text)?.[1] ?? '';
    expect(single).toHaveLength(2);
    const found = await Promise.all([...single, all].map((token) => findToken(desk.source.manager, token)));
    for (const token of found) expect(token).toMatchObject({ personId: person, used: false });
    expect(new Set(found.slice(0, 2).map((token) => token?.incidentId)).size).toBe(2);
    const carried = await desk.notice(found[0]?.notificationId ?? '');
    expect([carried.carriedById, carried.id]).toContain(found[2]?.notificationId);
  });

  it('tells each incident once, with every step that is late and one link, and counts incidents', async () => {
    const person = await desk.person();
    const [, second] = await burst(person, ...high(3));
    if (!second) throw new Error('nothing waits');
    for (const stepId of ['help-up', 'call-back', 'statement'])
      expect(await desk.sender().send(await callAbout(second, person, stepId))).toBe('held');
    await desk.fastForward(60);
    await dueNow();
    const [, { subject, text = '' } = { subject: '' }] = (await mailsTo(person)).map(({ mail }) => mail);
    expect(subject).toBe('[High] 2 incidents need you, please acknowledge');
    expect(text.match(/\/ack#[\w-]{43}\s/g)).toHaveLength(2);
    const told = text.split('\n').filter((line) => line.includes('A step is past its deadline'));
    expect(told).toHaveLength(1);
    for (const step of ['Help them up', 'Call them back', 'A confidential step']) expect(told[0]).toContain(step);
    expect(text).not.toContain('Have it signed');
  });

  it('lets news wait for no reminder, and a hand-over for nothing', async () => {
    const person = await desk.person();
    const late = await desk.incident({ severity: 'high' });
    await desk.source.query(`UPDATE app.escalation SET cause = 'overdue' WHERE id = $1`, [late.escalationId]);
    expect(await desk.sender().send(await callAbout(late, person, 'help-up'))).toBe('accepted');
    expect(await desk.sender().send((await call(person)).id)).toBe('accepted');
    expect(await desk.sender().send((await call(person)).id)).toBe('held');
    expect(await desk.sender().send(await callAbout(late, person, 'call-back'))).toBe('held');
    const handedOver = await callAbout(await desk.incident(), person, undefined, 'handed_over');
    expect(await desk.sender().send(handedOver)).toBe('accepted');
    expect(await mailsTo(person)).toHaveLength(3);
  });

  it('tells several calls about one incident as one call', async () => {
    const person = await desk.person();
    await burst(person, 'high');
    const incident = await desk.incident({ severity: 'high' });
    for (const stepId of ['help-up', 'call-back']) await callAbout(incident, person, stepId);
    await desk.fastForward(60);
    await dueNow();
    const [, { subject, text = '' } = { subject: '' }] = (await mailsTo(person)).map(({ mail }) => mail);
    expect(subject).toMatch(/^\[High\] A customer falls, step overdue: BJ1-/);
    expect(text).toMatch(/Step: (Help them up; Call them back|Call them back; Help them up)\n/); // whichever went first
    expect(text).not.toContain('/ack#all.');
  });

  it('puts the gravest first, and never lets it wait longer than 10 s', async () => {
    const person = await desk.person();
    await burst(person, 'low', 'low', 'critical', 'normal');
    await desk.fastForward(2);
    await dueNow();
    expect(await mailsTo(person)).toHaveLength(1);
    await desk.fastForward(4);
    await dueNow();
    const mails = await mailsTo(person);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.mail.subject).toBe('[Critical] 3 incidents need you, please acknowledge');
    expect(mails[1]?.mail.text).toMatch(/Critical · [^]*Normal · [^]*Low · /);
  });

  it('tells in one message what is there when it goes out, however many ask for it', async () => {
    const person = await desk.person();
    const calls: { id: string }[] = [];
    for (const severity of high(12)) calls.push(await call(person, severity));
    const results = await Promise.all(calls.map(({ id }) => desk.sender().send(id)));
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(await mailsTo(person)).toHaveLength(1);
    expect((await mailsTo(person))[0]?.mail.subject).toContain('12 incidents');
  });

  it('leaves out what was acknowledged while it waited', async () => {
    const person = await desk.person();
    const [, second, third] = await burst(person, ...high(3));
    await desk.append({
      ...{ kind: 'incident.acknowledged', incidentId: second?.incidentId ?? '', actorId: person },
      data: { escalationIds: [second?.escalationId ?? ''], via: 'app' },
    });
    await desk.fastForward(60);
    await dueNow();
    const mails = await mailsTo(person);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.mail.messageId).toContain(third?.id ?? 'nothing');
    expect(mails[1]?.mail.subject).not.toContain('incidents need you');
  });

  it('keeps Message-ID and content when nobody knows whether it arrived, but for what was answered since', async () => {
    const person = await desk.person();
    const [, ...others] = await burst(person, ...high(4));
    await desk.fastForward(60);
    server.will('take-and-drop');
    await dueNow();
    await call(person);
    const notices = await Promise.all(others.map(({ id }) => desk.notice(id)));
    const answered = others.find((_, i) => notices[i]?.carriedById !== null);
    await desk.append({
      ...{ kind: 'incident.acknowledged', incidentId: answered?.incidentId ?? '', actorId: person },
      data: { escalationIds: [answered?.escalationId ?? ''], via: 'app' },
    });
    await desk.fastForward(15);
    await dueNow();
    const [, dropped, again] = await mailsTo(person);
    expect(again?.mail.messageId).toBe(dropped?.mail.messageId);
    expect(dropped?.mail.subject).toContain('3 incidents');
    expect(again?.mail.subject).toContain('2 incidents');
  });

  it('tells the others of a message that waited for its next attempt when its own call was answered', async () => {
    const person = await desk.person();
    const [, ...others] = await burst(person, ...high(4));
    await desk.fastForward(60);
    const address = (await mailsTo(person))[0]?.to[0] ?? '';
    server.to(address, 451);
    await dueNow();
    server.to(address, 'take');
    const notices = await Promise.all(others.map(({ id }) => desk.notice(id)));
    const carrier = others.find((_, i) => notices[i]?.carriedById === null);
    await desk.append({
      ...{ kind: 'incident.acknowledged', incidentId: carrier?.incidentId ?? '', actorId: person },
      data: { escalationIds: [carrier?.escalationId ?? ''], via: 'app' },
    });
    await desk.fastForward(60);
    await dueNow();
    const after = await Promise.all(others.map(({ id }) => desk.notice(id)));
    expect(after.map(({ state }) => state).toSorted()).toEqual(['accepted', 'accepted', 'withdrawn']);
    expect((await mailsTo(person))[1]?.mail.subject).toContain('2 incidents');
  });

  it('hands all notices of a message over with its lease when a process dies', async () => {
    const person = await desk.person();
    const calls = await burst(person, ...high(3));
    await desk.fastForward(60);
    const [, dying] = calls;
    expect(await desk.database.transaction((tx) => claim(desk.database, tx, dying?.id ?? ''))).toMatchObject({
      attempt: 1,
    });
    expect(await desk.notice(calls[2]?.id ?? '')).toMatchObject({ state: 'sending', carriedById: dying?.id });
    expect(await desk.sender().send(calls[2]?.id ?? '')).toBe('not_due');
    await desk.fastForward(10);
    expect(await desk.sender().send(calls[1]?.id ?? '')).toBe('accepted');
    expect(await desk.notice(calls[2]?.id ?? '')).toMatchObject({ state: 'accepted', carriedById: calls[1]?.id });
    expect((await mailsTo(person))[1]?.mail.subject).toContain('2 incidents');
  });

  it('has the next contact called for each incident of a message that is refused for good', async () => {
    const person = await desk.person();
    const calls = await burst(person, ...high(3));
    await desk.fastForward(60);
    server.to((await mailsTo(person))[0]?.to[0] ?? '', 550);
    await dueNow();
    const called = desk.undeliverable.splice(0).map(({ incidentId }) => incidentId);
    expect(new Set(called)).toEqual(new Set([calls[1]?.incidentId, calls[2]?.incidentId]));
  });
});
