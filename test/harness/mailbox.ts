import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived, with its one recipient. */
export type Arrived = ParsedMail & { recipient: string };

/** A real mail server on loopback that keeps what it gets. */
export class Mailbox {
  readonly mails: Arrived[] = [];
  /** What to answer to the next recipients: an SMTP error text such as `550 no such user`, by address. */
  readonly refusals = new Map<string, string>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const refusal = this.refusals.get(address);
        if (refusal === undefined) {
          done();
          return;
        }
        done(Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }));
      },
      onData: (stream, session, done) => {
        const recipient = session.envelope.rcptTo[0]?.address ?? '';
        simpleParser(stream)
          .then((mail) => this.mails.push({ ...mail, recipient }))
          .then(
            () => {
              done();
            },
            (error: Error) => {
              done(error);
            },
          );
      },
    });
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the mailbox is not listening');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** Mails to one address, oldest first. */
  to(address: string): Arrived[] {
    return this.mails.filter(({ recipient }) => recipient === address);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
