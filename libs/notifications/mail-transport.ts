import { createTransport, type Transporter } from 'nodemailer';
import { type Attempt, outcomeOf } from './delivery-outcome';
import { isAddress, type Mailbox, readMailbox } from './mailbox';
import { oneLine } from './one-line';

/** One mail to one person, rendered. `messageId` without angle brackets. */
export type OutgoingMail = {
  readonly messageId: string;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Milliseconds until an attempt is given up; together they stay below the longest claim, 60 s. */
export type MailDeadlines = { connection: number; greeting: number; socket: number; whole: number };

export const mailDeadlines: MailDeadlines = { connection: 10_000, greeting: 10_000, socket: 20_000, whole: 30_000 };

/** Most connections to the mail server of one process. */
export const mailConnections = 10;

/** Most mails under way at once in one process: while some are claimed and recorded, no connection is idle. */
export const mailLanes = 16;

/** Speaks to the mail server. Retrying is not its business: the record decides when the next attempt is due. */
export class MailTransport {
  private readonly transporter: Transporter;
  private readonly from: Mailbox;

  constructor(
    { smtpUrl, mailFrom }: { smtpUrl: string; mailFrom: string },
    private readonly deadlines: MailDeadlines = mailDeadlines,
  ) {
    this.from = readMailbox(mailFrom);
    this.transporter = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: mailConnections,
      maxRequeues: 0,
      connectionTimeout: deadlines.connection,
      greetingTimeout: deadlines.greeting,
      dnsTimeout: deadlines.connection,
      socketTimeout: deadlines.socket,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** One attempt; ends within the deadline and never throws. */
  async send(mail: OutgoingMail): Promise<Attempt> {
    if (!isAddress(mail.to.address)) return { outcome: 'permanent', smtpCode: null, error: 'not a mail address' };
    try {
      const info = await this.transporter.sendMail({
        messageId: `<${mail.messageId}>`,
        from: this.from,
        to: { name: oneLine(mail.to.name, 100), address: mail.to.address },
        envelope: { from: this.from.address, to: [mail.to.address] },
        subject: oneLine(mail.subject, 200),
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(this.deadlines.whole),
      });
      return { outcome: 'accepted', smtpCode: replyCode(info.response), error: null };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  /** Closes idle connections at once and lets the mails under way end. */
  close(): void {
    this.transporter.close();
  }
}

function replyCode(response: unknown): number | null {
  const code = typeof response === 'string' ? Number.parseInt(response, 10) : Number.NaN;
  return Number.isNaN(code) ? null : code;
}
