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
  const lanes = lanesOf(options, backends);
  say(heading());
  const runs = [];
  const runLane = async ({ backend, faults, still }) => {
    const dist = still ? patchedBuild('loops that stand', loopsThatStand) : options.dist;
    await onStage(backend === 'redis' ? redisServer : null, { ...options, dist }, async (stage) => {
      for (const fault of faults) {
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
  await Promise.all(
    lanes.map(async (parts) => {
      for (const part of parts) await runLane(part);
    }),
  );
  return { runs, skipped };
}

/**
 * What runs beside each other, each lane on one stage after the other: the faults of each backend; and those for which
 * the backend does not matter, with those that need loops that can be made to stand still.
 */
function lanesOf({ faults, settings }, backends) {
  const anywhere = ({ queueMatters = true }) => !queueMatters;
  const own = (backend) => (fault) => (fault.only ?? backend) === backend && !fault.still && !anywhere(fault);
  const last = backends.at(-1);
  const rest = { backend: last, faults: faults.filter(anywhere) };
  const still = { backend: last, faults: faults.filter((fault) => fault.still), still: true };
  const lanes = backends.map((backend) => [{ backend, faults: faults.filter(own(backend)) }]);
  // A few short ones are not worth a stage of their own.
  if (settings.brief) lanes.at(-1)[0].faults.push(...rest.faults);
  else lanes.push([rest, still]);
  return lanes.map((parts) => parts.filter((part) => part.faults.length > 0));
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
