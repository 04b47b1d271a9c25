import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../apps/standalone/setup/project.mjs';

const built = (path) => import(pathToFileURL(join(project, 'dist/libs/domain', path)).href);

/** How long the checker takes for the whole handbook, and for each file that means to hurt it. */
export async function bench() {
  const { findProblems, readPlaybook } = await built('check/index.js');
  const { hostileFiles } = await built('examples/hostile.js');
  const { shared } = await built('examples/shared.js');
  const folder = join(project, 'playbooks');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = names.map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));

  const first = measure(() => findProblems(files));
  const { problems, handbook } = first.result;
  const later = Array.from({ length: 5 }, () => measure(() => findProblems(files)));
  const median = later.map(({ ms }) => ms).sort((one, other) => one - other)[2];
  console.log(`${handbook?.playbooks.length ?? 0} playbooks checked, ${problems.length} problems`);
  console.log(`  first time ${first.ms.toFixed(0)} ms (target 2000), then ${median.toFixed(0)} ms`);

  const hostile = hostileFiles.map(([what, source, code]) => {
    const { ms, megabytes, result } = measure(() => readPlaybook(source, 'hostile.yaml', shared));
    const refused = 'problems' in result && result.problems.some((problem) => problem.code === code);
    return { what, ms, megabytes, refused };
  });
  const worst = (by) => hostile.toSorted((one, other) => other[by] - one[by])[0];
  const [slowest, largest] = [worst('ms'), worst('megabytes')];
  const all = hostile.every(({ refused }) => refused);
  console.log(`${hostile.length} hostile files, ${all ? 'all refused' : 'NOT ALL REFUSED'}`);
  console.log(`  slowest ${slowest.ms.toFixed(0)} ms (target 200): ${slowest.what}`);
  console.log(`  largest growth of RSS ${largest.megabytes.toFixed(1)} MB (target 50): ${largest.what}`);
  console.log(`  slowest hostile file : whole handbook = 1 : ${(median / slowest.ms).toFixed(1)}`);
  return problems.length === 0 && all ? 0 : 1;
}

/** Milliseconds and growth of RSS of one call. */
function measure(work) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const result = work();
  const ms = performance.now() - start;
  return { ms, megabytes: (process.memoryUsage.rss() - before) / 1_000_000, result };
}
