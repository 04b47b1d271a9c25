import { availableParallelism } from 'node:os';
import { percentile } from './measure.mjs';

/** Where nothing is wrong (reliability §3, I5). */
const healthy = { p99Ms: 2_000, maxMs: 5_000 };

/**
 * What a run violates, as sentences; none = it passed.
 * @param outcome of the injection: `extra` (most second copies in all), `copies` (most of one message), `late`
 * ({ maxMs }; healthy without it), `slow` (incidents whose mail server answers late: a minute for those), `unavailable`
 * (whether 503 may be answered), `hangMs` (longest request), `problems` of its own
 */
export async function verdictOf(scene, fault, outcome, figures, opened, settledMs) {
  const {
    extra = 0,
    copies = extra > 0 ? 2 : 1,
    unavailable = false,
    hangMs = 5_000,
    slow = new Set(),
    problems = [],
  } = outcome;
  const found = [...problems];
  const never = (count, what) => count > 0 && found.push(`${count} ${what}`);
  if (settledMs === Infinity) found.push('did not come to rest');
  never(figures.lost, 'lost');
  never(figures.wrongMoves, 'timers moved other than once');
  never(figures.early, 'early');
  never(figures.afterAnswer, 'sent after the acknowledgement');
  never(figures.missing, 'answered with 2xx and not in the database');
  if (figures.extra > extra) found.push(`${figures.extra} second copies, at most ${extra} are allowed`);
  if (figures.mostCopies > copies)
    found.push(`${figures.mostCopies} copies of one message, at most ${copies} are allowed`);
  const slack = slackOf(scene.load);
  scene.slack = slack;
  const others = figures.fates.filter(({ incident }) => !slow.has(incident)).flatMap(({ lateMs }) => lateMs ?? []);
  const p99 = percentile(others, 0.99);
  const max = Math.max(0, ...others);
  if (slow.size > 0 && Math.max(0, ...figures.lateness) > 60_000 * slack)
    found.push('more than a minute late for a slow mail server');
  if (!outcome.late && p99 > healthy.p99Ms * slack)
    found.push(`p99 ${Math.round(p99)} ms late, at most ${healthy.p99Ms}`);
  const mostLate = outcome.late?.maxMs ?? healthy.maxMs;
  if (max > mostLate * slack) found.push(`${Math.round(max)} ms late, at most ${mostLate}`);
  found.push(...((await fault.check?.({ scene, figures, opened })) ?? []));
  for (const { status, ms } of opened) {
    if (ms > hangMs) found.push(`a request hung for ${Math.round(ms)} ms`);
    if (status !== 201 && !(unavailable && status === 503)) found.push(`a request ended with ${status || 'no answer'}`);
  }
  return [...new Set(found)];
}

/**
 * Lateness is judged on a machine that keeps up. Where more wants to run than it has cores, it may be later in
 * proportion, twice at most; the table shows the load.
 */
function slackOf(load) {
  return Math.min(2, Math.max(1, load / availableParallelism()));
}
