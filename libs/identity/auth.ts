import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { Pool } from 'pg';
import { forgottenAfterMs, idleTimeoutMs, impatientSocket, outlive, statementTimeoutMs } from '@zenmeban/database';
import { authPlugin, clientAddressHeader } from './auth-plugin';
import { hashPassword, verifyPassword } from './password';
import { Throttle } from './throttle';

export type AuthOptions = {
  readonly pool: Pool;
  /** Signs the session cookies; at least 32 characters. */
  readonly secret: string;
  /** Base of the links and the only origin that may write, without a trailing slash. */
  readonly publicUrl: string;
  /** Further origins, e.g. `http://127.0.0.1:3000` beside `http://localhost:3000`. */
  readonly alsoTrusted?: readonly string[];
  /** Sends the link by which the account with this id can choose a new password. */
  readonly sendResetPassword: (reset: { userId: string; url: string }) => Promise<void>;
  /** Hears what goes wrong where no answer can carry it. */
  readonly onError?: (error: unknown) => void;
};

const days = 24 * 60 * 60;

/** How the accounts' tables are reached: schema `auth`, few connections, the same limits as everywhere. */
export function authPool(databaseUrl: string, size = 4): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: size,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: forgottenAfterMs,
    connectionTimeoutMillis: statementTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    stream: () => impatientSocket(),
    onConnect: outlive,
    options: '-c search_path=auth',
  });
  /* An idle connection that dies is replaced by the next query; without a listener it would end the process. */
  pool.on('error', () => undefined);
  return pool;
}

/** better-auth as this product wants it: accounts are made by administrators, sessions can be revoked at once. */
export function createAuth({
  pool,
  secret,
  publicUrl,
  alsoTrusted = [],
  sendResetPassword,
  onError = () => undefined,
}: AuthOptions) {
  const secure = publicUrl.startsWith('https://');
  const throttle = new Throttle(pool);
  return betterAuth({
    appName: 'Zenmeban',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    trustedOrigins: [publicUrl, ...alsoTrusted],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      /* In UTF-16 units and generous: `passwordProblem` counts characters. */
      minPasswordLength: 1,
      maxPasswordLength: 1_024,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      /* Whoever holds the mailbox is let in again, although somebody else may have used up the tries. */
      onPasswordReset: ({ user }) => throttle.giveBack({ kind: 'account', of: user.email }),
      sendResetPassword: ({ user, token }) =>
        sendResetPassword({ userId: user.id, url: `${publicUrl}/reset-password?token=${token}` }),
    },
    session: { expiresIn: 30 * days, disableSessionRefresh: true, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    plugins: [authPlugin(throttle)],
    /* Ours counts per account and in the database. */
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await isActive(pool, session.userId))) throw wrongCredentials();
          },
          after: async () => {
            await pool.query('DELETE FROM session WHERE "expiresAt" < now()');
          },
        },
      },
    },
    advanced: {
      /* Said aloud, because better-auth leaves them out when it believes to be under test. */
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      /* `__Host-` binds the cookie to this very host; only https may carry the prefix. */
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-zenmeban' : 'zenmeban',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      /* The mail is sent beside the answer, which takes the same time whether there is such an account or not. */
      backgroundTasks: { handler: (task) => void task.catch(onError) },
    },
    logger: { disabled: true },
    onAPIError: { onError },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** One answer for a wrong password, an unknown account and a deactivated person. */
export const wrongCredentials = () =>
  new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' });

async function isActive(pool: Pool, userId: string): Promise<boolean> {
  const { rows } = await pool.query('SELECT 1 FROM app.person WHERE user_id = $1 AND active', [userId]);
  return rows.length === 1;
}
