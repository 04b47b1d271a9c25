import type { EmbeddedPostgres } from '../../apps/standalone/postgres';
import type { TestRedisServer } from './redis-server';

/** What the setup of a run hands to its teardown; both run in the one process that started Jest. */
export const running: {
  folder: string | null;
  postgres: Promise<EmbeddedPostgres> | null;
  redis: Promise<TestRedisServer> | null;
} = { folder: null, postgres: null, redis: null };
