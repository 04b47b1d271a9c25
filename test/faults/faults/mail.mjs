import { messageId } from '../run/measure.mjs';

const share = (scene, part) =>
  scene.chance.some(
    scene.seeded.filter(({ dueAt }) => dueAt !== null),
    Math.ceil(scene.seeded.length * part),
  );
const script = (victims, ...reactions) => ({
  recipients: Object.fromEntries(victims.map(({ to }) => [to, reactions])),
});

export const mailFaults = [
  {
    name: 'smtp-4xx',
    row: 13,
    what: 'the mail server is busy (421, 451) for a while',
    queueMatters: false,
    settleMs: 90_000,
    async inject(scene) {
      const { stage, lasts } = scene;
      await scene.at(0.2);
      const from = Date.now();
      await stage.mail.will({ everyone: scene.chance.pick([421, 451]) });
      await scene.wait(lasts(600_000, 20_000));
      await stage.mail.will({ everyone: 'take' });
      return { late: { maxMs: Date.now() - from + 60_000 } };
    },
  },
  {
    name: 'smtp-5xx',
    row: 14,
    what: 'one recipient in ten is refused for good (550)',
    queueMatters: false,
    async inject(scene) {
      const victims = share(scene, 0.1);
      await scene.stage.mail.will(script(victims, 550));
      scene.refused = victims;
      return { late: { maxMs: 5_000 } };
    },
    /** No second try at those who refused, and the next contact was called instead. */
    check({ scene, figures }) {
      const tries = new Map();
      for (const { to } of scene.stage.mail.refusals) tries.set(to, (tries.get(to) ?? 0) + 1);
      const again = scene.refused.filter(({ to }) => tries.get(to) !== 1).length;
      const passedOn = figures.fates.filter(({ fate }) => fate === 'passed on').length;
      return [
        ...(again > 0 ? [`${again} refused recipients were tried other than once`] : []),
        ...(passedOn !== scene.refused.length ? [`${passedOn} of ${scene.refused.length} were passed on`] : []),
      ];
    },
  },
  {
    name: 'smtp-silent',
    row: 15,
    what: 'the mail server says nothing for some recipients',
    queueMatters: false,
    settleMs: 90_000,
    async inject(scene) {
      const victims = share(scene, 0.01);
      // Silent once; the next attempt gets through.
      await scene.stage.mail.will(script(victims, 'silence', 'take'));
      return { late: { maxMs: 5_000 }, slow: new Set(victims.map(({ incident }) => incident)) };
    },
  },
  {
    name: 'dropped-after-data',
    row: 16,
    telling: true,
    what: 'the link breaks after the mail was taken, before the server said so',
    queueMatters: false,
    settleMs: 60_000,
    async inject(scene) {
      const victims = share(scene, 0.1);
      await scene.stage.mail.will(script(victims, 'take-and-drop', 'take'));
      scene.dropped = victims;
      return { extra: victims.length, copies: 2, late: { maxMs: 5_000 } };
    },
    /** Each drop is flagged as ambiguous and tried again under the same Message-ID; nobody else gets two. */
    async check({ scene, figures }) {
      const { stage, dropped } = scene;
      const calls = dropped.map(({ incident, to }) => figures.calls.get(incident)?.find(({ email }) => email === to));
      const single = calls.filter(
        (call) => call && stage.mail.copies.get(messageId(stage, call.id))?.length !== 2,
      ).length;
      const [{ flagged }] = await stage.sql(
        `SELECT count(DISTINCT notification_id)::int AS flagged FROM app.delivery
         WHERE outcome = 'ambiguous' AND notification_id = ANY($1)`,
        [calls.flatMap((call) => call?.id ?? [])],
      );
      return [
        ...(single > 0 ? [`${single} dropped mails were not sent exactly once more`] : []),
        ...(flagged !== dropped.length ? [`${flagged} of ${dropped.length} drops are flagged as ambiguous`] : []),
      ];
    },
  },
  {
    name: 'smtp-away',
    row: 17,
    what: 'nobody listens at the mail server while 200 mails fall due',
    queueMatters: false,
    timers: () => 200,
    settleMs: 150_000,
    quietHttp: true,
    async inject(scene) {
      const { stage, lasts } = scene;
      await stage.proxies.mail.become('refuse');
      await scene.wait(lasts(1_800_000, 45_000));
      stage.proxies.mail.takeMost();
      // A mail takes a moment, so that an order can be seen.
      await stage.mail.will({ everyone: { slowMs: 50 } });
      await stage.proxies.mail.become('pass');
      scene.backAt = Date.now();
      return { late: { maxMs: Infinity } };
    },
    check({ scene, figures }) {
      const { stage, backAt } = scene;
      const arrivals = figures.fates
        .filter(({ call }) => call)
        .map(({ call, severity }) => ({
          severity,
          afterMs: (stage.mail.copies.get(messageId(stage, call.id))?.[0] ?? NaN) - backAt,
        }));
      const last = Math.max(...arrivals.map(({ afterMs }) => afterMs));
      const mean = (severity) => {
        const own = arrivals.filter((one) => one.severity === severity).map(({ afterMs }) => afterMs);
        return own.reduce((sum, ms) => sum + ms, 0) / own.length;
      };
      const means = ['critical', 'high', 'normal', 'low'].map(mean);
      const most = stage.proxies.mail.takeMost();
      const processes = 1 + stage.workers.length;
      const limit = scene.settings.long ? 120_000 : 60_000;
      scene.note(`all ${(last / 1000).toFixed(1)} s after the return, ${most} connections of ${processes} processes`);
      return [
        ...(last > limit ? [`the last came ${Math.round(last)} ms after the return`] : []),
        ...(means[0] > means[3]
          ? [`critical ones came later (${means.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s)`]
          : []),
        ...(most > 10 * processes ? [`${most} connections`] : []),
      ];
    },
  },
];
