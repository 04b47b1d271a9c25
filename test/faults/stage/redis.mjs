import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Redis from 'ioredis';
import { freePort } from '../../../dist/apps/standalone/free-port.js';
import { startTied } from './tied.mjs';

/** A Redis that forgets everything when it ends, always on the same port. */
export async function startRedis(program, folder) {
  const port = await freePort();
  const command = [
    ...[program, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    ...['--save', '', '--appendonly', 'no', '--hz', '100', '--maxmemory-policy', 'noeviction'],
  ];
  let server = null;
  const redis = {
    port,
    async start() {
      server = startTied(command, { log: join(folder, 'redis.log') });
      while (!(await listens(port))) await wait(20);
    },
    kill: () => server.kill(),
    freeze: () => server.signal('SIGSTOP'),
    thaw: () => server.signal('SIGCONT'),
    /** Says one thing to it, such as ('FLUSHALL'). */
    async say(...words) {
      const client = new Redis({ port, maxRetriesPerRequest: 1 });
      client.on('error', () => undefined);
      try {
        return await client.call(...words);
      } finally {
        client.disconnect();
      }
    },
  };
  await redis.start();
  return redis;
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => resolve(false));
    socket.on('close', (failed) => resolve(!failed));
  });
}
