import { CONFIG, type Config } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { ACCOUNT_MAIL, type AccountMail } from './account-mail';
import { authPool, createAuth } from './auth';
import { People } from './people';
import { AUTH, Sessions } from './sessions';

const AUTH_POOL = Symbol('AUTH_POOL');

/** Needs `ACCOUNT_MAIL` from a global module; `mountAuth(fastify, app.get(AUTH))` opens the doors. */
@Module({
  providers: [
    { provide: AUTH_POOL, inject: [CONFIG], useFactory: (config: Config) => authPool(config.databaseUrl) },
    {
      provide: AUTH,
      inject: [CONFIG, AUTH_POOL, Database, ACCOUNT_MAIL],
      useFactory: (config: Config, pool: Pool, database: Database, mail: AccountMail) =>
        createAuth({
          pool,
          secret: config.secret,
          publicUrl: config.publicUrl,
          alsoTrusted: alsoTrusted(config),
          sendResetPassword: ({ userId, url }) => sendReset(database, mail, userId, url),
        }),
    },
    Sessions,
    People,
  ],
  exports: [AUTH, Sessions, People],
})
export class IdentityModule implements OnApplicationShutdown {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}

/** On one's own machine `localhost` and `127.0.0.1` are the same place. */
function alsoTrusted(config: Config): string[] {
  const loopback = ['127.0.0.1', 'localhost', '::1'].includes(config.host);
  if (config.mode !== 'standalone' || !loopback) return [];
  return [`http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`];
}

async function sendReset(database: Database, mail: AccountMail, userId: string, url: string): Promise<void> {
  const [person] = await database.manager.query<{ id: string }[]>(
    'SELECT id FROM app.person WHERE user_id = $1 AND active',
    [userId],
  );
  if (person) await mail.passwordReset({ personId: person.id, url });
}
