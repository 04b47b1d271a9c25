import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where package.json is. */
export const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** Ends set-up with a sentence for the person at the keyboard. */
export class SetupProblem extends Error {}

const ignored = new Set(['node_modules', 'dist', '.DS_Store']);

/** A hash of the names and contents of files, folders with all that is in them. What does not exist counts as empty. */
export function fingerprint(paths, skip = () => false) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(project, path))) {
      const name = relative(project, file).replaceAll('\\', '/');
      if (skip(name)) continue;
      hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = entriesOf(path);
  if (entries === null) return [path];
  return entries
    .filter((entry) => !ignored.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function entriesOf(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** The text of a file, '' when there is none. */
export function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
