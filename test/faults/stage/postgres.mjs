import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../../dist/apps/standalone/free-port.js';
import { postgresBinaries, program } from '../../../dist/apps/standalone/postgres/binaries.js';
import { openCluster } from '../../../dist/apps/standalone/postgres/cluster.js';
import { chooseLauncher } from '../../../dist/apps/standalone/postgres/launcher.js';
import { settleLeftovers } from '../../../dist/apps/standalone/postgres/leftovers.js';
import { serverSettings } from '../../../dist/apps/standalone/postgres/settings.js';
import { startTied } from './tied.mjs';

/** The product's own embedded Postgres, durable, on one port for good, so that it can be killed and started again. */
export async function startPostgres(folder) {
  mkdirSync(folder, { recursive: true });
  const launcher = await chooseLauncher(postgresBinaries(), folder);
  const cluster = await openCluster(launcher, folder, true);
  const port = await freePort();
  // As many connections as a server of its own has: here several processes share it, not one.
  const settings = { ...serverSettings('durable'), max_connections: '200' };
  const command = [
    ...[...launcher.prefix, program(launcher.binaries, 'postgres'), '-D', cluster.data, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  let server = null;
  const urlAt = (at, database) => `postgres://zenmeban:${cluster.password}@127.0.0.1:${at}/${database}`;
  const postgres = {
    port,
    /** URL of a database, straight or through a proxy. */
    url: (database, at = port) => urlAt(at, database),
    async start() {
      await settleLeftovers(cluster.data);
      server = startTied(command, {
        log: join(folder, 'postgres.log'),
        cwd: '/',
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
      });
      while (!(await answers(urlAt(port, 'postgres')))) {
        if (server.isOver()) throw new Error(`Postgres ended; see ${folder}/postgres.log`);
        await wait(50);
      }
    },
    /** As `pg_ctl stop -m immediate`: sessions are cut, nothing is tidied up, the next start recovers. */
    async crash() {
      server.signal('SIGQUIT');
      await server.ended;
    },
    kill: () => server.kill(),
    async stop() {
      server.signal('SIGINT');
      await Promise.race([server.ended, wait(5_000)]);
      await server.kill();
      await settleLeftovers(cluster.data).catch(() => undefined);
    },
  };
  await postgres.start();
  return postgres;
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
