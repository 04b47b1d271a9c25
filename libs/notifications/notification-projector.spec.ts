import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { type NoticeDesk, openNoticeDesk } from '../../test/harness/notices';
import { AccountNotices } from './account-notices';

let desk: NoticeDesk;
beforeAll(async () => {
  desk = await openNoticeDesk('smtp://127.0.0.1:9');
});
afterAll(() => desk.close());

const states = async (incidentId: string) =>
  desk.source.query<{ template: string; state: string; recipient: string }[]>(
    `SELECT template, state, recipient_id AS recipient FROM app.notification WHERE incident_id = $1 ORDER BY created_at, template`,
    [incidentId],
  );
const setState = async (id: string | undefined, state: string) =>
  desk.source.query<unknown>(`UPDATE app.notification SET state = $2 WHERE id = $1`, [id, state]);

describe('notices that follow the timeline', () => {
  it('owes each person called one mail per firing, with the severity of the incident', async () => {
    const incident = await desk.incident({ severity: 'critical' });
    const people = [await desk.person(), await desk.person()];
    const firing = `${v7()}:1`;
    expect(await desk.call(incident, [...people, ...people], firing)).toHaveLength(2);
    expect(await desk.call(incident, people, firing)).toHaveLength(0);
    expect(await desk.call(incident, people.slice(0, 1), `${v7()}:2`)).toHaveLength(1);
    const [first] = await desk.source.query<{ severity: string; dedupe_key: string }[]>(
      `SELECT severity, dedupe_key FROM app.notification WHERE incident_id = $1 AND recipient_id = $2 ORDER BY created_at`,
      [incident.incidentId, people[1]],
    );
    expect(first).toEqual({ severity: 'critical', dedupe_key: `${firing}:${people[1]}:mail` });
  });

  it('disappears with the transaction that caused it, and wakes nobody', async () => {
    const { incidentId, escalationId } = await desk.incident();
    const personIds = [await desk.person()];
    const before = desk.nudged.length;
    const data = {
      escalationId,
      level: 1,
      reason: 'unacknowledged',
      personIds,
      firing: 'x:1',
      cause: 'opened',
    } as const;
    const failing = desk.database.transaction(async (tx) => {
      await desk.timeline.append(tx, [{ kind: 'escalation.called', incidentId, actorId: null, data }]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await states(incidentId)).toEqual([]);
    expect(desk.nudged).toHaveLength(before);
  });

  it('calls nobody in a drill, and nobody who has left', async () => {
    expect(await desk.call(await desk.incident({ drill: true }), [await desk.person()])).toEqual([]);
    expect(await desk.call(await desk.incident(), [await desk.person({ active: false })])).toEqual([]);
  });

  it('tells the owner of a step that it is theirs', async () => {
    const { incidentId } = await desk.incident();
    const personId = await desk.person();
    const data = { stepId: 'help-up', personId, post: 'facilities' as const };
    await desk.append({ kind: 'step.assigned', incidentId, actorId: null, data });
    expect(await states(incidentId)).toEqual([{ template: 'step-assigned', state: 'pending', recipient: personId }]);
  });

  it('takes back the calls of the chains that were acknowledged, and no others', async () => {
    const incident = await desk.incident();
    const other = await desk.incident();
    const person = await desk.person();
    const [mine] = await desk.call(incident, [person]);
    const [theirs] = await desk.call(other, [person]);
    await desk.append({
      ...{ kind: 'incident.acknowledged', incidentId: incident.incidentId, actorId: person },
      data: { escalationIds: [incident.escalationId], via: 'app' },
    });
    expect((await desk.notice(mine ?? '')).state).toBe('withdrawn');
    expect((await desk.notice(mine ?? '')).variables).toEqual({});
    expect((await desk.notice(theirs ?? '')).state).toBe('pending');
  });

  it('takes back what was not sent when an incident is cancelled, and tells those who were reached', async () => {
    const incident = await desk.incident();
    const [reached, waiting, actor] = [await desk.person(), await desk.person(), await desk.person()];
    const [first, , third] = await desk.call(incident, [reached, waiting, actor]);
    await setState(first, 'accepted');
    await setState(third, 'accepted');
    const { incidentId } = incident;
    await desk.append({ kind: 'incident.cancelled', incidentId, actorId: actor, data: { reason: 'canary-reason' } });
    const after = await states(incidentId);
    expect(after.filter(({ template }) => template === 'incident-cancelled')).toEqual([
      { template: 'incident-cancelled', state: 'pending', recipient: reached },
    ]);
    expect(after.find(({ recipient }) => recipient === waiting)?.state).toBe('withdrawn');
    await desk.append({ kind: 'incident.reopened', incidentId, actorId: null, data: { reason: '' } });
    const reopened = (await states(incidentId)).filter(({ template }) => template === 'incident-reopened');
    expect(new Set(reopened.map(({ recipient }) => recipient))).toEqual(new Set([reached, actor]));
  });

  it('queues a link for a new password once', async () => {
    const woken: string[] = [];
    const notices = new AccountNotices(desk.database, (notices) => void woken.push(...notices.map(({ id }) => id)));
    const mail = {
      ...{ template: 'password-reset' as const, recipientId: await desk.person() },
      variables: { url: 'https://zenmeban.example/reset-password?token=1' },
    };
    for (const _ of [1, 2]) await desk.database.transaction((tx) => notices.queue(tx, mail));
    expect(woken).toHaveLength(1);
  });
});
