import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { addCallers, armCalls, outcome } from './calls.mjs';
import { startMailSink } from './mail.mjs';
import { startProduct, temporaryFolder } from './product.mjs';
import { startRedis } from './redis.mjs';
import { signIn, throughHttp } from './through-http.mjs';
import { once, openVenue } from './venue.mjs';

const codes = Array.from({ length: 20 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`);
/** Of the burst, of the calm minute, and of the time without Redis: nobody is called twice within a minute. */
const callers = { burst: 5_000, calm: 600, gone: 200 };
/** What the mail server takes for each mail, over ten connections: 200 a second. */
const mailMs = 50;

/** Calls that are due, on each backend of the queue: calmly, in a burst, and with Redis gone. @returns the exit code */
export async function bench() {
  let failed = 0;
  for (const backend of ['redis', 'postgres']) failed += await on(backend);
  return failed > 0 ? 1 : 0;
}

async function on(backend) {
  const folder = temporaryFolder();
  const redis = backend === 'redis' ? await startRedis(folder) : null;
  if (backend === 'redis' && redis === null) {
    console.log('redis          skipped: apt-get install redis-server');
    return 0;
  }
  const mail = await startMailSink(mailMs);
  const venue = await openVenue(folder, codes);
  const url = venue.product;
  await addCallers(url, callers.burst + callers.calm + callers.gone);
  const product = await startProduct({
    ...{ DATA_DIR: folder, DATABASE_URL: url, SMTP_URL: mail.url },
    ...(redis && { REDIS_URL: redis.url }),
  });
  console.log(`\nBullMQ on ${backend}, ${availableParallelism()} cores, one process, fsync on`);
  const results = [await armed(url, redis), await calm(url), await burst(url, product.url, 'B')];
  if (redis) {
    await redis.stop();
    results.push(await withoutRedis(url));
  }
  await product.stop();
  return results.filter((fine) => !fine).length;
}

/** 20,000 armed for later, then 80,000 more: what the queue's store has to remember of them. */
async function armed(url, redis) {
  await armCalls(url, { name: 'L', count: 20_000, due: `app.app_now() + interval '1 hour' + n * interval '1 second'` });
  if (!redis) return true;
  await wait(3_000);
  const before = await redis.usedMegabytes();
  await armCalls(url, { name: 'M', count: 80_000, due: `app.app_now() + interval '1 day' + n * interval '1 second'` });
  await wait(5_000);
  const grown = (await redis.usedMegabytes()) - before;
  console.log(`100,000 armed  Redis grew by ${grown.toFixed(1)} MB   (at most 10)`);
  await once(
    url,
    `WITH over AS (
       UPDATE app.escalation SET ended_at = app.app_now() FROM app.incident i
       WHERE i.id = escalation.incident_id AND i.reference LIKE 'M-%' RETURNING escalation.id)
     UPDATE app.timer SET state = 'cancelled' FROM over WHERE timer.subject = over.id::text`,
  );
  return grown <= 10;
}

/** Ten calls a second for a minute, with 20,000 armed. */
async function calm(url) {
  await armCalls(url, {
    name: 'N',
    count: callers.calm,
    from: callers.burst,
    due: `app.app_now() + interval '5 seconds' + n * interval '0.1 second'`,
  });
  const calls = await untilMailed(url, 'N', 600, 120);
  const late = calls.map(({ mailedLate }) => mailedLate);
  return report('calm', calls.length === 600, [
    ['due → accepted p50', percentile(late, 0.5), null],
    ['p99', percentile(late, 0.99), 2],
    ['worst', Math.max(...late), 5],
  ]);
}

/** 5,000 in the same second, while people open incidents. */
async function burst(url, http, name) {
  const cookie = await signIn(http);
  await throughHttp({ ...opening(http, cookie), seconds: 3 });
  await armCalls(url, {
    name,
    count: callers.burst,
    due: `date_trunc('second', app.app_now()) + interval '12 seconds'`,
  });
  await wait(8_000);
  const opened = opensSlowly(http, cookie, 25);
  const calls = await untilMailed(url, name, 5_000, 240);
  const { latencies, errors } = await opened;
  const fired = calls.map(({ firedLate }) => firedLate);
  const mailed = calls.map(({ mailedLate }) => mailedLate);
  const of = (severity) => calls.filter((call) => call.severity === severity).map(({ mailedLate }) => mailedLate);
  const fine = report('burst', calls.length === 5_000 && errors === 0, [
    ['all fired after', Math.max(...fired), 15],
    ['all mailed after', Math.max(...mailed), 40],
    ['opening meanwhile p95', percentile(latencies, 0.95) / 1_000, 0.8],
  ]);
  for (const severity of ['critical', 'high', 'normal', 'low'])
    console.log(`  ${severity.padEnd(10)} mailed after ${percentile(of(severity), 0.5).toFixed(1)} s (median)`);
  return fine;
}

async function withoutRedis(url) {
  await armCalls(url, {
    name: 'R',
    count: callers.gone,
    from: callers.burst + callers.calm,
    due: `app.app_now() + interval '5 seconds' + n * interval '0.1 second'`,
  });
  const calls = await untilMailed(url, 'R', 200, 120);
  const late = calls.map(({ mailedLate }) => mailedLate);
  return report('Redis gone', calls.length === 200, [
    ['due → accepted p50', percentile(late, 0.5), null],
    ['worst', Math.max(...late), 15],
  ]);
}

const opening = (url, cookie) => ({ url, cookie, sites: codes, playbook: 'customer-falls', connections: 1 });

/** One person after the other opens an incident, for so many seconds. */
const opensSlowly = (url, cookie, seconds) => throughHttp({ ...opening(url, cookie), seconds, perSecond: 4 });

async function untilMailed(url, name, count, patienceSeconds) {
  const deadline = performance.now() + patienceSeconds * 1_000;
  for (;;) {
    const [{ out }] = await once(
      url,
      `SELECT count(DISTINCT i.id)::int AS out FROM app.incident i JOIN app.notification n ON n.incident_id = i.id
       WHERE i.reference LIKE '${name}-%' AND n.state = 'accepted'`,
    );
    if (out >= count || performance.now() > deadline) break;
    await wait(500);
  }
  return (await outcome(url, name)).filter(({ mailedLate }) => mailedLate !== null);
}

function report(what, complete, figures) {
  const kept = figures.every(([, seconds, most]) => most === null || seconds <= most);
  const said = figures.map(
    ([name, seconds, most]) => `${name} ${seconds.toFixed(2)} s${most === null ? '' : ` (≤ ${most})`}`,
  );
  console.log(`${what.padEnd(14)} ${said.join(', ')}${complete ? '' : '   NOT ALL'}${kept ? '' : '   TOO LATE'}`);
  return complete && kept;
}

function percentile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
