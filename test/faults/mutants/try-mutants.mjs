import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../../apps/standalone/setup/project.mjs';
import { closeLater } from '../../bench/closing.mjs';
import { faults } from '../faults/index.mjs';
import { runSuite } from '../suite.mjs';
import { mutants } from './mutants.mjs';

const timers = 80;

/** Runs every mutant against the fault that must tell. @returns the exit code: 0 only when all were caught */
export async function tryMutants(options) {
  const folder = join(project, '.cache', 'mutants');
  closeLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  let caught = 0;
  for (const [index, mutant] of mutants.entries()) {
    const dist = join(folder, String(index + 1), 'dist');
    mutate(mutant, dist);
    const problems = await trial(mutant, { ...options, dist });
    if (problems.length > 0) caught += 1;
    const verdict = problems.length > 0 ? `caught: ${problems.join('; ')}` : 'SURVIVED';
    console.log(`${mutant.name.padEnd(52)} ${mutant.fault.padEnd(20)} ${verdict}`);
  }
  console.log(`\n${mutants.length} mutants, ${caught} caught`);
  return caught === mutants.length ? 0 : 1;
}

/** A copy of the build with the mutant's changes; our own `dist` and the sources stay as they are. */
function mutate({ name, patches }, dist) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const part of ['apps', 'libs']) cpSync(join(project, 'dist', part), join(dist, part), { recursive: true });
  for (const [file, from, to] of patches) {
    const path = join(dist, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`The mutant "${name}" finds nothing to change in ${file}.`);
    writeFileSync(path, after);
  }
}

/** @returns what the fault found wrong */
async function trial({ fault, backend }, options) {
  const { runs } = await runSuite(
    {
      ...options,
      faults: faults.filter(({ name }) => name === fault),
      backends: [backend ?? options.backends.at(-1)],
      settings: { ...options.settings, timers, windowMs: 6_000 },
    },
    () => undefined,
  );
  return runs.flatMap(({ problems }) => problems);
}
