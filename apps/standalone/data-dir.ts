import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotStart, codeOf } from './cannot-start';

const megabyte = 1024 * 1024;
/** A new database takes 50 MB and its journal grows to 256 MB. */
const freeForNew = 400 * megabyte;
const freeForOld = 100 * megabyte;

/**
 * Makes DATA_DIR when it is not there, and makes sure that it can be written and has room.
 * @throws CannotStart
 */
export async function openDataDir(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, 'can this be written?');
    await rm(probe);
  } catch (error) {
    throw new CannotStart(whyNotWritten(folder, codeOf(error)));
  }
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  const needed = existsSync(join(folder, 'postgres')) ? freeForOld : freeForNew;
  // Some file systems do not know how much they have left.
  if (disk.blocks > 0 && free < needed)
    throw new CannotStart(
      `DATA_DIR ${folder} has ${Math.floor(free / megabyte)} MB left, Zenmeban needs ${needed / megabyte} MB: free some space, or choose another DATA_DIR.`,
    );
}

/** Like `mkdir` with `recursive`, which never returns where nothing can be made (below /proc). */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 });
}

/** A sentence for the code of a system error that a write into DATA_DIR met. */
export function whyNotWritten(folder: string, code: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk of DATA_DIR ${folder} is full: free some space and start again.`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `DATA_DIR ${folder} is not a folder: choose another with DATA_DIR=….`;
  return `DATA_DIR ${folder} cannot be written (${code}): choose another with DATA_DIR=…, or change its permissions.`;
}

/** The secret that signs sessions, made at the first start and kept in DATA_DIR, for nobody else to read. */
export async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  if (!existsSync(path)) await writeFile(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return (await readFile(path, 'utf8')).trim();
}
