import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start';
import { freePort } from '../free-port';
import { postgresBinaries, program } from './binaries';
import { type Cluster, openCluster, superuser, whyNot } from './cluster';
import { chooseLauncher, type Launcher } from './launcher';
import { settleLeftovers } from './leftovers';
import { LimitedLog } from './limited-log';
import { quietEnvironment, run } from './run';
import { serverSettings } from './settings';

export type PostgresOptions = {
  /** The folder that holds the data (`postgres/`), the password and the log. Hold its lock before you start. */
  readonly folder: string;
  readonly kind: 'durable' | 'fast';
  /** Only for tests: how to give up root's powers. */
  readonly isolation?: 'namespace' | 'user' | 'any';
};

export type EmbeddedPostgres = {
  readonly port: number;
  readonly data: string;
  /** Whether this start made the data folder. */
  readonly isNew: boolean;
  /** URL of a database of this server, as its owner. */
  url(database: string): string;
  /** Resolves with the last words when the server ends, asked or not. */
  readonly ended: Promise<string>;
  /** Ends all sessions and the server, within 17 s. */
  stop(): Promise<void>;
};

/** A server that crashed replays its journal first: up to 256 MB of it. */
const startWithinMs = 60_000;

/**
 * Starts the embedded Postgres on a free port of 127.0.0.1, making its data folder when there is none.
 * @throws CannotStart with one sentence
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.folder, { recursive: true });
  const launcher = await chooseLauncher(postgresBinaries(), options.folder, options.isolation);
  const cluster = await openCluster(launcher, options.folder, options.kind === 'durable');
  await settleLeftovers(cluster.data);
  const log = new LimitedLog(join(options.folder, 'log', 'postgres.log'));
  for (let attempt = 1; ; attempt++) {
    const server = launch(launcher, cluster, await freePort(), options.kind, log);
    try {
      await untilReady(server);
      return server;
    } catch (error) {
      await server.stop();
      // Between choosing the port and using it, somebody else may have taken it.
      if (attempt === 3 || !/address already in use/i.test(log.end)) throw error;
    }
  }
}

function launch(
  launcher: Launcher,
  cluster: Cluster,
  port: number,
  kind: PostgresOptions['kind'],
  log: LimitedLog,
): EmbeddedPostgres {
  const settings = Object.entries(serverSettings(kind)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [...launcher.prefix, ...launcher.tie, program(launcher.binaries, 'postgres')];
  const [file = '', ...args] = [...command, '-D', cluster.data, '-p', String(port), ...settings];
  // In a session of its own: Ctrl-C reaches us first, and we can finish what we are doing.
  const child = spawn(file, args, {
    detached: true,
    env: quietEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
  });
  child.stdout.on('data', (chunk: Buffer) => log.write(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.write(chunk));
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => setImmediate(() => resolve(log.end)));
  });
  return {
    port,
    data: cluster.data,
    isNew: cluster.isNew,
    url: (database) => `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`,
    ended,
    stop: () => stop(child, launcher, cluster),
  };
}

async function untilReady(server: EmbeddedPostgres): Promise<void> {
  let over: string | null = null;
  void server.ended.then((words) => (over = words));
  for (let waited = 0; waited < startWithinMs; waited += 50) {
    if (over !== null) throw new CannotStart(whyNot(over));
    if (await answers(server.url('postgres'))) return;
    await wait(50);
  }
  throw new CannotStart('Postgres did not get ready within a minute; DATA_DIR/log/postgres.log tells more.');
}

async function answers(url: string): Promise<boolean> {
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

/** Fast (ends sessions, writes everything), then immediate (recovers at the next start), then not at all. */
async function stop(child: ChildProcess, launcher: Launcher, cluster: Cluster): Promise<void> {
  const isOver = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  if (isOver()) return;
  if (process.platform === 'win32') {
    await run([program(launcher.binaries, 'pg_ctl'), 'stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '12']);
  }
  for (const [signal, patienceMs] of [
    ['SIGINT', 12_000],
    ['SIGQUIT', 4_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (isOver()) return;
    child.kill(signal);
    for (let waited = 0; waited < patienceMs && !isOver(); waited += 20) await wait(20);
  }
}
