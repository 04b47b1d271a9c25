import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeLater } from '../bench/closing.mjs';
import { getRedis } from '../legs/get-redis.mjs';
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
  const wanted = (backend) =>
    options.faults.filter(
      ({ only, queueMatters = true }) =>
        (only === undefined || only === backend) && (queueMatters || backend === backends.at(-1)),
    );
  say(heading());
  const runs = [];
  await Promise.all(
    backends
      .filter((backend) => wanted(backend).length > 0)
      .map((backend) =>
        onStage(backend === 'redis' ? redisServer : null, options, async (stage) => {
          for (const fault of wanted(backend)) {
            for (const seed of options.seeds) {
              const problem = await fault.needs?.();
              if (problem) {
                if (seed === options.seeds[0]) skipped.push({ what: fault.name, enable: problem });
                continue;
              }
              const run = await runFault(stage, fault, seed, options.settings);
              runs.push(run);
              say(line(run));
            }
          }
        }),
      ),
  );
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
