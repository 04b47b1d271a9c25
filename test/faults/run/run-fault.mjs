import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { dice } from '../dice.mjs';
import { measure } from './measure.mjs';
import { openIncident, signIn } from './requests.mjs';
import { seedTimers } from './seed-timers.mjs';
import { verdictOf } from './verdict.mjs';

/** From seeding to the first due time: long enough for the relay to have handed the hints on. */
const leadMs = 1_500;
/** Incidents opened through HTTP meanwhile, one each so many ms. */
const openEveryMs = 300;

let runs = 0;

/**
 * One run of one fault: timers that fall due within a window, incidents opened through HTTP, the fault among them, then
 * quiet, then counting.
 * @param settings `timers`, `windowMs`, `long` (waits of full length instead of quick ones)
 */
export async function runFault(stage, fault, seed, settings) {
  const chance = dice(fault.name, seed);
  const timers = fault.timers?.(settings) ?? settings.timers;
  const windowMs = fault.windowMs?.(settings) ?? settings.windowMs;
  const dueInMs = Array.from({ length: timers }, () => leadMs + chance.between(0, windowMs));
  const opens = fault.quietHttp ? 0 : Math.floor(windowMs / openEveryMs);
  await stage.heal();
  const cookies = { floor: await session(stage, 'floor'), supervisor: await session(stage, 'supervisor') };
  await fault.prepare?.({ stage, chance, settings });
  const seeded = await seedTimers(stage, {
    run: nextName(),
    dueInMs,
    spare: opens,
    hintless: fault.hintless,
  });
  const sites = seeded.filter(({ dueAt }) => dueAt === null).map(({ code }) => code);
  const startAt =
    Math.min(...seeded.flatMap(({ dueAt }) => dueAt ?? [])) - dueInMs.reduce((a, b) => Math.min(a, b)) + leadMs;
  const scene = {
    ...{ stage, chance, settings, seeded, cookies, windowMs, startAt, endAt: startAt + windowMs },
    notes: [],
    apis: [stage.api.url],
    /** Waits until so much of the window is over. */
    at: (share) => wait(Math.max(0, startAt + share * windowMs - Date.now())),
    wait,
    /** How long a fault lasts: whole in a full run, shorter in a quick one, at most 12 s inside `npm test`. */
    lasts: (fullMs, quickMs) => (settings.long ? fullMs : settings.brief ? Math.min(quickMs, 12_000) : quickMs),
    note: (text) => scene.notes.push(text),
  };
  const opened = [];
  const opening = keepOpening(scene, sites, opened);
  const outcome = (await fault.inject(scene)) ?? {};
  await opening;
  await scene.at(1);
  const settledMs = await settle(scene, fault.settleMs ?? 45_000);
  await fault.restore?.(scene);
  const figures = await measure(stage, seeded, opened);
  scene.load = loadavg()[0];
  const problems = await verdictOf(scene, fault, outcome, figures, opened, settledMs);
  await tidyUp(stage, seeded, opened);
  if (figures.firedBy.sweep > 0) {
    await stage.heal();
    if (!(await queueWakes(stage))) problems.push('the queue wakes nobody any more, long after the fault is over');
  }
  const { load, notes } = scene;
  return { fault: fault.name, backend: stage.backend, seed, timers, figures, problems, notes, opened, load };
}

/** A fault of the queue ends with it: whether a timer is fired by its hint again, at the latest the tenth. */
async function queueWakes(stage) {
  for (let attempt = 1; attempt <= 10; attempt++) {
    const [{ timer }] = await seedTimers(stage, { run: nextName(), dueInMs: [800] });
    let fired = null;
    while (fired === null) {
      await wait(200);
      [{ fired_by: fired }] = await stage.sql('SELECT fired_by FROM app.timer WHERE id = $1', [timer]);
    }
    if (fired === 'hint') return true;
  }
  return false;
}

/** A short name that no other run of this process has. */
function nextName() {
  runs += 1;
  return `F${runs.toString(36).toUpperCase().padStart(3, '0')}`;
}

const sessions = new WeakMap();
async function session(stage, name) {
  const known = sessions.get(stage) ?? {};
  sessions.set(stage, known);
  known[name] ??= await signIn(stage.api.url, stage.people[name]);
  return known[name];
}

async function keepOpening(scene, sites, opened) {
  const under = [];
  for (const [index, site] of sites.entries()) {
    await wait(Math.max(0, scene.startAt + index * openEveryMs - Date.now()));
    under.push(openIncident(scene.apis, scene.cookies.floor, site).then((reply) => opened.push(reply)));
  }
  await Promise.all(under);
}

/** Waits until nothing of this run that is due waits any more. @returns ms, infinite when it never came to rest */
async function settle({ stage, seeded }, patienceMs) {
  const started = Date.now();
  const sites = seeded.map(({ site }) => site);
  while (Date.now() - started < patienceMs) {
    try {
      const [{ waiting }] = await stage.sql(
        `SELECT ((SELECT count(*) FROM app.timer t JOIN app.incident i ON i.id = t.incident_id
                  WHERE i.site_id = ANY($1) AND t.state = 'armed' AND t.due_at <= app.app_now())
               + (SELECT count(*) FROM app.notification n JOIN app.incident i ON i.id = n.incident_id
                  WHERE i.site_id = ANY($1) AND n.state IN ('pending', 'sending')))::int AS waiting`,
        [sites],
      );
      if (waiting === 0) {
        // What the mail server has just reported is on its way here.
        await wait(100);
        return Date.now() - started;
      }
    } catch {
      // The database is away; that it comes back is the fault's business.
    }
    await wait(200);
  }
  return Infinity;
}

/** What this run leaves armed would fall due in the middle of a later one. */
async function tidyUp(stage, seeded, opened) {
  const incidents = [...seeded.map(({ incident }) => incident), ...opened.map(({ id }) => id)];
  await stage.sql(`UPDATE app.timer SET state = 'cancelled' WHERE state = 'armed' AND incident_id = ANY($1)`, [
    incidents,
  ]);
  await stage.sql(
    `UPDATE app.notification SET state = 'withdrawn' WHERE state IN ('pending', 'sending') AND incident_id = ANY($1)`,
    [incidents],
  );
  stage.mail.copies.clear();
  stage.mail.refusals.length = 0;
}
