import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Attempt, OurReason } from '../delivery-outcome';
import { isOnThisMachine, type Whereabouts } from './check-channel';
import type { ChannelRequest } from './channel-message';
import { InsideAddress, publicAddressOf, type Resolved } from './public-address';

/** An attempt ends after so long, and no request is larger. */
export const channelDeadlineMs = 10_000;
export const largestRequest = 20_000;
const largestAnswer = 64_000;

/** @returns status and body of the answer, or how the attempt ended without one; never throws */
export async function post(
  request: ChannelRequest,
  where: Whereabouts,
  deadlineMs = channelDeadlineMs,
): Promise<{ status: number; body: string } | Attempt> {
  const sent = { yet: false };
  try {
    if (Buffer.byteLength(request.body) > largestRequest)
      return ended('permanent', 'too_large', 'the message is too large');
    const url = new URL(request.url);
    if (isOnThisMachine(request.url, where)) return await exchange(url, request, null, deadlineMs, sent);
    if (url.protocol !== 'https:') return ended('permanent', 'not_https', 'the address does not begin with https://');
    return await exchange(url, request, await publicAddressOf(url.hostname), deadlineMs, sent);
  } catch (error) {
    if (error instanceof InsideAddress) return ended('permanent', 'inside', error.message);
    return ended(sent.yet ? 'ambiguous' : 'temporary', ...reasonOf(error));
  }
}

const ended = (outcome: Attempt['outcome'], ours: OurReason | undefined, error: string): Attempt => ({
  ...{ outcome, smtpCode: null, error },
  ...(ours && { ours }),
});

const noSuchHost = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME'];
const noConnection = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EPIPE'];

/** The code of an error says enough; its message may hold the address, which is a secret. */
function reasonOf(error: unknown): [OurReason | undefined, string] {
  const { code, name }: { code?: unknown; name?: unknown } = typeof error === 'object' && error !== null ? error : {};
  if (name === 'TimeoutError' || name === 'AbortError') return ['no_answer', 'no answer in time'];
  if (typeof code !== 'string') return ['no_connection', 'the connection failed'];
  if (noSuchHost.includes(code)) return ['no_such_host', code];
  return [noConnection.includes(code) ? 'no_connection' : undefined, code];
}

/** Answers every look-up with the address that was checked. */
function always(pinned: Resolved): LookupFunction {
  return (_host, { all }, done) => {
    if (all === true) done(null, [pinned]);
    else done(null, pinned.address, pinned.family);
  };
}

/** One request on a connection of its own; redirects are answers like any other. */
function exchange(
  url: URL,
  { headers, body }: ChannelRequest,
  pinned: Resolved | null,
  deadlineMs: number,
  sent: { yet: boolean },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? overHttps : overHttp;
    const outgoing = open(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Zenmeban' },
      signal: AbortSignal.timeout(deadlineMs),
      ...(pinned && { lookup: always(pinned) }),
    });
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= largestAnswer) parts.push(part);
        else answer.destroy(new Error('the answer is too large'));
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }));
      answer.on('error', reject);
    });
    outgoing.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (sent.yet = true));
    });
    outgoing.end(body);
  });
}
