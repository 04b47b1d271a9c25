import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../apps/standalone/free-port';

export type TestRedisServer =
  | { readonly url: string; stop(): Promise<void> }
  | { readonly url: null; readonly problem: string; stop(): Promise<void> };

const nothing = () => Promise.resolve();

/**
 * A Redis of this run: TEST_REDIS_URL, or the program that `npm test` found or fetched (ZENMEBAN_REDIS_SERVER), or the
 * machine's.
 */
export async function startRedis(folder: string): Promise<TestRedisServer> {
  const given = process.env['TEST_REDIS_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: nothing };
  const program = findRedisServer();
  if (program === null)
    return { url: null, problem: 'redis-server is not there: apt-get install redis-server', stop: nothing };
  const port = await freePort();
  const tie = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL'] : [];
  const [file = '', ...args] = [
    ...[...tie, program, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    ...['--save', '', '--appendonly', 'no', '--hz', '100', '--maxmemory-policy', 'noeviction'],
  ];
  const child = spawn(file, args, { stdio: 'ignore', detached: true });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  }).then(() => {
    over = true;
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  for (let waitedMs = 0; waitedMs < 10_000 && !over; waitedMs += 50) {
    if (await listens(port)) return { url: `redis://127.0.0.1:${port}`, stop };
    await wait(50);
  }
  await stop();
  return { url: null, problem: `${program} does not start`, stop: nothing };
}

/** The path of a redis-server on this machine, null when there is none. */
export function findRedisServer(): string | null {
  const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/opt/homebrew/bin'];
  const paths = [...(process.env['PATH'] ?? '').split(':'), ...folders].map((path) => join(path, 'redis-server'));
  const found = process.env['ZENMEBAN_REDIS_SERVER'];
  return [...(found ? [found] : []), ...paths].find((path) => existsSync(path)) ?? null;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => resolve(false));
    socket.on('close', (failed) => resolve(!failed));
  });
}
