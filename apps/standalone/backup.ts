import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pendingAuthMigrations } from '@zenmeban/identity';
import { dataSourceOptions } from '@zenmeban/database';
import { DataSource } from 'typeorm';
import { CannotStart, codeOf } from './cannot-start';
import { whyNotWritten } from './data-dir';

const kept = 5;

/** Whether the schema of an existing database is older than this version of Zenmeban. False for an empty one. */
export async function hasPendingMigrations(databaseUrl: string): Promise<boolean> {
  const source = await new DataSource(dataSourceOptions(databaseUrl, 1)).initialize();
  try {
    const [{ known }] = await source.query<[{ known: boolean }]>(
      `SELECT to_regclass('app.migration') IS NOT NULL AS known`,
    );
    if (!known) return false;
    return (await source.showMigrations()) || (await pendingAuthMigrations(databaseUrl)).length > 0;
  } finally {
    await source.destroy();
  }
}

/**
 * Copies the files of a *stopped* database into `backups/<time>` of DATA_DIR and keeps the last five. The package of
 * the embedded Postgres brings no pg_dump; a copy of the stopped server is as true, and restoring it is one move.
 * @param now names the backup
 * @throws CannotStart when there is no room for it; the database is as it was
 */
export async function backUp(folder: string, data: string, now: Date): Promise<string> {
  const backups = join(folder, 'backups');
  const place = join(backups, now.toISOString().replaceAll(/[:.]/g, '-'));
  const aside = join(backups, 'unfinished');
  try {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await cp(data, join(aside, 'postgres'), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    await cp(join(folder, 'postgres-password'), join(aside, 'postgres-password'));
    await rename(aside, place);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw new CannotStart(
      `The database was not touched, because it could not be backed up first. ${whyNotWritten(folder, codeOf(error))}`,
    );
  }
  const all = (await readdir(backups)).filter((name) => /^\d{4}-/.test(name)).sort();
  await Promise.all(all.slice(0, -kept).map((name) => rm(join(backups, name), { recursive: true, force: true })));
  return place;
}
