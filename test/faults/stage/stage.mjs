import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../dist/apps/standalone/free-port.js';
import { project } from '../../../apps/standalone/setup/project.mjs';
import { fillDatabase } from './fill.mjs';
import { startMail } from './mail.mjs';
import { startPostgres } from './postgres.mjs';
import { productProcess } from './product.mjs';
import { openProxy } from './proxy.mjs';
import { startRedis } from './redis.mjs';

const database = 'zenmeban';

/**
 * Everything a fault needs: a durable Postgres, Redis (or none: then the queue is in Postgres too), a mail server, a
 * proxy before each of them, one api and two workers of the built product.
 * @param redisServer the program; null for the Postgres queue
 * @param dist the build to run, the project's own unless a mutant is on trial
 */
export async function openStage({ folder, redisServer, dist = join(project, 'dist') }) {
  mkdirSync(folder, { recursive: true });
  const closers = [];
  const opened = async (thing, close) => {
    const it = await thing;
    closers.push(() => close(it));
    return it;
  };
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const postgres = await opened(startPostgres(join(folder, 'postgres')), (it) => it.stop());
    const redis = redisServer && (await opened(startRedis(redisServer, folder), (it) => it.kill()));
    const mail = await opened(startMail(), (it) => it.stop());
    const proxies = {
      postgres: await opened(openProxy(postgres.port), (it) => it.close()),
      redis: redis && (await opened(openProxy(redis.port), (it) => it.close())),
      mail: await opened(openProxy(mail.port), (it) => it.close()),
    };
    const people = await fillDatabase(postgres, database, folder);

    const apiPort = await freePort();
    const env = {
      DATABASE_URL: postgres.url(database, proxies.postgres.port),
      ...(redis && { REDIS_URL: `redis://127.0.0.1:${proxies.redis.port}` }),
      SMTP_URL: `smtp://127.0.0.1:${proxies.mail.port}`,
      SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: `http://127.0.0.1:${apiPort}`,
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'warn',
      FAULTS_STILL: join(folder, 'still'),
    };
    /* One more process, not started yet; it is killed when the stage closes. */
    const add = (kind, name, port = apiPort) => {
      const one = productProcess(kind, name, { dist, env: { ...env, PORT: String(port) }, folder });
      one.url = `http://127.0.0.1:${port}`;
      closers.push(() => (one.isUp() ? one.kill() : undefined));
      return one;
    };
    const api = add('api', 'api');
    const workers = [add('worker', 'worker-1'), add('worker', 'worker-2')];
    const pool = new pg.Pool({
      connectionString: postgres.url(database),
      max: 6,
      application_name: 'faults',
      query_timeout: 60_000,
    });
    // Those that wait when Postgres is killed.
    pool.on('error', () => undefined);
    closers.push(() => pool.end().catch(() => undefined));
    const stage = {
      ...{
        backend: redis ? 'redis' : 'postgres',
        folder,
        postgres,
        redis,
        mail,
        proxies,
        people,
        env,
        api,
        workers,
        add,
      },
      freePort,
      close,
      /** Rows of a statement, past the proxy. */
      sql: async (text, values) => (await pool.query(text, values)).rows,
      /** Everything up and behaving, whatever the fault before has left. */
      async heal() {
        redis?.thaw();
        for (const one of [api, ...workers]) if (one.isUp()) one.thaw();
        for (const proxy of Object.values(proxies)) {
          proxy?.delay(0);
          await proxy?.become('pass');
        }
        await mail.will({ everyone: 'take', recipients: {} });
        await Promise.all([api, ...workers].filter((one) => !one.isUp()).map((one) => one.start()));
      },
    };
    await stage.heal();
    return stage;
  } catch (error) {
    await close();
    throw error;
  }
}
