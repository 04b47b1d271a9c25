import { percentile } from '../run/measure.mjs';

const late = { maxMs: 15_000 };
/** No request waits for the queue (reliability §3, 5). */
const requestsMs = 500;
/** Whoever runs the product hears within a minute that Redis takes nothing (reliability §3, 8). */
const alarmMs = 60_000;

/** What nobody at the counter may notice: every request answered, and quickly. */
const asUsual = ({ scene, opened }) => {
  const p95 = percentile(
    opened.map(({ ms }) => ms),
    0.95,
  );
  return p95 > requestsMs * scene.slack ? [`requests took ${Math.round(p95)} ms (p95) while the queue was away`] : [];
};

/** Until the auditor has found it. @returns after how many milliseconds, infinite when not within twice the limit */
async function untilFound({ sql }, code) {
  const from = Date.now();
  const [{ now }] = await sql('SELECT app.app_now() AS now');
  while (Date.now() - from < 2 * alarmMs) {
    const found = await sql(
      `SELECT 1 FROM app.audit_round WHERE at > $1 AND findings @> jsonb_build_array($2::jsonb)`,
      [now, JSON.stringify({ code })],
    );
    if (found.length > 0) return Date.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return Infinity;
}

/** @returns a fault of Redis; `during` is awaited in the middle of the window */
const fault = (name, row, what, during, more = {}) => ({
  name,
  row,
  what,
  only: 'redis',
  ...more,
  async inject(scene) {
    await scene.at(scene.chance.between(0.15, 0.3));
    return { late, ...(await during(scene)) };
  },
  check: asUsual,
});

export const redisFaults = [
  fault(
    'redis-wiped',
    4,
    'Redis killed and started again, empty',
    async ({ stage, wait }) => {
      await stage.redis.kill();
      await wait(500);
      await stage.redis.start();
    },
    { telling: true },
  ),
  fault('redis-flushed', 4, 'FLUSHALL, twice', async (scene) => {
    await scene.stage.redis.say('FLUSHALL');
    await scene.at(0.6);
    await scene.stage.redis.say('FLUSHALL');
  }),
  fault(
    'redis-down',
    5,
    'Redis stopped for minutes',
    async ({ stage, lasts, wait }) => {
      await stage.redis.kill();
      await wait(lasts(600_000, 30_000));
      await stage.redis.start();
    },
    { telling: true, windowMs: ({ long, windowMs }) => (long ? 600_000 : windowMs * 2) },
  ),
  fault('redis-frozen', 6, 'Redis stopped in its tracks (SIGSTOP)', async ({ stage, lasts, wait }) => {
    stage.redis.freeze();
    await wait(lasts(60_000, 15_000));
    stage.redis.thaw();
  }),
  fault(
    'half-open',
    7,
    'the connections to Redis swallow everything and never end',
    async (scene) => {
      const { stage, seeded } = scene;
      const from = Date.now();
      stage.proxies.redis.halfOpen();
      await scene.at(1);
      /* Those due 20 s after it must have been fired by the queue again. */
      const timers = seeded.filter(({ dueAt }) => dueAt > from + 20_000).map(({ timer }) => timer);
      await scene.wait(3_000);
      const [{ hints }] = await stage.sql(
        `SELECT count(*)::int AS hints FROM faults.move WHERE fired AND fired_by = 'hint' AND timer_id = ANY($1)`,
        [timers],
      );
      return {
        problems:
          hints < timers.length * 0.5 ? [`only ${hints} of ${timers.length} came through the queue 20 s later`] : [],
      };
    },
    { windowMs: ({ windowMs }) => Math.max(32_000, windowMs) },
  ),
  fault('redis-full', 8, 'Redis takes nothing any more (maxmemory)', async (scene) => {
    const { stage } = scene;
    await stage.redis.say('CONFIG', 'SET', 'maxmemory', '1');
    const ms = await untilFound(stage, 'queue.store');
    scene.note(`the auditor names it after ${Math.round(ms / 1000)} s`);
    await scene.at(0.8);
    await stage.redis.say('CONFIG', 'SET', 'maxmemory', '0');
    return { problems: ms > alarmMs ? [`named after ${Math.round(ms / 1000)} s`] : [] };
  }),
];
