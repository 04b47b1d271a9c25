import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { runProgram } from './run-program.mjs';

const report = join(project, '.cache', 'faults.json');

/** The six most telling faults on each queue, with few timers; each run counts as one test. */
export async function faultsLeg() {
  rmSync(report, { force: true });
  const { ok } = await runProgram([process.execPath, 'test/faults/run.mjs', '--telling'], { show: true });
  const { passed, failed, skipped } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed: failed === 0 && !ok ? 1 : failed, skipped };
}
