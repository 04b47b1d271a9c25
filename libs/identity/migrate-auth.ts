import { getMigrations } from 'better-auth/db/migration';
import { authPool, createAuth } from './auth';

/** As for our own schema, another number: processes may start together. */
const migrationLock = 7_205_002;

/**
 * Brings schema `auth` up to date; `migrate(url)` of the database room comes first.
 * @returns the tables that were made or extended, none when all was there
 */
export async function migrateAuth(databaseUrl: string): Promise<string[]> {
  const pool = authPool(databaseUrl, 2);
  const lock = await pool.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await lock.query('CREATE SCHEMA IF NOT EXISTS auth');
    const { toBeCreated, toBeAdded, runMigrations } = await planned(pool);
    await runMigrations();
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    return [...toBeCreated, ...toBeAdded].map(({ table }) => table);
  } finally {
    lock.release();
    await pool.end();
  }
}

/** What better-auth would still have to do; nothing, after `migrateAuth`. */
export async function pendingAuthMigrations(databaseUrl: string): Promise<string[]> {
  const pool = authPool(databaseUrl, 2);
  try {
    const { toBeCreated, toBeAdded, toBeAddedIndexes } = await planned(pool);
    return [...toBeCreated, ...toBeAdded, ...toBeAddedIndexes].map(({ table }) => table);
  } finally {
    await pool.end();
  }
}

function planned(pool: ReturnType<typeof authPool>) {
  const auth = createAuth({
    pool,
    secret: 'only the shape of the tables is asked for here',
    publicUrl: 'http://localhost',
    sendResetPassword: () => Promise.resolve(),
  });
  return getMigrations(auth.options);
}
