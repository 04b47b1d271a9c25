/** So many mails one process has under way at once; a crash may repeat each of them. */
const lanes = 10;
/** A mail takes this long here, so that a crash hits some in the middle. */
const slowMail = { everyone: { slowMs: 150 } };

/** @returns a fault in which processes are frozen for a while */
const frozen = (name, row, what, chosen) => ({
  name,
  row,
  what,
  settleMs: 90_000,
  async inject(scene) {
    const { stage, chance, seeded } = scene;
    const victims = chosen(stage, chance);
    const freezeAt = scene.startAt + chance.between(0.2, 0.3) * scene.windowMs;
    // What is being sent then gets its answer only long after others have taken it over.
    const underWay = seeded.filter(({ dueAt }) => dueAt > freezeAt - 1_200 && dueAt < freezeAt - 200).slice(0, 10);
    await stage.mail.will({
      ...slowMail,
      recipients: Object.fromEntries(underWay.map(({ to }) => [to, [{ slowMs: 30_000 }, 'take']])),
    });
    await scene.wait(Math.max(0, freezeAt - Date.now()));
    for (const victim of victims) victim.freeze();
    await scene.wait(scene.lasts(60_000, 20_000));
    for (const victim of victims) victim.thaw();
    return {
      /* One more for the freeze, and one for an answer that takes longer than anybody waits. */
      ...{ extra: victims.length * lanes + underWay.length, copies: 3 },
      ...{ late: { maxMs: 15_000 }, slow: new Set(underWay.map(({ incident }) => incident)) },
    };
  },
});

export const workerFaults = [
  {
    name: 'healthy',
    row: 0,
    what: 'nothing at all',
    calm: true,
    inject: () => ({}),
  },
  {
    name: 'worker-killed',
    row: 1,
    telling: true,
    what: 'kill -9 of a worker in the middle of jobs and mails, again and again',
    async inject(scene) {
      const { stage, chance } = scene;
      const kills = 4;
      await stage.mail.will(slowMail);
      for (let kill = 0; kill < kills; kill++) {
        await scene.at((kill + chance.next()) / kills);
        const victim = chance.pick(stage.workers);
        if (!victim.isUp()) continue;
        await victim.kill();
        await victim.start();
      }
      return { extra: kills * lanes, copies: 1 + kills, late: { maxMs: 15_000 } };
    },
  },
  frozen('worker-frozen', 2, 'SIGSTOP of a worker, later SIGCONT', ({ workers }, chance) => [chance.pick(workers)]),
  frozen('event-loop-blocked', 3, 'both workers do nothing for a while', ({ workers }) => workers),
  {
    name: 'crowd',
    row: 19,
    what: 'two apis and four workers: six relays, six sweepers',
    calm: true,
    timers: ({ long, timers }) => (long ? 10_000 : timers),
    windowMs: ({ long, windowMs }) => (long ? 240_000 : windowMs),
    async prepare({ stage }) {
      stage.crowd ??= [
        stage.add('api', 'api-2', await stage.freePort()),
        stage.add('worker', 'worker-3'),
        stage.add('worker', 'worker-4'),
      ];
      await Promise.all(stage.crowd.map((one) => one.start()));
    },
    inject: () => ({}),
    restore: ({ stage }) => Promise.all(stage.crowd.map((one) => one.stop())),
  },
  {
    name: 'rolling-restarts',
    row: 23,
    what: 'every process restarted in turn by SIGTERM, behind a balancer',
    async prepare({ stage }) {
      stage.second ??= stage.add('api', 'api-b', await stage.freePort());
      await stage.second.start();
    },
    async inject(scene) {
      const { stage } = scene;
      const everyone = [stage.api, stage.workers[0], stage.second, stage.workers[1]];
      const problems = [];
      scene.apis.push(stage.second.url);
      for (let turn = 0; turn < scene.lasts(20, 6); turn++) {
        const one = everyone[turn % everyone.length];
        const { ms, code } = await one.stop();
        if (ms > 20_000) problems.push(`${one.name} took ${Math.round(ms)} ms to stop`);
        if (code !== 0) problems.push(`${one.name} ended with ${code}`);
        await one.start();
      }
      return { late: { maxMs: 15_000 }, problems };
    },
    restore: ({ stage }) => stage.second.stop(),
  },
];
