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
  const lanes = [
    ...backends.map((backend) => ({
      backend,
      faults: options.faults.filter(
        ({ only, lane, queueMatters = true }) =>
          lane === undefined &&
          (only === undefined || only === backend) &&
          (queueMatters || backend === backends.at(-1)),
      ),
    })),
    { backend: backends.at(-1), faults: options.faults.filter(({ lane }) => lane === 'watch'), still: true },
  ].filter(({ faults }) => faults.length > 0);
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
  await Promise.all(lanes.map(runLane));
  return { runs, skipped };
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
