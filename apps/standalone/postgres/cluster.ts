import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { postgresMajor, program } from './binaries';
import { give, type Launcher } from './launcher';
import { run } from './run';

/** The owner of everything in the embedded server. */
export const superuser = 'zenmeban';

/** A data folder that is ready to be served, and the password of its one user. */
export type Cluster = { readonly data: string; readonly password: string; readonly isNew: boolean };

/**
 * Finds the data folder in `folder`, or makes it: aside, so that a start that was killed leaves nothing half made.
 * @param durable whether the new files must be on the disk before this returns
 */
export async function openCluster(launcher: Launcher, folder: string, durable: boolean): Promise<Cluster> {
  const place = join(launcher.home, 'postgres');
  // It may be a link: see `homeElsewhere`.
  const data = existsSync(place) ? realpathSync(place) : place;
  const passwordFile = join(folder, 'postgres-password');
  if (existsSync(join(data, 'PG_VERSION'))) {
    const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (version !== postgresMajor)
      throw new CannotStart(
        `The data in ${data} is of Postgres ${version}, this is Postgres ${postgresMajor}: choose another DATA_DIR, or move the data with pg_dump.`,
      );
    await give(data, launcher.uid);
    const password = await readFile(passwordFile, 'utf8').catch(() => {
      throw new CannotStart(
        `The file ${passwordFile} is missing: without it the database in DATA_DIR cannot be opened.`,
      );
    });
    return { data, password: password.trim(), isNew: false };
  }
  const password = randomBytes(24).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await create(launcher, data, password, durable);
  return { data, password, isNew: true };
}

async function create(launcher: Launcher, data: string, password: string, durable: boolean): Promise<void> {
  const aside = `${data}.new`;
  const secret = `${data}.new-password`;
  await rm(aside, { recursive: true, force: true });
  await writeFile(secret, password, { mode: 0o600 });
  if (launcher.uid) await chown(secret, launcher.uid, launcher.uid);
  try {
    await mkdir(aside, { mode: 0o700 });
    await give(aside, launcher.uid);
    const { ok, output } = await run([
      ...launcher.prefix,
      ...launcher.tie,
      program(launcher.binaries, 'initdb'),
      ...['-D', aside, '-U', superuser, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (!ok) throw new CannotStart(whyNot(output));
    await rm(data, { recursive: true, force: true });
    await rename(aside, data);
  } finally {
    await rm(secret, { force: true });
    await rm(aside, { recursive: true, force: true });
  }
}

/** A sentence for the output of a program of Postgres that failed. */
export function whyNot(output: string): string {
  if (/no space left on device|disk quota exceeded/i.test(output))
    return 'The disk is full: free some space where DATA_DIR is and start again.';
  if (/error while loading shared libraries/i.test(output))
    return `The embedded Postgres lacks a library of this system (${lastLine(output)}): set DATABASE_URL instead.`;
  return `Postgres could not start: ${lastLine(output)}`;
}

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /error|fatal|panic/i.test(line));
  return telling.at(-1) ?? lines.at(-1) ?? 'it said nothing.';
}
