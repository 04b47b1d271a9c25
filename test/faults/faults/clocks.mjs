import { getFaketime } from '../../legs/get-faketime.mjs';

/** A loop of hint, too early, hint again would show as a timer that is handed to the queue many times. */
const mostHints = 30;

/** @returns a fault in which one worker believes it to be another time than everyone else does */
const skewed = (name, offset, what) => ({
  name,
  row: 21,
  what,
  needs: async () => ((await getFaketime()) === null ? 'apt-get install libfaketime' : null),
  async prepare({ stage }) {
    const env = { LD_PRELOAD: await getFaketime(), FAKETIME: offset, DONT_FAKE_MONOTONIC: '1', FAKETIME_NO_CACHE: '1' };
    await restart(stage, env);
  },
  inject: () => ({ late: { maxMs: 15_000 } }),
  restore: ({ stage }) => restart(stage),
  async check({ scene }) {
    const [{ most, mean }] = await scene.stage.sql(
      `SELECT max(hints)::int AS most, avg(hints)::float8 AS mean FROM faults.move WHERE fired AND timer_id = ANY($1)`,
      [scene.seeded.map(({ timer }) => timer)],
    );
    scene.note(`handed to the queue ${mean.toFixed(1)} times on average, ${most} at most`);
    return most > mostHints ? [`a timer was handed to the queue ${most} times`] : [];
  },
});

async function restart({ workers: [worker] }, env) {
  await worker.kill();
  await worker.start(env);
}

export const clockFaults = [
  skewed('clock-ahead', '+10m', 'one worker is ten minutes ahead: it takes every hint long before it is due'),
  skewed('clock-behind', '-10m', 'one worker is ten minutes behind: what it hands to the queue waits too long'),
];
