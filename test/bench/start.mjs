import { setTimeout as wait } from 'node:timers/promises';
import { memoryOfTree } from './memory.mjs';
import { startProduct, temporaryFolder } from './product.mjs';

const restSeconds = 20;

/** A first start with demo data, a later one, and the memory at rest after it. @returns the exit code */
export async function bench() {
  const env = { DATA_DIR: temporaryFolder() };
  const first = await startProduct(env);
  console.log(`first start    ${first.seconds.toFixed(1)} s to the ready line, with demo data   (at most 15)`);
  await reportMemory(first, 'after the first start');
  await first.stop();
  const later = await startProduct(env);
  console.log(`later start    ${later.seconds.toFixed(1)} s to the ready line   (at most 8)`);
  await reportMemory(later, 'after a later start');
  return 0;
}

async function reportMemory({ pid }, when) {
  await wait(restSeconds * 1000);
  const processes = memoryOfTree(pid);
  if (processes === null) return console.log('memory         not measured: this system has no /proc');
  const sum = (key) => processes.reduce((total, process) => total + process[key], 0).toFixed(0);
  console.log(
    `memory         ${sum('rss')} MB RSS, ${sum('pss')} MB PSS, ${processes.length} processes, ${restSeconds} s ${when}   (RSS at most 600)`,
  );
  for (const { name, rss, pss } of processes.sort((one, other) => other.pss - one.pss))
    console.log(`  ${rss.toFixed(0).padStart(4)} RSS ${pss.toFixed(0).padStart(4)} PSS  ${name}`);
}
