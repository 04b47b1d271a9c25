import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { cp, lchown, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start';
import { postgresMajor, program } from './binaries';
import { run } from './run';

/** How the programs of Postgres are started here, and where the server keeps its data. */
export type Launcher = {
  readonly binaries: string;
  /** What stands before a program: gives up root's powers. */
  readonly prefix: readonly string[];
  /** What stands between: lets the server die with us, where the system can. */
  readonly tie: readonly string[];
  /** The owner that the data folder must have. */
  readonly uid: number | null;
  /** The folder in which the data folder lies. */
  readonly home: string;
};

/** The user `nobody`, on every Linux: Postgres refuses to run for root. */
const nobody = 65534;
const tie = ['setpriv', '--pdeathsig', 'INT'];
/** Where root puts what an unprivileged user must be able to enter. */
const enterable = '/var/lib/zenmeban';

/**
 * Finds out how Postgres can run here. For root: in a user namespace, where root's files stay root's; where those are
 * forbidden as `nobody`, with binaries and data in `/var/lib/zenmeban` if nobody may enter the folders they are in.
 * @param isolation only for tests: take this way of the two
 */
export async function chooseLauncher(
  binaries: string,
  folder: string,
  isolation: 'namespace' | 'user' | 'any' = 'any',
): Promise<Launcher> {
  const tied = process.platform === 'linux' && (await run([...tie, 'true'])).ok ? tie : [];
  const asWeAre = { binaries, prefix: [], tie: tied, uid: null, home: folder };
  if (process.getuid?.() !== 0) return asWeAre;
  if (process.platform !== 'linux')
    throw new CannotStart('Postgres does not run for root here: start Zenmeban as an ordinary user.');
  const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  if (isolation !== 'user' && (await run([...namespace, program(binaries, 'postgres'), '--version'])).ok)
    return { ...asWeAre, prefix: namespace, uid: 0 };
  return asNobody(asWeAre, folder);
}

async function asNobody(launcher: Launcher, folder: string): Promise<Launcher> {
  const prefix = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const works = async (binaries: string) => (await run([...prefix, program(binaries, 'postgres'), '--version'])).ok;
  let { binaries } = launcher;
  if (!(await works(binaries))) {
    const copy = join(enterable, `postgres-${postgresMajor}-${hash(binaries)}`);
    if (!existsSync(copy)) await copyBinaries(binaries, copy);
    binaries = copy;
  }
  if (!(await works(binaries)))
    throw new CannotStart(
      'Postgres does not run for root, and this system lets root neither open a user namespace nor become an ordinary user: start Zenmeban as an ordinary user, or set DATABASE_URL.',
    );
  const mayEnter = (await run([...prefix, 'test', '-x', folder])).ok;
  const home = mayEnter ? folder : await homeElsewhere(folder);
  return { ...launcher, binaries, prefix, uid: nobody, home };
}

async function copyBinaries(from: string, to: string): Promise<void> {
  await mkdir(enterable, { recursive: true, mode: 0o755 });
  const aside = `${to}.${process.pid}`;
  await cp(from, aside, { recursive: true, verbatimSymlinks: true });
  await rename(aside, to).catch(() => rm(aside, { recursive: true, force: true }));
}

/** A folder for the data that nobody may enter; DATA_DIR keeps a link to it. */
async function homeElsewhere(folder: string): Promise<string> {
  const home = join(enterable, `data-${hash(folder)}`);
  await mkdir(home, { recursive: true, mode: 0o755 });
  const link = join(folder, 'postgres');
  if (!existsSync(link)) {
    await rm(link, { force: true });
    await symlink(join(home, 'postgres'), link);
  } else if (!lstatSync(link).isSymbolicLink()) {
    await cp(link, join(home, 'postgres'), { recursive: true });
    await rename(link, `${link}.moved`);
    await symlink(join(home, 'postgres'), link);
  }
  return home;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Gives a folder with all that is in it to the user that Postgres runs as; nothing happens when it is theirs. */
export async function give(folder: string, uid: number | null): Promise<void> {
  if (uid === null || lstatSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await give(path, uid);
    else await lchown(path, uid, uid);
  }
  // The folder itself comes last: a change of hands that was interrupted is done again.
  await lchown(folder, uid, uid);
}
