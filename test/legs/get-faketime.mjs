import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { unpackDebian } from './debian-packages.mjs';
import { findProgram } from './find-program.mjs';

const cache = join(project, '.cache', 'faketime');

/**
 * The path of libfaketime, which moves the clock of single processes: the machine's, else (Debian, Ubuntu) one that is
 * unpacked into a cache folder.
 * @returns null when there is none to be had
 */
export async function getFaketime() {
  const there = libraryIn('/usr/lib') ?? libraryIn(join(cache, 'root', 'usr', 'lib'));
  if (there !== null) return there;
  if (findProgram('apt-get') === null || findProgram('dpkg') === null) return null;
  try {
    return libraryIn(join(await unpackDebian(cache, 'libfaketime'), 'usr', 'lib'));
  } catch {
    rmSync(cache, { recursive: true, force: true });
    return null;
  }
}

/* /usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1 */
function libraryIn(lib) {
  const folders = existsSync(lib) ? readdirSync(lib) : [];
  const paths = ['', ...folders].map((folder) => join(lib, folder, 'faketime', 'libfaketime.so.1'));
  return paths.find((path) => existsSync(path)) ?? null;
}
