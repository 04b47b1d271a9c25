import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { byBarePg } from './by-bare-pg.mjs';
import { startMailSink } from './mail.mjs';
import { startProduct, temporaryFolder } from './product.mjs';
import { rate, table } from './table.mjs';
import { signIn, throughHttp } from './through-http.mjs';
import { once, openVenue } from './venue.mjs';

const playbook = 'customer-falls';
const codes = Array.from({ length: 50 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`);
const connections = 16;
const warmUpSeconds = 2;
const seconds = 10;

/** Opens through HTTP and by bare pg, twice in turn. @returns the exit code: 1 when anything failed */
export async function bench() {
  const folder = temporaryFolder();
  const mail = await startMailSink();
  const venue = await openVenue(folder, codes);
  const product = await startProduct({ DATA_DIR: folder, DATABASE_URL: venue.product, SMTP_URL: mail.url });
  const http = { url: product.url, cookie: await signIn(product.url), sites: codes, playbook, connections };
  await throughHttp({ ...http, seconds: warmUpSeconds });
  const bare = { url: venue.bare, connections, ...(await whatTheProductSends(venue.product)) };
  await byBarePg({ ...bare, seconds: warmUpSeconds });
  await untilQuiet(venue.product);

  const rounds = { http: [], bare: [] };
  let caughtUp = 0;
  for (let round = 1; round <= 2; round++) {
    rounds.http.push(await throughHttp({ ...http, seconds }));
    caughtUp += await untilQuiet(venue.product);
    rounds.bare.push(await byBarePg({ ...bare, seconds }));
  }
  const gaps = [...(await gapsIn(venue.product)), ...(await gapsIn(venue.bare))];

  const [{ opened }] = await once(venue.product, 'SELECT count(*)::int AS opened FROM app.incident');
  console.log(
    `\n${codes.length} sites, playbook ${playbook}, ${connections} connections, 2 × ${seconds} s each in turn, ${availableParallelism()} cores, fsync on\n`,
  );
  console.log(table({ 'through HTTP': rounds.http, 'bare pg': rounds.bare }));
  console.log(`\nHTTP : bare pg = 1 : ${(rate(rounds.bare) / rate(rounds.http)).toFixed(1)}`);
  console.log(
    `${opened} incidents and ${await mail.taken()} mails; ${caughtUp.toFixed(1)} s to catch up with the calls`,
  );
  for (const { reference, last } of gaps) console.log(`GAP: ${reference} incidents, but the counter says ${last}`);
  if (gaps.length === 0) console.log('References without gaps.');
  const errors = [...rounds.http, ...rounds.bare].reduce((sum, round) => sum + round.errors, 0);
  return errors > 0 || gaps.length > 0 ? 1 : 0;
}

/** The parameters of an opening, from an incident that the product opened. */
async function whatTheProductSends(url) {
  const [opened] = await once(
    url,
    `SELECT i.policies, i.opened_by_id AS "openedById", v.id AS "versionId", v.version, v.content
     FROM app.incident i JOIN app.playbook_version v ON v.id = i.playbook_version_id LIMIT 1`,
  );
  if (opened === undefined) throw new Error('The product opened nothing.');
  const { policies, openedById, ...stored } = opened;
  const sites = await once(url, 'SELECT id, code, time_zone AS "timeZone" FROM app.site ORDER BY code');
  return { sites, stored, policies, openedById };
}

/** Waits until every call that is due is out, so that the next round is measured alone. @returns seconds */
async function untilQuiet(url) {
  const started = performance.now();
  for (;;) {
    const [{ waiting }] = await once(
      url,
      `SELECT ((SELECT count(*) FROM app.timer WHERE state = 'armed' AND due_at <= app.app_now())
             + (SELECT count(*) FROM app.notification WHERE state IN ('pending', 'sending')))::int AS waiting`,
    );
    if (waiting === 0) return (performance.now() - started) / 1000;
    if (performance.now() - started > 240_000) throw new Error(`${waiting} due things still wait after 4 minutes`);
    await wait(250);
  }
}

/** The days of a site whose references are not 1, 2, 3 … */
function gapsIn(url) {
  return once(
    url,
    `SELECT coalesce(numbers.day, 'no') AS reference, c.last_number AS last
     FROM app.incident_counter c JOIN app.site s ON s.id = c.site_id
     LEFT JOIN (
       SELECT regexp_replace(reference, '-[0-9]+$', '') AS day, count(DISTINCT reference) AS many,
              max(regexp_replace(reference, '^.*-', '')::int) AS highest
       FROM app.incident GROUP BY 1) AS numbers ON numbers.day = s.code || '-' || to_char(c.local_date, 'YYYYMMDD')
     WHERE numbers.many IS DISTINCT FROM c.last_number OR numbers.highest IS DISTINCT FROM c.last_number`,
  );
}
