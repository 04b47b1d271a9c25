import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { MailFolder } from './mail-folder';

/** Largest mail that is kept, in bytes. */
const maxMailBytes = 10_000_000;

/** A mail server that sends nothing on: it keeps what our own server sends, for the page at /inbox. */
export type InboxServer = {
  /** What to use as `SMTP_URL`. */
  readonly url: string;
  close(): Promise<void>;
};

/**
 * Starts it.
 * @param options.dir where mails are kept, created when it is missing
 * @param options.port 0 = any free one
 * @throws when the folder cannot be written or the port is taken
 */
export async function startInboxServer(options: { dir: string; host: string; port: number }): Promise<InboxServer> {
  const folder = new MailFolder(options.dir);
  await folder.prepare();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    size: maxMailBytes,
    onData: (stream, _session, done) => {
      take(stream, folder).then(
        () => {
          done();
        },
        (error: unknown) => {
          const { message, responseCode = 451 } = error as { message: string; responseCode?: number };
          done(Object.assign(new Error(message), { responseCode }));
        },
      );
    },
  });
  server.listen(options.port, options.host);
  await once(server.server, 'listening');
  /* A client that hangs up is no trouble of ours. */
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the inbox listens on no port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `smtp://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

async function take(stream: SMTPServerDataStream, folder: MailFolder): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error('the mail is too large'), { responseCode: 552 });
  await folder.keep(Buffer.concat(chunks));
}
