import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../../apps/standalone/setup/project.mjs';

/**
 * Makes a copy of the build with changes; our own `dist` and the sources stay as they are.
 * @param name a folder of the cache
 * @param patches [file in dist, what stands there, what stands there instead]
 * @returns the folder
 * @throws Error when a patch finds nothing to change
 */
export function patchedBuild(name, patches) {
  const dist = join(project, '.cache', 'patched', name, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const part of ['apps', 'libs']) cpSync(join(project, 'dist', part), join(dist, part), { recursive: true });
  for (const [file, from, to] of patches) {
    const path = join(dist, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`"${name}" finds nothing to change in ${file}.`);
    writeFileSync(path, after);
  }
  return dist;
}
