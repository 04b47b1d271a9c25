import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';

/** Any number, the same in all processes: only one of them migrates at a time. */
const migrationLock = 7_205_001;

/**
 * Brings our schema up to date under an advisory lock, so that processes may start together.
 * @returns the names of the migrations that ran, none when all had run before
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const options = dataSourceOptions(databaseUrl, 2);
  const source = await new DataSource({
    ...options,
    /* A migration takes as long as it takes, and the connection that holds the lock is silent meanwhile. */
    extra: { ...(options.extra as object), statement_timeout: 0, idleTimeoutMillis: 0, stream: undefined },
  }).initialize();
  try {
    const lock = source.createQueryRunner();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      await lock.query('CREATE SCHEMA IF NOT EXISTS app');
      const ran = await source.runMigrations();
      await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
      return ran.map((migration) => migration.name);
    } finally {
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}
