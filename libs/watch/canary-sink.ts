import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback for this process alone: it takes the canary's mail and says which one arrived. */
export class CanarySink {
  private constructor(private readonly server: SMTPServer) {}

  /** @param arrived hears the Message-ID, without angle brackets */
  static async open(arrived: (messageId: string) => void): Promise<CanarySink> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      size: 10_000,
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const messageId = /^message-id:\s*<([^>]+)>/im.exec(Buffer.concat(chunks).toString('utf8'))?.[1];
          if (messageId !== undefined) arrived(messageId);
          done();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    server.server.unref();
    return new CanarySink(server);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }
}
