import { createHmac } from 'node:crypto';
import type { Attempt } from '../delivery-outcome';
import type { ChannelMessage, ChannelRequest, RobotAddress } from './channel-message';
import { signingSecrets } from './webhook-secret';

/**
 * The signature of Standard Webhooks: HMAC-SHA256 over `<id>.<seconds>.<body>`, keyed by the bytes behind `whsec_`.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function webhookSignature(id: string, seconds: number, body: string, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/**
 * A webhook of another system. The event, as documented in the README:
 * `{type: 'call' | 'test', timestamp, data: {incidents: [{id, siteCode, level, severity, reference, place, playbook, step,
 * why, url}]}}`. `id`, `siteCode` and `level` (of the call, from 1) are null in a test; `place`, `playbook` and `step` also
 * where groups may not know them.
 * @param id of the notice: the same at every attempt, so that the receiver can tell a repetition
 */
export function webhookRequest(
  { url, secret }: RobotAddress,
  message: ChannelMessage,
  at: Date,
  { id, type }: { readonly id: string; readonly type: 'call' | 'test' },
): ChannelRequest {
  const seconds = Math.floor(at.getTime() / 1_000);
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: { incidents: message.items } });
  const signatures = signingSecrets(secret ?? '', at).map((one) => webhookSignature(id, seconds, body, one));
  return {
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatures.join(' '),
    },
    body,
  };
}

const gone = 410;

/** Any 2xx is accepted; `410 Gone` is for good, and for all; everything else, a redirect included, may be put right. */
export function webhookAnswer(status: number): Attempt {
  if (status >= 200 && status < 300) return { outcome: 'accepted', smtpCode: status, error: null };
  const error = `HTTP ${status}`;
  return status === gone
    ? { outcome: 'permanent', smtpCode: status, error, finding: 'gone' }
    : { outcome: 'temporary', smtpCode: status, error };
}
