import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reliability §3, 26. */
const toldWithinMs = 60_000;

/**
 * A build whose loops stand still when a file of their name is there: a round that never ends, as of a loop that hangs.
 */
export const loopsThatStand = [
  [
    'libs/engine/loop.js',
    'await this.round();',
    "await (existsSync(join(process.env['FAULTS_STILL'], this.name)) ? new Promise(() => undefined) : this.round());",
  ],
  ['libs/engine/loop.js', /^/, "import { existsSync } from 'node:fs';\nimport { join } from 'node:path';\n"],
];

async function told(url, loop) {
  const answer = await fetch(`${url}/health/escalation`, { headers: { 'accept-language': 'en' } });
  const body = await answer.json();
  return answer.status === 503 && JSON.stringify(body).includes(loop);
}

const stopped = (loop, what) => ({
  name: `${loop}-stopped`,
  row: 26,
  what,
  still: true,
  timers: () => 50,
  windowMs: () => 10_000,
  async prepare({ stage }) {
    mkdirSync(stage.env.FAULTS_STILL, { recursive: true });
    // Each has gone around once and said so, or its silence would not be noticed.
    while (!(await stage.sql('SELECT 1 FROM app.heartbeat WHERE loop = $1', [loop])).length) await pause();
    writeFileSync(join(stage.env.FAULTS_STILL, loop), '');
  },
  async inject(scene) {
    const { stage } = scene;
    const from = Date.now();
    while (!(await told(stage.api.url, loop)) && Date.now() - from < toldWithinMs + 30_000) await pause();
    const ms = Date.now() - from;
    scene.note(`/health/escalation names it after ${Math.round(ms / 1000)} s`);
    return {
      late: { maxMs: 15_000 },
      problems: ms > toldWithinMs ? [`told after ${Math.round(ms / 1000)} s`] : [],
    };
  },
  async restore({ stage }) {
    rmSync(stage.env.FAULTS_STILL, { recursive: true });
    const everyone = [stage.api, ...stage.workers];
    await Promise.all(everyone.map((one) => one.kill()));
    await Promise.all(everyone.map((one) => one.start()));
  },
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

export const watcherFaults = [
  stopped('relay', 'every relay stands still: the sweepers do its work'),
  stopped('sweep', 'every sweeper stands still: the queue does the work'),
  stopped('canary', 'nobody sends canaries any more'),
];
