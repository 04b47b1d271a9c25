import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MailServer, startMailServer } from '../../test/harness/mail-server';
import { type NoticeDesk, openNoticeDesk } from '../../test/harness/notices';

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

describe('mail through a real server', () => {
  it('arrives in two parts, in Chinese, from the configured sender, without a word about the customer', async () => {
    const personId = await desk.person({ language: 'zh' });
    const incident = await desk.incident();
    const [id = ''] = await desk.call(incident, [personId]);
    await desk.sender().send(id);
    const [arrived] = server.arrived.splice(0);
    expect(arrived?.mail).toMatchObject({
      messageId: `<ntf.${id}@zenmeban.example>`,
      subject: '【高】新事件：客人摔倒 BJ1-20261123-001，请确认',
      from: { value: [{ name: '怎么办', address: 'alerts@zenmeban.example' }] },
    });
    expect(arrived?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(arrived?.mail.text).toContain('大堂');
    expect(arrived?.mail.html).toContain('确认收到');
    expect(arrived?.raw).toMatch(/content-type: multipart\/alternative/i);
    expect(arrived?.raw).not.toContain('canary');
  });

  it('uses one connection for one mail after another, and never more than ten at once', async () => {
    const personIds = await Promise.all(Array.from({ length: 30 }, () => desk.person()));
    const incident = await desk.incident();
    const ids = await desk.call(incident, personIds);
    const sender = desk.sender();
    await sender.send(ids[0] ?? '');
    await sender.send(ids[1] ?? '');
    expect(new Set(server.arrived.map(({ connection }) => connection)).size).toBe(1);
    await Promise.all(ids.map((id) => sender.send(id)));
    expect(server.arrived).toHaveLength(30);
    expect(new Set(server.arrived.splice(0).map(({ connection }) => connection)).size).toBeLessThanOrEqual(10);
  });

  it.each([
    ['CR and LF', 'Eve\r\nBcc: evil@evil.example\r\n\r\nbody'],
    ['a line separator', 'Eve\u2028Bcc: evil@evil.example'],
    ['NUL and DEL', 'Eve\u007f'],
    ['ten thousand characters', '家'.repeat(10_000)],
    ['a second address', '"Eve" <evil@evil.example>, Mallory'],
  ])('delivers exactly one mail with the expected headers when a name holds %s', async (_, name) => {
    const email = 'eve@venue.example';
    const personId = await desk.person({ name, email: `${name.length}.${email}` });
    const place = { zh: `${name.slice(0, 50)}\r\nX-Evil: 1`, en: `${name.slice(0, 50)}\r\nX-Evil: 1` };
    await desk.source.query(`UPDATE app.place SET name = $1`, [place]);
    const [id = ''] = await desk.call(await desk.incident(), [personId]);
    expect(await desk.sender().send(id)).toBe('accepted');
    const mails = server.arrived.splice(0);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual([`${name.length}.${email}`]);
    expect([...(mails[0]?.mail.headers.keys() ?? [])].sort()).toEqual(
      [
        ...['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'],
        'x-auto-response-suppress',
      ].sort(),
    );
  });

  it('refuses an address that is none without asking the server', async () => {
    const personId = await desk.person({ email: 'eve@venue.example\r\nrcpt to:<evil@evil.example>' });
    const [id = ''] = await desk.call(await desk.incident(), [personId]);
    expect(await desk.sender().send(id)).toBe('permanent');
    expect(server.arrived).toHaveLength(0);
  });
});
