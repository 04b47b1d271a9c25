import type { DeliveryOutcome } from '@zenmeban/database';

/** Reasons of our own, not of the other side. */
export type OurReason =
  'inside' | 'not_https' | 'too_large' | 'no_answer' | 'no_such_host' | 'no_connection' | 'sealed';

/** Why nothing was sent at all, as the record of an attempt has it; the ledger has words for each. */
export const notSent = {
  channelOff: 'the channel is switched off',
  recipientInactive: 'the recipient is no longer active',
} as const;

/** How one attempt ended; `smtpCode` is the server's reply code (SMTP or HTTP) when it gave one. */
export type Attempt = {
  readonly outcome: DeliveryOutcome;
  readonly smtpCode: number | null;
  readonly error: string | null;
  /** Why it ended so, where nobody but us says it; `error` says the same for the record. */
  readonly ours?: OurReason | undefined;
  /** The other side asked for a pause that long. */
  readonly retryAfterSeconds?: number | undefined;
  /** `wrong_signature`: only somebody who runs the server can put it right; `gone`: nobody will ever listen there again. */
  readonly finding?: 'wrong_signature' | 'gone' | undefined;
};

/** What Nodemailer adds to its errors. `command` is left out on purpose: after a broken link it says `CONN`. */
type MailError = { message?: unknown; code?: unknown; originalCode?: unknown; responseCode?: unknown };

const refused = ['EENVELOPE', 'EMESSAGE', 'EMAXRECIPIENTS'];
const neverConnected = ['ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * What a failed attempt means. Permanent: the server refused this recipient or this message for good (a 5xx about it),
 * or the address is none. A 5xx about our own sign-in, or for a greeting, is our trouble and passes; without a reply
 * code nobody knows whether the mail was taken.
 */
export function outcomeOf(thrown: unknown): Attempt {
  const { message, code, originalCode, responseCode }: MailError = thrown instanceof Error ? thrown : {};
  const smtpCode = typeof responseCode === 'number' && responseCode >= 200 ? responseCode : null;
  const error = String(message ?? thrown).slice(0, 500);
  const aboutThisMail = refused.some((name) => name === code);
  if (aboutThisMail && (smtpCode === null || smtpCode >= 500)) return { outcome: 'permanent', smtpCode, error };
  if (smtpCode !== null || neverConnected.some((name) => name === code || name === originalCode))
    return { outcome: 'temporary', smtpCode, error };
  return { outcome: 'ambiguous', smtpCode, error };
}
