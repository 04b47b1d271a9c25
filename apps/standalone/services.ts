import { join } from 'node:path';
import { complete, type Config, type Settings, systemClock } from '@zenmeban/config';
import pg from 'pg';
import { backUp, hasPendingMigrations } from './backup';
import { DataDirLock } from './data-dir-lock';
import { keptSecret, openDataDir } from './data-dir';
import { type InboxServer, startInboxServer } from './inbox';
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
 * Opens DATA_DIR and starts what was not named: the database, the local inbox, the secret.
 * @param tell hears what goes on, a line at a time
 * @throws CannotStart with one sentence; nothing stays behind
 */
export async function openServices(settings: Settings, tell: (line: string) => void): Promise<Services> {
  const folder = settings.dataDir;
  await openDataDir(folder);
  const lock = new DataDirLock(folder);
  lock.take();
  const opened: (() => unknown)[] = [() => lock.release()];
  const close = async () => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const postgres = settings.databaseUrl === null ? await openPostgres(folder, tell) : null;
    if (postgres !== null) {
      opened.push(() => postgres.stop());
      lock.announce(postgres.port);
    }
    const inbox = settings.localInbox ? await openInbox(folder) : null;
    if (inbox !== null) opened.push(() => inbox.close());
    const made = { databaseUrl: postgres?.url(database) ?? '', smtpUrl: inbox?.url ?? '' };
    return {
      config: complete(settings, { ...made, secret: await keptSecret(folder) }),
      ended: postgres?.ended ?? new Promise<string>(() => undefined),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the local inbox keeps its mail. */
export const inboxFolder = (dataDir: string) => join(dataDir, 'inbox');

function openInbox(dataDir: string): Promise<InboxServer> {
  return startInboxServer({ dir: inboxFolder(dataDir), host: '127.0.0.1', port: 0 });
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
