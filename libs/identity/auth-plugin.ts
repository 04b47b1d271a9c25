import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { accountOn, rememberDevice } from './known-device';
import { passwordProblem, type PasswordProblem } from './password';
import type { Counted, Throttle } from './throttle';

/** Where the mount writes the peer's address; a client's own header of this name never gets through. */
export const clientAddressHeader = 'x-zenmeban-client-address';

const passwordCodes: Readonly<Record<PasswordProblem, string>> = {
  too_short: 'PASSWORD_TOO_SHORT',
  too_long: 'PASSWORD_TOO_LONG',
  too_common: 'PASSWORD_TOO_COMMON',
};

type Request = { path?: string; body?: unknown; headers?: Headers | undefined };

/** A text field of a body nobody has checked yet. */
function field(request: Request, name: string): string {
  const body = request.body;
  const value = body && typeof body === 'object' ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** What this request is counted against. Requests without a network address (a script) share one bucket. */
async function countedFor(request: Request & Parameters<typeof accountOn>[0]): Promise<Counted[]> {
  const address: Counted = { kind: 'address', of: request.headers?.get(clientAddressHeader) ?? 'unknown' };
  if (request.path === '/sign-in/email') return [await accountOn(request, field(request, 'email')), address];
  if (request.path === '/request-password-reset') return [{ kind: 'mail', of: field(request, 'email') }, address];
  return [address];
}

/** Our rules within better-auth: limits on guessing, the rule of passwords, and the table that counts. */
export function authPlugin(throttle: Throttle): BetterAuthPlugin {
  const counts = ['/sign-in/email', '/request-password-reset', '/reset-password', '/change-password'];
  const choosesPassword = ['/reset-password', '/change-password'];
  return {
    id: 'zenmeban',
    schema: {
      tryCount: {
        fields: {
          key: { type: 'string', required: true, unique: true },
          tries: { type: 'number', required: true },
          endsAt: { type: 'date', required: true },
        },
      },
    },
    hooks: {
      before: [
        {
          matcher: ({ path }) => counts.includes(path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            for (const counted of await countedFor(ctx)) await takeOrRefuse(throttle, counted);
            if (ctx.path !== '/change-password') return;
            const session = await getSessionFromCtx(ctx);
            if (session) await takeOrRefuse(throttle, { kind: 'account', of: session.user.email });
          }),
        },
        {
          matcher: ({ path }) => choosesPassword.includes(path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const problem = passwordProblem(field(ctx, 'newPassword'));
            if (problem) throw new APIError('BAD_REQUEST', { code: passwordCodes[problem], message: problem });
            if (ctx.path === '/change-password')
              return { context: { body: { ...(ctx.body as object), revokeOtherSessions: true } } };
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => counts.includes(path ?? '') && path !== '/request-password-reset',
          handler: createAuthMiddleware(async (ctx) => {
            if (ctx.context.returned instanceof Error) return;
            for (const counted of await countedFor(ctx)) await throttle.giveBack(counted);
            const changed = ctx.path === '/change-password' && ctx.context.newSession?.user.email;
            if (changed) await throttle.giveBack({ kind: 'account', of: changed });
            if (ctx.path === '/sign-in/email') await rememberDevice(ctx, field(ctx, 'email'));
            await throttle.tidy();
          }),
        },
      ],
    },
  };
}

async function takeOrRefuse(throttle: Throttle, counted: Counted): Promise<void> {
  const wait = await throttle.take(counted);
  if (wait !== null)
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'TOO_MANY_TRIES', message: `Too many tries, wait ${wait} s`, retryAfter: wait },
      { 'Retry-After': String(wait) },
    );
}
