import { v7 } from 'uuid';
import { queueBackend } from '../../../dist/libs/queues/backend.js';
import { post } from '../run/requests.mjs';

const options = (delay) => ({
  jobId: `faults-${v7()}`,
  delay: Math.ceil(delay),
  removeOnComplete: true,
  removeOnFail: true,
});

export const hintFaults = [
  {
    name: 'duplicate-hints',
    row: 18,
    telling: true,
    what: 'every hint five times more, and hints for what is not there',
    async inject(scene) {
      const { stage, seeded, chance } = scene;
      const timers = seeded.filter(({ dueAt }) => dueAt !== null);
      const backend = queueBackend({
        databaseUrl: stage.postgres.url('zenmeban'),
        redisUrl: stage.redis ? `redis://127.0.0.1:${stage.redis.port}` : null,
      });
      const queue = backend.queue('timers');
      queue.on('error', () => undefined);
      try {
        const hints = timers.flatMap(({ timer, dueAt }) =>
          Array.from({ length: 5 }, () => [{ timerId: timer, gen: 1 }, dueAt]),
        );
        // Restored from yesterday, or of a generation that is over or never was.
        const strange = Array.from({ length: 50 }, () => [
          chance.next() < 0.5
            ? { timerId: v7(), gen: 1 }
            : { timerId: chance.pick(timers).timer, gen: chance.pick([0, 7]) },
          scene.startAt + chance.between(0, scene.windowMs),
        ]);
        for (let from = 0; from < hints.length + strange.length; from += 100)
          await Promise.all(
            [...hints, ...strange]
              .slice(from, from + 100)
              .map(([data, dueAt]) => queue.add('timer.fire', data, options(Math.max(0, dueAt - Date.now())))),
          );
      } finally {
        backend.giveUp();
        await queue.close();
      }
      return { late: { maxMs: 15_000 } };
    },
  },
  {
    name: 'ack-race',
    row: 20,
    what: 'acknowledged in the moment when the call falls due, is made and is sent',
    timers: ({ long }) => (long ? 1_000 : 200),
    windowMs: ({ long }) => (long ? 60_000 : 8_000),
    quietHttp: true,
    async inject(scene) {
      const { stage, seeded, chance, cookies } = scene;
      const acknowledge = async ({ incident, dueAt }) => {
        const afterMs = chance.next() < 0.5 ? chance.between(-50, 50) : chance.between(50, 500);
        await scene.wait(Math.max(0, dueAt + afterMs - Date.now()));
        return post([stage.api.url], `/api/v1/incidents/${incident}/acknowledge`, {
          cookie: cookies.supervisor,
          body: {},
        });
      };
      const replies = await Promise.all(seeded.map(acknowledge));
      const refused = replies.filter(({ status }) => status >= 300 || status === 0).length;
      return { late: { maxMs: 15_000 }, problems: refused > 0 ? [`${refused} acknowledgements were not taken`] : [] };
    },
    check({ scene, figures }) {
      const answered = figures.fates.filter(({ fate }) => fate === 'answered').length;
      scene.note(`${answered} answered in time, ${figures.fates.length - answered} called`);
      return [];
    },
  },
];
