import { createHash, randomBytes } from 'node:crypto';
import type { AuthContext } from 'better-auth';
import type { Counted } from './throttle';

/** The part of a hook's context that is needed here. */
type Request = {
  readonly context: Pick<AuthContext, 'createAuthCookie' | 'secret'>;
  getSignedCookie(name: string, secret: string): Promise<string | null | undefined | false>;
  setSignedCookie(name: string, value: string, secret: string, options: object): unknown;
};

const year = 365 * 24 * 60 * 60;
/** A post's phone is used by a shift. */
const mostAccounts = 20;

const cookieOf = ({ context }: Request) => context.createAuthCookie('device', { maxAge: year });
const mark = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 16);

/** The device's random name and the marks of the accounts that signed in on it, newest first. */
async function read(request: Request): Promise<{ device: string; marks: string[] }> {
  const value = await request.getSignedCookie(cookieOf(request).name, request.context.secret);
  const [device, ...marks] = (value || '').split('.');
  return { device: device || randomBytes(12).toString('hex'), marks };
}

/**
 * What a try to sign in counts against. A device on which this account signed in before has a count of its own, so
 * that a stranger who uses up the account's tries does not lock its owner out (OWASP: device cookies).
 */
export async function accountOn(request: Request, email: string): Promise<Counted> {
  const { device, marks } = await read(request);
  const known = marks.includes(mark(email));
  return { kind: 'account', of: known ? `${email.trim()} on ${device}` : email };
}

/** Remembers, in a signed cookie, that this account signed in here. */
export async function rememberDevice(request: Request, email: string): Promise<void> {
  const { device, marks } = await read(request);
  const others = marks.filter((one) => one !== mark(email)).slice(0, mostAccounts - 1);
  const { name, attributes } = cookieOf(request);
  await request.setSignedCookie(name, [device, mark(email), ...others].join('.'), request.context.secret, attributes);
}
