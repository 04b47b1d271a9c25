import { addCallers, armCalls } from './calls.mjs';
import { startProduct, temporaryFolder } from './product.mjs';
import { signIn } from './through-http.mjs';
import { once, openVenue } from './venue.mjs';

const incidents = 28_000;
const noticesEach = 4;
const days = 365;
const rounds = 9;

/** The ledger of a year with 112,000 notices, as a manager of every site asks for it. @returns the exit code */
export async function bench() {
  const folder = temporaryFolder();
  const { product: url } = await openVenue(folder, ['S01']);
  await addCallers(url, 50);
  for (const [index, name] of ['A', 'B', 'C', 'D'].entries())
    await armCalls(url, { name, count: incidents / 4, from: index, due: `app.app_now() + interval '1 year'` });
  await owe(url);
  const product = await startProduct({ DATA_DIR: folder, DATABASE_URL: url });
  const cookie = await signIn(product.url);
  const ask = (path) => fetch(`${product.url}/api/v1/${path}`, { headers: { cookie, 'accept-language': 'zh' } });
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const [{ code, id }] = await once(url, `SELECT code, id FROM app.site WHERE code LIKE 'C____' LIMIT 1`);
  const spans = { week: 6, month: 30, year: days - 1 };
  console.log(
    `${(incidents * noticesEach).toLocaleString('en')} notices in ${days} days, milliseconds (median of ${rounds})`,
  );
  for (const [name, ago] of Object.entries(spans))
    for (const [whose, site] of [
      ['all sites', ''],
      ['one site', `&site=${code}`],
    ]) {
      const path = `ledger?from=${day(ago)}&to=${day(0)}${site}`;
      const { ms, body } = await median(() => ask(path));
      console.log(
        `${name.padEnd(6)} ${whose.padEnd(10)} ${ms.toFixed(0).padStart(6)}   ${JSON.stringify(body.summary).slice(0, 90)}`,
      );
    }
  const [incident] = await once(url, `SELECT id FROM app.incident WHERE site_id = '${id}' LIMIT 1`);
  console.log(
    `incident          ${(await median(() => ask(`incidents/${incident.id}/ledger`))).ms.toFixed(0).padStart(6)}`,
  );
  const began = performance.now();
  const bytes = (await (await ask(`ledger.csv?from=${day(days - 1)}&to=${day(0)}`)).arrayBuffer()).byteLength;
  console.log(
    `CSV of the year   ${(performance.now() - began).toFixed(0).padStart(6)}   ${(bytes / 1e6).toFixed(1)} MB`,
  );
  await product.stop();
  return 0;
}

async function median(request) {
  const taken = [];
  let body;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const answer = await request();
    body = await answer.json();
    taken.push(performance.now() - began);
    if (!answer.ok) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
  }
  return { ms: taken.toSorted((one, other) => one - other)[Math.floor(rounds / 2)], body };
}

/** Spreads the incidents over the year and has each of them owe notices: most on time, some late, refused or withdrawn. */
async function owe(url) {
  await once(
    url,
    `INSERT INTO app.role_grant (id, person_id, role) SELECT gen_random_uuid(), id, 'manager' FROM app.person WHERE name = 'opener'`,
  );
  await once(url, `UPDATE app.timer SET state = 'cancelled'`);
  await once(url, `UPDATE app.escalation SET ended_at = app.app_now()`);
  await once(
    url,
    `UPDATE app.incident SET opened_at = app.app_now() - random() * interval '${days} days', status = 'resolved', resolved_at = app.app_now()`,
  );
  await once(
    url,
    `INSERT INTO app.notification (id, dedupe_key, incident_id, escalation_id, recipient_id, channel, template, variables,
       severity, state, attempts, created_at, due_at, next_attempt_at, accepted_at, level, reason)
     SELECT gen_random_uuid(), e.id || ':' || n, i.id, e.id, s.person_id, 'mail', 'escalation', '{}', i.severity, made.state,
       1, made.due, made.due, made.due, CASE made.state WHEN 'accepted' THEN made.due + made.late END, 1, 'unacknowledged'
     FROM app.incident i JOIN app.escalation e ON e.incident_id = i.id JOIN app.shift s ON s.site_id = i.site_id,
       generate_series(1, ${noticesEach}) n,
       LATERAL (SELECT i.opened_at + n * interval '5 minutes' AS due,
         CASE WHEN random() < 0.02 THEN interval '40 seconds' ELSE random() * interval '2 seconds' END AS late,
         CASE WHEN random() < 0.01 THEN 'failed' WHEN random() < 0.03 THEN 'withdrawn' ELSE 'accepted' END AS state) made`,
  );
  await once(
    url,
    `INSERT INTO app.delivery (id, notification_id, attempt, address, started_at, finished_at, outcome, smtp_code)
     SELECT gen_random_uuid(), id, 1, 'c@example.test', due_at, coalesce(accepted_at, due_at),
       CASE state WHEN 'failed' THEN 'permanent' ELSE 'accepted' END, CASE state WHEN 'failed' THEN 550 ELSE 250 END
     FROM app.notification WHERE state <> 'withdrawn'`,
  );
  await once(url, 'ANALYZE');
}
