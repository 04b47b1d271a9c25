import { randomBytes } from 'node:crypto';

/** How long messages are signed with the secret before, too, so that the receiver can change over in peace. */
const graceHours = 24;

/** As Standard Webhooks writes them: `whsec_` and 32 random bytes in base64. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What is kept after a change: the new secret, the one before, and until when that one signs, too. */
export function keepRotated(secret: string, before: string | null, now: Date): string {
  const [last] = before?.split(' ') ?? [];
  if (last === undefined || last === '') return secret;
  return [secret, last, new Date(now.getTime() + graceHours * 3_600_000).toISOString()].join(' ');
}

/** The secrets that sign at `now`, the present one first. */
export function signingSecrets(kept: string, now: Date): string[] {
  const [secret = '', before, until] = kept.split(' ');
  return before !== undefined && until !== undefined && new Date(until) > now ? [secret, before] : [secret];
}
