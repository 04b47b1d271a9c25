import { Redis } from 'ioredis';

/** Above this share of `maxmemory` there is an end in sight. */
const nearlyFull = 0.9;

/**
 * What is wrong with a Redis that keeps our jobs: away, allowed to forget (`maxmemory-policy`), or nearly full.
 * @returns null when nothing is; never throws, answers within about 2 s
 */
export async function redisProblem(redisUrl: string): Promise<string | null> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return problemIn(await redis.info('memory'));
  } catch {
    return 'Redis does not answer';
  } finally {
    redis.disconnect();
  }
}

/** @param info what `INFO memory` answers */
export function problemIn(info: string): string | null {
  const field = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? '';
  const policy = field('maxmemory_policy');
  if (policy !== 'noeviction') return `maxmemory-policy is ${policy}, it must be noeviction`;
  const most = Number(field('maxmemory'));
  const used = Number(field('used_memory'));
  return most > 0 && used > nearlyFull * most ? `Redis is ${Math.round((100 * used) / most)} % full` : null;
}
