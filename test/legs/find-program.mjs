import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const alsoIn = ['/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin', '/snap/bin', '/opt/homebrew/bin'];

/** The path of the first of these programs that this machine has, null when it has none. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...alsoIn];
  const paths = names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find((path) => mayRun(path)) ?? null;
}

export function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
