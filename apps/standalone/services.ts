import { complete, type Config, type Settings, systemClock } from '@zenmeban/config';
import pg from 'pg';
import { backUp, hasPendingMigrations } from './backup';
import { DataDirLock } from './data-dir-lock';
import { keptSecret, openDataDir } from './data-dir';
import { freePort } from './free-port';
import { type EmbeddedPostgres, startPostgres } from './postgres';

/** What standalone made for itself, because nobody named it. */
export type Services = {
  readonly config: Config;
  /** Resolves with the last words of the embedded Postgres when it ends; never without one. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
};

const database = 'zenmeban';

/**
 * Opens DATA_DIR and starts what was not named: the database, and a port for the local inbox.
 * @param tell hears what goes on, a line at a time
 * @throws CannotStart with one sentence; nothing stays behind
 */
export async function openServices(settings: Settings, tell: (line: string) => void): Promise<Services> {
  const folder = settings.dataDir;
  await openDataDir(folder);
  const lock = new DataDirLock(folder);
  lock.take();
  try {
    const postgres = settings.databaseUrl === null ? await openPostgres(folder, tell) : null;
    if (postgres !== null) lock.announce(postgres.port);
    const config = complete(settings, {
      databaseUrl: postgres?.url(database) ?? '',
      smtpUrl: settings.smtpUrl ?? `smtp://127.0.0.1:${await freePort()}`,
      secret: await keptSecret(folder),
    });
    return {
      config,
      ended: postgres?.ended ?? new Promise<string>(() => undefined),
      close: async () => {
        await postgres?.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openPostgres(folder: string, tell: (line: string) => void): Promise<EmbeddedPostgres> {
  tell('Starting Postgres …');
  const start = () => startPostgres({ folder, kind: 'durable' });
  const postgres = await start();
  try {
    await createDatabase(postgres);
    if (postgres.isNew || !(await hasPendingMigrations(postgres.url(database)))) return postgres;
    tell('Backing up the database before it is migrated …');
    await postgres.stop();
    const place = await backUp(folder, postgres.data, systemClock.now());
    tell(`  kept in ${place}`);
    return await start();
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function createDatabase(postgres: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (there.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}
