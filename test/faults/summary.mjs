import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';

/** Sums a suite up, for people and, in `.cache/faults.json`, for `npm test`. @returns the exit code: 1 when any run violated something */
export function summary({ runs, skipped }, seconds) {
  const violated = runs.filter(({ problems }) => problems.length > 0);
  const promises = runs.reduce((sum, { figures }) => sum + figures.fates.length, 0);
  console.log(
    `\n${runs.length} runs, ${promises} promised calls, ${seconds.toFixed(0)} s: ${violated.length} runs violated something`,
  );
  for (const { fault, backend, seed } of violated)
    console.log(`  again: npm run faults -- --quick --only ${fault} --seed ${seed} --backend ${backend}`);
  for (const { what, enable } of skipped) console.log(`  ○ skipped: ${what}. To enable it: ${enable}`);
  mkdirSync(join(project, '.cache'), { recursive: true });
  const result = { passed: runs.length - violated.length, failed: violated.length, skipped };
  writeFileSync(join(project, '.cache', 'faults.json'), JSON.stringify(result));
  return violated.length > 0 ? 1 : 0;
}
