import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

const noLock = ['-o', 'Debug::NoLocking=1'];

/**
 * Unpacks a package of Debian or Ubuntu, with what it needs that this machine does not have, into a cache folder; nobody
 * needs to be root for that.
 * @param others to fetch with it where apt cannot say what it needs
 * @returns the folder in which its files lie as they would below `/`
 * @throws Error when it cannot be fetched
 */
export async function unpackDebian(cache, name, others = []) {
  const root = join(cache, 'root');
  mkdirSync(root, { recursive: true });
  const debs = () => readdirSync(cache).filter((file) => file.endsWith('.deb'));
  const download = async (options) => {
    const words = ['install', '--simulate', '--no-install-recommends', name];
    const plan = await runProgram(['apt-get', ...words, ...noLock, ...options], { env: { LC_ALL: 'C' } });
    // Inst libjemalloc2 (5.3.0-1 Debian:12/stable [amd64]); what apt fetched before is planned, too, other than by URI.
    const planned = [...plan.output.matchAll(/^Inst (\S+) /gm)].map(([, each]) => each);
    const packages = planned.length > 0 ? planned : [name, ...others];
    await runProgram(['apt-get', 'download', ...packages, ...options], { cwd: cache });
    return debs().length >= packages.length;
  };
  // Images without package lists get lists of their own, in the cache folder.
  if (!(await download([]))) {
    const own = ['-o', `Dir::State::Lists=${join(cache, 'lists')}`, '-o', `Dir::Cache=${join(cache, 'apt')}`];
    mkdirSync(join(cache, 'lists', 'partial'), { recursive: true });
    mkdirSync(join(cache, 'apt', 'archives', 'partial'), { recursive: true });
    await runProgram(['apt-get', 'update', ...noLock, ...own]);
    if (!(await download(own))) throw new Error(`${name} cannot be fetched`);
  }
  for (const file of debs()) await runProgram(['dpkg', '-x', join(cache, file), root]);
  return root;
}
