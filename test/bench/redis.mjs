import { spawn } from 'node:child_process';
import { once } from 'node:events';
import Redis from 'ioredis';
import { freePort } from '../../dist/apps/standalone/free-port.js';
import { getRedis } from '../legs/get-redis.mjs';
import { closeLater } from './closing.mjs';

/**
 * A Redis of the bench's own, as the product wants it: append-only, nothing evicted, `hz 100`.
 * @returns where it listens, how much memory it uses, and how to end it; null where there is none to be had
 */
export async function startRedis(folder) {
  const program = await getRedis();
  if (program === null) return null;
  const port = await freePort();
  const settings = ['--appendonly', 'yes', '--save', '', '--hz', '100', '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...settings], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  closeLater(stop);
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url);
  client.on('error', () => undefined);
  closeLater(() => client.disconnect());
  await client.ping();
  return { url, stop, usedMegabytes: async () => usedMegabytes(await client.info('memory')) };
}

const usedMegabytes = (info) => Number(/^used_memory:(\d+)/m.exec(info)[1]) / 1_000_000;
