import { setTimeout as wait } from 'node:timers/promises';

/** Ready again so soon after Postgres is (reliability §3, 9). */
const readyMs = 10_000;

async function untilReady(url) {
  const started = Date.now();
  while (Date.now() - started < 30_000) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return Date.now() - started;
    await wait(100);
  }
  return Infinity;
}

export const postgresFaults = [
  {
    name: 'postgres-crash',
    row: 9,
    telling: true,
    what: 'Postgres restarted at once (-m immediate) under requests',
    async inject(scene) {
      const { stage, chance } = scene;
      await scene.at(chance.between(0.2, 0.4));
      const from = Date.now();
      await stage.postgres.crash();
      await wait(scene.lasts(10_000, 2_000));
      await stage.postgres.start();
      const outage = Date.now() - from;
      const ready = await untilReady(stage.api.url);
      scene.note(`ready ${ready} ms after Postgres`);
      return {
        ...{ extra: 30, copies: 2, unavailable: true, late: { maxMs: outage + 15_000 } },
        problems: ready > readyMs ? [`ready ${ready} ms after Postgres`] : [],
      };
    },
  },
  {
    name: 'connections-killed',
    row: 10,
    what: 'all connections of the product terminated every 200 ms',
    async inject(scene) {
      const { stage } = scene;
      await scene.at(0.1);
      const until = Date.now() + scene.lasts(30_000, 8_000);
      while (Date.now() < until) {
        // The suite's own come straight, not through the proxy, and say nothing about themselves.
        await stage.sql(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'faults'`,
        );
        await wait(200);
      }
      const down = [stage.api, ...stage.workers].filter((one) => !one.isUp());
      return {
        ...{ extra: 60, copies: 8, unavailable: true, late: { maxMs: scene.lasts(30_000, 8_000) + 15_000 } },
        problems: down.map(({ name }) => `${name} did not survive`),
      };
    },
  },
  {
    name: 'postgres-half-open',
    row: 7,
    what: 'the connections to Postgres swallow everything and never end',
    async inject(scene) {
      const { stage, chance } = scene;
      await scene.at(chance.between(0.2, 0.4));
      stage.proxies.postgres.halfOpen();
      return { extra: 30, copies: 2, unavailable: true, late: { maxMs: 25_000 } };
    },
  },
  {
    name: 'power-loss',
    row: 24,
    what: 'everything killed at once, Postgres and Redis too, and started again',
    quietHttp: true,
    async inject(scene) {
      const { stage, chance } = scene;
      await scene.at(chance.between(0.3, 0.6));
      const from = Date.now();
      await Promise.all(
        [stage.api, ...stage.workers, stage.postgres, ...(stage.redis ? [stage.redis] : [])].map((one) => one.kill()),
      );
      await wait(scene.lasts(10_000, 2_000));
      await Promise.all([stage.postgres.start(), ...(stage.redis ? [stage.redis.start()] : [])]);
      await Promise.all([stage.api, ...stage.workers].map((one) => one.start()));
      const outage = Date.now() - from;
      // Whatever was overdue is fired within 30 s of the moment when all are ready.
      return { extra: 30, copies: 2, late: { maxMs: outage + 30_000 } };
    },
  },
];
