import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { contract } from '../../api';
import { Inbox, InboxModule, type InboxServer, startInboxServer } from '.';
import { MailFolder } from './mail-folder';

let dir: string;
let server: InboxServer;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'inbox ')), 'mails');
  server = await startInboxServer({ dir, host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await server.close();
  await rm(join(dir, '..'), { recursive: true });
});

const send = async (fields: SendMailOptions) =>
  createTransport(server.url).sendMail({
    ...{ from: '怎么办 <zenmeban@localhost>', to: [{ name: '王芳', address: 'a@b.example' }, 'c@d.example'] },
    ...fields,
  });

describe('the local inbox', () => {
  it('shows a mail that was sent to it, newest first, in the shape of the contract', async () => {
    await send({ messageId: '<1@localhost>', subject: '客人摔倒', text: '你好\n', html: '<p>你好</p>' });
    await send({ subject: 'second', text: 'hello' });
    const [second, first] = await Inbox.in(dir).list({ limit: 10 });
    expect(second).toMatchObject({ subject: 'second', html: '' });
    expect(contract.inbox.inboxMail.parse(first)).toMatchObject({
      messageId: '<1@localhost>',
      from: '"怎么办" <zenmeban@localhost>',
      to: ['a@b.example', 'c@d.example'],
      subject: '客人摔倒',
      text: '你好\n',
    });
    expect(first?.html).toContain('<p>你好</p>');
    expect(await Inbox.in(dir).list({ limit: 1 })).toEqual([second]);
  });

  it('keeps its mails when it is started again, and clears away what was half-written', async () => {
    await send({ subject: 'before', text: '' });
    await server.close();
    await writeFile(join(dir, '0193a5d0-0000-7000-8000-000000000001.eml.part'), 'half');
    await writeFile(join(dir, 'somebody elses.txt'), 'kept');
    server = await startInboxServer({ dir, host: '127.0.0.1', port: 0 });
    await send({ subject: 'after', text: '' });
    const subjects = (await Inbox.in(dir).list({ limit: 10 })).map(({ subject }) => subject);
    expect(subjects).toEqual(['after', 'before']);
    expect(await readdir(dir)).toHaveLength(3);
  });

  it('keeps only the newest', async () => {
    const folder = new MailFolder(dir, 3);
    for (const subject of ['1', '2', '3', '4', '5']) await folder.keep(Buffer.from(`Subject: ${subject}\r\n\r\n`));
    const kept = await new Inbox(folder).list({ limit: 10 });
    expect(kept.map(({ subject }) => subject)).toEqual(['5', '4', '3']);
  });

  it('shows HTML in which nothing runs and nothing is loaded', async () => {
    await send({ html: '<!doctype html><script>1</script><p>text</p><SCRIPT src="//evil.example">' });
    const [mail] = await Inbox.in(dir).list({ limit: 1 });
    expect(mail?.html).toMatch(
      /^<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
    expect(mail?.html).not.toMatch(/<script/i);
  });

  it('refuses a mail that is too large and goes on', async () => {
    await expect(send({ text: 'x'.repeat(11_000_000) })).rejects.toThrow(/552/);
    await send({ subject: 'small' });
    expect(await Inbox.in(dir).list({ limit: 10 })).toHaveLength(1);
  });

  describe('over HTTP', () => {
    let app: NestFastifyApplication;
    beforeEach(async () => {
      const module = await Test.createTestingModule({ imports: [InboxModule.forRoot(dir)] }).compile();
      app = await module.createNestApplication<NestFastifyApplication>(new FastifyAdapter()).init();
    });
    afterEach(() => app.close());

    it.each([
      ['localhost:3000', '127.0.0.1', {}, 200],
      ['127.0.0.1', '::1', {}, 200],
      ['[::1]:3000', '::ffff:127.0.0.1', {}, 200],
      ['rebound.evil.example:3000', '127.0.0.1', {}, 404],
      ['localhost.evil.example', '127.0.0.1', {}, 404],
      ['localhost', '10.0.0.7', {}, 404],
      ['localhost', '::ffff:10.0.0.7', {}, 404],
      ['localhost', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 404],
      ['localhost@evil.example', '127.0.0.1', {}, 404],
    ])('answers for host %j and peer %s with %j: %i', async (host, remoteAddress, headers, status) => {
      await send({ subject: 'mine' });
      const request = { method: 'GET' as const, url: '/api/v1/inbox', remoteAddress, headers: { host, ...headers } };
      const { statusCode, body } = await app.inject(request);
      expect(statusCode).toBe(status);
      expect(body.includes('mine')).toBe(status === 200);
    });
  });
});
