import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
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
  const root = join(cache, 'root');
  mkdirSync(root, { recursive: true });
  // Images without package lists get lists of their own, in the cache folder.
  if (!(await download([]))) {
    const own = ['-o', `Dir::State::Lists=${join(cache, 'lists')}`, '-o', `Dir::Cache=${join(cache, 'apt')}`];
    mkdirSync(join(cache, 'lists', 'partial'), { recursive: true });
    mkdirSync(join(cache, 'apt', 'archives', 'partial'), { recursive: true });
    await runProgram(['apt-get', 'update', ...noLock, ...own]);
    if (!(await download(own))) throw new Error('redis-server cannot be fetched');
  }
  for (const file of debs()) await runProgram(['dpkg', '-x', join(cache, file), root]);
  writeFileSync(wrapper, script(root), { mode: 0o755 });
  const works = await runProgram([wrapper, '--version']);
  if (!works.ok) throw new Error(works.output);
  return wrapper;
}

const noLock = ['-o', 'Debug::NoLocking=1'];
const debs = () => readdirSync(cache).filter((name) => name.endsWith('.deb'));

/** Fetches redis-server and what it needs that this machine does not have. */
async function download(options) {
  const words = ['install', '--simulate', '--no-install-recommends', 'redis-server'];
  const plan = await runProgram(['apt-get', ...words, ...noLock, ...options], { env: { LC_ALL: 'C' } });
  // Inst libjemalloc2 (5.3.0-1 Debian:12/stable [amd64]); what apt fetched before is planned, too, other than by URI.
  const planned = [...plan.output.matchAll(/^Inst (\S+) /gm)].map(([, name]) => name);
  const packages = planned.length > 0 ? planned : ['redis-server', 'redis-tools'];
  await runProgram(['apt-get', 'download', ...packages, ...options], { cwd: cache });
  return debs().length >= packages.length;
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
