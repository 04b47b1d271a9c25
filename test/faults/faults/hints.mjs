import { v7 } from 'uuid';
import { queueBackend } from '../../../dist/libs/queues/backend.js';
import { post } from '../run/requests.mjs';

const options = (delay) => ({
  jobId: `faults-${v7()}`,
  delay: Math.ceil(delay),
  removeOnComplete: true,
  removeOnFail: true,
});

/** Five more hints for each timer, one of them early; and strange ones: of timers that are gone, of other generations. */
function hintsFor({ chance, startAt, windowMs }, timers, hintless) {
  const more = timers.slice(hintless).flatMap(({ timer, dueAt }) =>
    Array.from({ length: 5 }, (_, index) => ({
      ...{ timer, gen: 1, at: index === 0 ? dueAt - chance.between(0, 2_000) : dueAt },
    })),
  );
  const gone = Array.from({ length: 25 }, () => ({ timer: v7(), gen: 1, at: startAt + chance.between(0, windowMs) }));
  const strange = timers.slice(0, hintless).flatMap(({ timer, dueAt }) => [
    { timer, gen: 0, at: dueAt + 500 },
    { timer, gen: 7, at: dueAt + 1_000 },
  ]);
  return [...more, ...gone, ...strange];
}

export const hintFaults = [
  {
    name: 'duplicate-hints',
    row: 18,
    telling: true,
    what: 'every hint five times more, some early, and hints for what is not there',
    /** So many timers the relay believes to have handed on: nobody wakes them, a hint of another generation may not. */
    hintless: 10,
    async inject(scene) {
      const { stage, seeded } = scene;
      const hints = hintsFor(
        scene,
        seeded.filter(({ dueAt }) => dueAt !== null),
        this.hintless,
      );
      const backend = queueBackend({
        databaseUrl: stage.postgres.url('zenmeban'),
        redisUrl: stage.redis ? `redis://127.0.0.1:${stage.redis.port}` : null,
      });
      const queue = backend.queue('timers');
      queue.on('error', () => undefined);
      try {
        for (let from = 0; from < hints.length; from += 100)
          await Promise.all(
            hints
              .slice(from, from + 100)
              .map(({ timer, gen, at }) =>
                queue.add('timer.fire', { timerId: timer, gen }, options(Math.max(0, at - Date.now()))),
              ),
          );
      } finally {
        backend.giveUp();
        await queue.close();
        await backend.close();
      }
      return { late: { maxMs: 15_000 } };
    },
    async check({ scene }) {
      const hintless = scene.seeded.slice(0, this.hintless).map(({ timer }) => timer);
      const [{ wrong }] = await scene.stage.sql(
        `SELECT count(*)::int AS wrong FROM faults.move WHERE fired AND fired_by = 'hint' AND timer_id = ANY($1)`,
        [hintless],
      );
      return wrong > 0 ? [`${wrong} timers were fired by the hint of another generation`] : [];
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
    /** An acknowledgement ends no chain: it is watched for progress from now on. */
    async check({ scene, figures }) {
      const answered = figures.fates.filter(({ fate }) => fate === 'answered').length;
      scene.note(`${answered} answered in time, ${figures.fates.length - answered} called`);
      const [{ unwatched }] = await scene.stage.sql(
        `SELECT count(*)::int AS unwatched FROM app.timer WHERE id = ANY($1) AND state <> 'armed'`,
        [scene.seeded.map(({ timer }) => timer)],
      );
      return unwatched > 0 ? [`${unwatched} chains ended with the acknowledgement`] : [];
    },
  },
];
