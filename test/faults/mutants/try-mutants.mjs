import { faults } from '../faults/index.mjs';
import { runSuite } from '../suite.mjs';
import { mutants } from './mutants.mjs';
import { patchedBuild } from './patched-build.mjs';

const settings = { timers: 80, windowMs: 6_000 };

/**
 * Runs every mutant against the fault that must tell, and the faults without a mutant first: a fault that is always red
 * tells nothing. @returns the exit code: 0 only when all were caught
 */
export async function tryMutants(options) {
  const chosen = mutants.filter(({ fault }) => options.faults.some(({ name }) => name === fault));
  let red = 0;
  for (const [fault, backend] of new Map(chosen.map((mutant) => [mutant.fault, mutant.backend])))
    red += report('(unchanged)', fault, await trial({ fault, backend }, options), 'green');
  let caught = 0;
  for (const mutant of chosen) {
    const dist = patchedBuild(`mutant ${mutants.indexOf(mutant) + 1}`, mutant.patches);
    caught += report(mutant.name, mutant.fault, await trial(mutant, { ...options, dist }), 'SURVIVED');
  }
  console.log(`\n${chosen.length} mutants, ${caught} caught`);
  return caught === chosen.length && red === 0 ? 0 : 1;
}

/** @returns 1 when there were problems */
function report(name, fault, problems, otherwise) {
  const verdict = problems.length > 0 ? `red: ${problems.join('; ')}` : otherwise;
  console.log(`${name.padEnd(52)} ${fault.padEnd(20)} ${verdict}`);
  return problems.length > 0 ? 1 : 0;
}

/** @returns what the fault found wrong */
async function trial({ fault, backend }, options) {
  const { runs } = await runSuite(
    {
      ...options,
      faults: faults.filter(({ name }) => name === fault),
      backends: [backend ?? options.backends.at(-1)],
      settings: { ...options.settings, ...settings },
    },
    () => undefined,
  );
  return runs.flatMap(({ problems }) => problems);
}
