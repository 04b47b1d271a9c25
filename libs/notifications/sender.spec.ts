import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MailServer, startMailServer } from '../../test/harness/mail-server';
import { type NoticeDesk, openNoticeDesk } from '../../test/harness/notices';
import { AccountNotices } from './account-notices';
import { findToken, useToken } from './acknowledgement-tokens';
import type { Attempt } from './delivery-outcome';
import type { OutgoingMail } from './mail-transport';

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

const copies = (id: string) => server.arrived.filter(({ mail }) => mail.messageId?.includes(id));

/** A call that waits to be sent. */
async function waitingCall(incidentFields: Record<string, unknown> = {}) {
  const incident = await desk.incident(incidentFields);
  const personId = await desk.person();
  const [id = ''] = await desk.call(incident, [personId]);
  return { id, personId, ...incident };
}

/** A transport whose mails end when and how the test says. */
function heldTransport() {
  const held: { mail: OutgoingMail; end: (attempt: Attempt) => void }[] = [];
  let begin: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return {
    held,
    /** The first mail was handed over. */
    begun,
    send: (mail: OutgoingMail) =>
      new Promise<Attempt>((end) => {
        held.push({ mail, end });
        begin();
      }),
    close: () => undefined,
  };
}
const accepted: Attempt = { outcome: 'accepted', smtpCode: 250, error: null };
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('sending', () => {
  it('sends once, records the reply, forgets the variables', async () => {
    const { id } = await waitingCall();
    const sender = desk.sender();
    expect(await Promise.all([sender.send(id), sender.send(id), desk.sender().send(id)])).toEqual(
      expect.arrayContaining(['accepted', 'not_due', 'not_due']),
    );
    expect(copies(id)).toHaveLength(1);
    expect(await desk.notice(id)).toMatchObject({ state: 'accepted', variables: {}, leaseToken: null, attempts: 1 });
    expect(await desk.attempts(id)).toMatchObject([{ attempt: 1, outcome: 'accepted', smtpCode: 250, error: null }]);
  });

  it('sends a second copy under the same Message-ID 10 s after a process died between sending and recording', async () => {
    const { id } = await waitingCall();
    const dying = heldTransport();
    const first = desk.sender(dying).send(id);
    await dying.begun;
    expect(await desk.sender().send(id)).toBe('not_due');
    expect(await desk.sender().sweepDue(5, 200)).not.toContain(id);
    await desk.fastForward(10);
    expect(await desk.sender().sweepDue(5, 200)).toContain(id);
    const second = heldTransport();
    const next = desk.sender(second).send(id);
    await second.begun;
    dying.held[0]?.end(accepted);
    await first;
    expect(await desk.notice(id)).toMatchObject({ state: 'sending', attempts: 2 });
    second.held[0]?.end(accepted);
    await next;
    expect(await desk.notice(id)).toMatchObject({ state: 'accepted', attempts: 2 });
    expect(second.held[0]?.mail.messageId).toBe(dying.held[0]?.mail.messageId);
  });

  it('tries again after 15 s, 30 s, then every 45 s, when the server is busy', async () => {
    const { id } = await waitingCall();
    server.will(451, 421, 452, 450, 451, 451);
    const sender = desk.sender();
    for (const seconds of [15, 30, 45, 45, 45, 45]) {
      expect(await sender.send(id)).toBe('temporary');
      await desk.fastForward(seconds - 1);
      expect(await sender.send(id)).toBe('not_due');
      await desk.fastForward(1);
    }
    expect(await sender.send(id)).toBe('accepted');
    expect(copies(id)).toHaveLength(1);
    expect((await desk.attempts(id)).map(({ smtpCode }) => smtpCode)).toEqual([451, 421, 452, 450, 451, 451, 250]);
    expect(desk.undeliverable).toEqual([]);
  });

  it('never sends again to a refused recipient, and has the next contact called, once', async () => {
    const { id, incidentId, escalationId } = await waitingCall();
    server.will(550);
    const sender = desk.sender();
    expect(await sender.send(id)).toBe('permanent');
    await desk.fastForward(3_600);
    expect(await sender.send(id)).toBe('not_due');
    expect(await desk.notice(id)).toMatchObject({ state: 'failed', variables: {} });
    expect(desk.undeliverable.splice(0)).toMatchObject([
      { incidentId, escalationId, level: 1, reason: 'unacknowledged' },
    ]);
  });

  it('does not count as failed what could not lead on to the next contact', async () => {
    const { id } = await waitingCall();
    server.will(550);
    const stuck = desk.sender(desk.transport(), () => Promise.reject(new Error('no next contact')));
    await expect(stuck.send(id)).rejects.toThrow('no next contact');
    expect(await desk.notice(id)).toMatchObject({ state: 'sending' });
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'permanent', smtpCode: 550 }]);
  });

  it('has the next contact called when the recipient has left', async () => {
    const { id, personId } = await waitingCall();
    await desk.source.query(`UPDATE app.person SET active = false WHERE id = $1`, [personId]);
    expect(await desk.sender().send(id)).toBe('permanent');
    expect(desk.undeliverable.splice(0)).toHaveLength(1);
  });

  it('gives up after a day and has the next contact called', async () => {
    const { id } = await waitingCall();
    await desk.fastForward(25 * 3_600);
    server.will(451);
    expect(await desk.sender().send(id)).toBe('temporary');
    expect(await desk.notice(id)).toMatchObject({ state: 'failed' });
    expect(desk.undeliverable.splice(0)).toHaveLength(1);
  });

  it('sends again, flagged as ambiguous, when the link breaks after the mail was handed over', async () => {
    const { id } = await waitingCall();
    server.will('take-and-drop');
    expect(await desk.sender().send(id)).toBe('ambiguous');
    await desk.fastForward(15);
    expect(await desk.sender().send(id)).toBe('accepted');
    expect(copies(id)).toHaveLength(2);
    expect(new Set(copies(id).map(({ mail }) => mail.messageId))).toEqual(new Set([`<ntf.${id}@zenmeban.example>`]));
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'ambiguous', smtpCode: null }, { outcome: 'accepted' }]);
  });

  it('ends an attempt at its deadline when the server says nothing', async () => {
    const { id } = await waitingCall();
    server.will('silence');
    const transport = desk.transport({ connection: 500, greeting: 500, socket: 5_000, whole: 300 });
    expect(await desk.sender(transport).send(id)).toBe('ambiguous');
    expect(await desk.notice(id)).toMatchObject({ state: 'pending' });
  });

  it.each([
    ['acknowledged', `UPDATE app.escalation SET acknowledged_at = app.app_now() WHERE incident_id = $1`],
    ['resolved', `UPDATE app.incident SET status = 'resolved' WHERE id = $1`],
    ['cancelled', `UPDATE app.incident SET status = 'cancelled' WHERE id = $1`],
    ['ended', `UPDATE app.escalation SET ended_at = app.app_now() WHERE incident_id = $1`],
  ])('withdraws a call for an incident that was %s in the meantime', async (_, change) => {
    const { id, incidentId } = await waitingCall();
    await desk.source.query(change, [incidentId]);
    expect(await desk.sender().send(id)).toBe('withdrawn');
    expect(await desk.notice(id)).toMatchObject({ state: 'withdrawn', variables: {} });
    expect(copies(id)).toHaveLength(0);
  });

  it('waits for an acknowledgement under way, and then sends nothing', async () => {
    const { id, incidentId } = await waitingCall();
    let sending: Promise<unknown> = Promise.resolve();
    await desk.database.source.transaction(async (tx) => {
      await tx.query(`SELECT 1 FROM app.incident WHERE id = $1 FOR UPDATE`, [incidentId]);
      sending = desk.sender().send(id);
      await soon();
      await tx.query(`UPDATE app.escalation SET acknowledged_at = app.app_now() WHERE incident_id = $1`, [incidentId]);
      await tx.query(`UPDATE app.notification SET state = 'withdrawn' WHERE id = $1`, [id]);
    });
    expect(await sending).toBe('not_due');
    expect(copies(id)).toHaveLength(0);
  });

  it('sends what is due, the most severe first, and does not wait for the slow', async () => {
    const low = await waitingCall({ severity: 'low' });
    const critical = await waitingCall({ severity: 'critical' });
    const slow = heldTransport();
    const transport = {
      send: (mail: OutgoingMail) =>
        mail.messageId.includes(critical.id) ? slow.send(mail) : Promise.resolve(accepted),
      close: () => undefined,
    };
    const sender = desk.sender(transport);
    await desk.fastForward(6);
    const due = await sender.sweepDue(5, 200);
    expect(due[0]).toBe(critical.id);
    expect(due.at(-1)).toBe(low.id);
    expect(await sender.sendDue({ overdueSeconds: 5 })).toBe(due.length);
    for (let i = 0; i < 100 && (await desk.notice(low.id)).state !== 'accepted'; i += 1) await soon();
    expect(await desk.notice(low.id)).toMatchObject({ state: 'accepted' });
    expect(await desk.notice(critical.id)).toMatchObject({ state: 'sending' });
    slow.held[0]?.end(accepted);
    await sender.idle();
    expect(await desk.notice(critical.id)).toMatchObject({ state: 'accepted' });
  });

  it('mails a token that acknowledges once, of which only the hash is kept', async () => {
    const { id, incidentId, personId } = await waitingCall();
    await desk.sender().send(id);
    const token = /\/ack#([\w-]{43})/.exec(copies(id)[0]?.mail.text ?? '')?.[1] ?? '';
    const { manager } = desk.source;
    const grant = { incidentId, personId, notificationId: id };
    expect(await findToken(manager, token)).toEqual({ ...grant, language: 'en', used: false, expired: false });
    expect(await useToken(manager, token)).toBe(true);
    expect(await useToken(manager, token)).toBe(false);
    expect(await findToken(manager, token)).toMatchObject({ used: true });
    expect(await findToken(manager, `${token.slice(0, -1)}_`)).toBeNull();
    const kept = await desk.source.query<{ found: number }[]>(
      `SELECT count(*)::int AS found FROM app.acknowledgement_token t, app.notification n
       WHERE t::text LIKE '%' || $1 || '%' OR n::text LIKE '%' || $1 || '%'`,
      [token],
    );
    expect(kept).toEqual([{ found: 0 }]);
  });

  it('makes tokens that end after a day', async () => {
    const { id } = await waitingCall();
    await desk.sender().send(id);
    const token = /\/ack#([\w-]{43})/.exec(copies(id)[0]?.mail.text ?? '')?.[1] ?? '';
    await desk.fastForward(24 * 3_600);
    expect(await findToken(desk.source.manager, token)).toMatchObject({ expired: true });
    expect(await useToken(desk.source.manager, token)).toBe(false);
  });

  it('mails a link for a new password in the language of its person, and forgets it', async () => {
    const ids: string[] = [];
    const recipientId = await desk.person({ language: 'zh' });
    const url = 'https://zenmeban.example/reset-password?token=secret';
    await desk.database.transaction((tx) =>
      new AccountNotices(desk.database, (notices) => void ids.push(...notices.map(({ id }) => id))).queue(tx, {
        ...{ template: 'password-reset', recipientId, variables: { url } },
      }),
    );
    expect(await desk.sender().send(ids[0] ?? '')).toBe('accepted');
    expect(copies(ids[0] ?? '')[0]?.mail).toMatchObject({ subject: '怎么办：重设密码' });
    expect(copies(ids[0] ?? '')[0]?.mail.text).toContain(url);
    expect(await desk.notice(ids[0] ?? '')).toMatchObject({ state: 'accepted', variables: {} });
  });
});
