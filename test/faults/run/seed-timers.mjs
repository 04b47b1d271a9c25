import { v7 } from 'uuid';

const hour = 3_600;
/** Frozen into every incident: the supervisor on duty now, the manager only when that one cannot be reached. */
const policies = {
  urgent: {
    id: 'urgent',
    title: { zh: '紧急呼叫', en: 'Urgent call' },
    levels: [
      { afterSeconds: 0, targets: [{ onDuty: 'supervisor' }] },
      { afterSeconds: 6 * hour, targets: [{ role: 'manager' }] },
    ],
    noProgressSeconds: 24 * hour,
  },
};
const severities = ['critical', 'high', 'normal', 'low'];

/**
 * Writes incidents whose first call falls due within a window, as the product writes them: each with a site, a
 * supervisor on duty and a manager of its own, so that no call waits for another or is bundled with it.
 * @param run a short name that makes codes and addresses unique
 * @param dueInMs of each timer, from now by the database's clock
 * @param spare so many sites more, without an incident
 * @param hintless so many of the first that the relay takes for handed on
 * @returns for each: ids, addresses, severity and `dueAt` (ms)
 */
export async function seedTimers(stage, { run, dueInMs, spare = 0, hintless = 0 }) {
  const rows = [...dueInMs, ...Array.from({ length: spare }, () => null)].map((due, index) => ({
    ...{
      due,
      hinted: index < hintless ? 1 : 0,
      site: v7(),
      code: `${run}${String(index).padStart(5, '0')}`,
      shift: v7(),
    },
    ...{ supervisor: v7(), to: `s${index}.${run.toLowerCase()}@faults.test` },
    ...{ manager: v7(), next: `m${index}.${run.toLowerCase()}@faults.test` },
    ...{ incident: v7(), escalation: v7(), timer: v7(), severity: severities[index % severities.length] },
  }));
  const given = JSON.stringify(rows);
  await stage.sql(people, [given]);
  const due = await stage.sql(incidents, [given, JSON.stringify(policies)]);
  const dueAt = new Map(due.map(({ id, due_at }) => [id, due_at.getTime()]));
  return rows.map((row) => ({ ...row, dueAt: dueAt.get(row.timer) ?? null }));
}

const record = `jsonb_to_recordset($1) AS r(due float8, hinted int, site uuid, code text, shift uuid, supervisor uuid, "to" text,
  manager uuid, next text, incident uuid, escalation uuid, timer uuid, severity text)`;

const people = `
WITH r AS MATERIALIZED (SELECT * FROM ${record}),
sites AS (INSERT INTO app.site (id, code, name)
  SELECT site, code, jsonb_build_object('zh', code, 'en', code) FROM r RETURNING id),
persons AS (INSERT INTO app.person (id, name, email)
  SELECT supervisor, '主管', "to" FROM r UNION ALL SELECT manager, '经理', next FROM r RETURNING id),
grants AS (INSERT INTO app.role_grant (id, person_id, role, site_id)
  SELECT uuidv7(), supervisor, 'supervisor', site FROM r
  UNION ALL SELECT uuidv7(), manager, 'manager', site FROM r RETURNING id)
INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
  SELECT shift, site, supervisor, 'supervisor', app.app_now() - interval '1 day', app.app_now() + interval '1 year' FROM r`;

/* The last statement arms: what is in the transaction before it has no timer yet that could fall due. */
const incidents = `
WITH r AS MATERIALIZED (SELECT * FROM ${record} WHERE due IS NOT NULL),
playbook AS (SELECT id, content FROM app.playbook_version
  WHERE playbook_id = 'customer-falls' ORDER BY version DESC LIMIT 1),
opener AS (SELECT id FROM app.person WHERE email = 'floor@faults.test'),
incidents AS (INSERT INTO app.incident
    (id, reference, site_id, playbook_version_id, severity, opened_by_id, opened_at, occurred_at, policies)
  SELECT incident, code || '-0', site, playbook.id, severity, opener.id, app.app_now(), app.app_now(), $2::jsonb
  FROM r, playbook, opener RETURNING id),
steps AS (INSERT INTO app.incident_step (incident_id, step_id, position, state, ready_at)
  SELECT r.incident, step.content->>'id', step.place - 1, CASE step.place WHEN 1 THEN 'ready' ELSE 'waiting' END,
    CASE step.place WHEN 1 THEN app.app_now() END
  FROM r, playbook, json_array_elements(playbook.content->'steps') WITH ORDINALITY AS step(content, place)
  RETURNING incident_id),
chains AS (INSERT INTO app.escalation (id, incident_id, policy_id, cause, started_at)
  SELECT escalation, incident, 'urgent', 'opened', app.app_now() + due * interval '1 ms' FROM r RETURNING id)
INSERT INTO app.timer (id, key, kind, incident_id, subject, hinted_gen, due_at)
  SELECT timer, 'escalation:' || escalation, 'escalation', incident, escalation::text, hinted,
    app.app_now() + due * interval '1 ms'
  FROM r RETURNING id, due_at`;
