import { type AddressObject, simpleParser } from 'mailparser';
import type { z } from 'zod';
import type { contract } from '../../api';
import { type KeptMail, MailFolder } from './mail-folder';

/** A mail as the page at /inbox shows it. */
export type InboxMail = z.infer<typeof contract.inbox.inboxMail>;

/** Reads what the inbox server keeps; both may come and go, the files stay. */
export class Inbox {
  /** Files never change: each is parsed once. */
  private parsed = new Map<string, InboxMail>();

  constructor(private readonly folder: MailFolder) {}

  static in(dir: string): Inbox {
    return new Inbox(new MailFolder(dir));
  }

  /** Newest first. */
  async list({ limit }: { limit: number }): Promise<InboxMail[]> {
    const ids = (await this.folder.ids()).slice(0, limit);
    const mails = await Promise.all(ids.map((id) => this.one(id)));
    this.parsed = new Map(
      [...this.parsed, ...mails.flatMap((mail) => (mail ? [[mail.id, mail] as const] : []))].slice(-500),
    );
    return mails.filter((mail) => mail !== null);
  }

  private async one(id: string): Promise<InboxMail | null> {
    const known = this.parsed.get(id);
    if (known) return known;
    const kept = await this.folder.read(id);
    return kept && (await read(kept));
  }
}

async function read({ id, receivedAt, raw }: KeptMail): Promise<InboxMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  return {
    id,
    messageId: mail.messageId ?? '',
    from: mail.from?.text ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    receivedAt: receivedAt.toISOString(),
    text: mail.text ?? '',
    html: mail.html ? framed(mail.html) : '',
  };
}

const addresses = (to: AddressObject | AddressObject[] | undefined) =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** Nothing in it runs or loads: no scripts, and a policy of its own on top of the frame's sandbox. */
function framed(html: string): string {
  const body = html.replace(/<!doctype[^>]*>/i, '').replace(/<script\b[^]*?(<\/script\s*>|$)/gi, '');
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">${body}`;
}
