import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { unpackDebian } from './debian-packages.mjs';
import { findProgram, mayRun } from './find-program.mjs';
import { runProgram } from './run-program.mjs';

const cache = join(project, '.cache', 'redis');

/**
 * The path of a redis-server: the machine's, else (Debian, Ubuntu) one that is unpacked into a cache folder, for which
 * nobody needs to be root.
 * @returns null when there is none to be had
 */
export async function getRedis({ ignoreMachine = false } = {}) {
  const machines = ignoreMachine ? null : findProgram('redis-server');
  if (machines !== null) return machines;
  const wrapper = join(cache, 'redis-server');
  if (mayRun(wrapper)) return wrapper;
  if (findProgram('apt-get') === null || findProgram('dpkg') === null) return null;
  try {
    return await unpack(wrapper);
  } catch {
    rmSync(cache, { recursive: true, force: true });
    return null;
  }
}

async function unpack(wrapper) {
  const root = await unpackDebian(cache, 'redis-server', ['redis-tools']);
  writeFileSync(wrapper, script(root), { mode: 0o755 });
  const works = await runProgram([wrapper, '--version']);
  if (!works.ok) throw new Error(works.output);
  return wrapper;
}

/** Starts the unpacked program with the libraries that were unpacked beside it. */
function script(root) {
  const lib = join(root, 'usr', 'lib');
  const folders = existsSync(lib)
    ? readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const path = ['', ...folders.map(({ name }) => `/${name}`)].map((name) => `"$here/root/usr/lib${name}"`).join(':');
  return `#!/bin/sh
here="$(cd "$(dirname "$0")" && pwd)"
LD_LIBRARY_PATH=${path} exec "$here/root/usr/bin/redis-server" "$@"
`;
}
