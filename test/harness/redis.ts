import { describe } from '@jest/globals';
import Redis from 'ioredis';
import { given } from './given';

/**
 * The URL of an empty Redis of this run; null when this machine has none (`npm test` then names the leg as skipped).
 * One story at a time may use it: it is emptied here.
 */
export async function emptyRedis(): Promise<string | null> {
  const server = await given('redis');
  if ('problem' in server) return null;
  return databaseOfWorker(server.url);
}

/** Every worker of Jest has a database of its own, so that stories may run beside each other. */
async function databaseOfWorker(server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = `/${Number(process.env['JEST_WORKER_ID'] ?? '1') % 16}`;
  const redis = new Redis(url.href);
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
  return url.href;
}

/** `describe`, skipped where there is no Redis. */
export async function describeWithRedis(): Promise<typeof describe | typeof describe.skip> {
  return 'problem' in (await given('redis')) ? describe.skip : describe;
}
