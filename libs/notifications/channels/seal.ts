import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Names the key in what it sealed, so that another one can be told from it later. */
const keyId = 'k1';
const separator = '.';

/**
 * Encrypts what gives power to whoever reads it: AES-256-GCM under a key derived from the server's secret (HKDF-SHA256,
 * RFC 5869). What it is about is bound into it: a sealed address moved to another row does not open.
 */
export class Seal {
  private readonly key: Buffer;

  constructor({ secret }: { secret: string }) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'zenmeban', 'channels', 32));
  }

  /** @param about the row and the column, as in `<channel id>:url` */
  close(clear: string, about: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
    return [keyId, nonce, sealed, cipher.getAuthTag()]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join(separator);
  }

  /** @throws when it was sealed with another secret, about something else, or was changed */
  open(sealed: string, about: string): string {
    const [id, nonce, text, tag, ...more] = sealed.split(separator);
    if (id !== keyId || nonce === undefined || text === undefined || tag === undefined || more.length > 0)
      throw new Error('sealed with a key that is not known');
    const decipher = createDecipheriv('aes-256-gcm', this.key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(about))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(text, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  }
}
