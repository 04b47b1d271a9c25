import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeLater } from '../bench/closing.mjs';
import { getRedis } from '../legs/get-redis.mjs';
import { loopsThatStand } from './faults/watchers.mjs';
import { patchedBuild } from './mutants/patched-build.mjs';
import { runFault } from './run/run-fault.mjs';
import { openStage } from './stage/stage.mjs';
import { heading, line } from './table.mjs';

/**
 * Runs faults on each queue backend, the backends beside each other: most of the time is waiting.
 * @returns the runs, and what had to be skipped
 */
export async function runSuite(options, say = console.log) {
  const redisServer = process.env.ZENMEBAN_REDIS_SERVER ?? (await getRedis());
  const skipped =
    redisServer === null && options.backends.includes('redis')
      ? [{ what: 'everything with Redis', enable: 'apt-get install redis-server' }]
      : [];
  const backends = options.backends.filter((backend) => backend === 'postgres' || redisServer !== null);
  say(heading());
  const runs = [];
  const runPart = async ({ backend, lists, still }) => {
    /* Taken one by one: another lane may be taking from the same list. */
    const next = () => lists.find((list) => list.length > 0)?.shift();
    let fault = next();
    if (!fault) return;
    const dist = still ? patchedBuild('loops that stand', loopsThatStand) : options.dist;
    await onStage(backend === 'redis' ? redisServer : null, { ...options, dist }, async (stage) => {
      for (; fault; fault = next()) {
        const missing = await fault.needs?.();
        if (missing) skipped.push({ what: fault.name, enable: missing });
        for (const seed of missing ? [] : options.seeds) {
          const run = await runFault(stage, fault, seed, options.settings);
          runs.push(run);
          say(line(run));
        }
      }
    });
  };
  for (const lanes of roundsOf(options, backends))
    await Promise.all(
      lanes.map(async (parts) => {
        for (const part of parts) await runPart(part);
      }),
    );
  return { runs, skipped };
}

/**
 * What runs after each other (rounds), beside each other (lanes), and in a lane on one stage after the other (parts).
 * What is timed while nothing is wrong comes first and one queue at a time. Then the faults of each backend; those for
 * which the backend does not matter are taken by whoever is free, as are those of the longest list; a lane of its own has
 * what needs loops that can be made to stand, and then helps.
 */
function roundsOf({ faults, settings }, backends) {
  const calm = backends.map((backend) => [[{ backend, lists: [faults.filter((fault) => fault.calm)] }]]);
  const others = faults.filter((fault) => !fault.calm && !fault.still);
  const anywhere = others.filter(({ queueMatters = true }) => !queueMatters);
  const own = backends.map((backend) => ({
    backend,
    list: others.filter((fault) => (fault.only ?? backend) === backend && !anywhere.includes(fault)),
  }));
  const lanes = own.map(({ backend, list }) => [{ backend, lists: [list, anywhere] }]);
  // A few short ones are not worth a stage of their own; Redis has the most.
  if (!settings.brief && own.length > 0)
    lanes.push([
      { backend: backends.at(-1), lists: [faults.filter(({ still }) => still)], still: true },
      { backend: own[0].backend, lists: [anywhere, own[0].list] },
    ]);
  return [...calm, lanes];
}

async function onStage(redisServer, { dist, keep }, work) {
  const folder = mkdtempSync(join(tmpdir(), 'zenmeban-faults-'));
  if (keep) console.log(`logs: ${folder}`);
  else closeLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const stage = await openStage({ folder, redisServer, dist });
  closeLater(() => stage.close());
  await work(stage);
  await stage.close();
}
