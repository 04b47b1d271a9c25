import { once } from './venue.mjs';

/**
 * Sites that each have a supervisor of their own on duty, so that every call is a mail of its own.
 * @param url the database; `count` at most 9,999
 */
export async function addCallers(url, count) {
  await once(
    url,
    `WITH site AS (
       INSERT INTO app.site (id, code, name)
       SELECT gen_random_uuid(), 'C' || lpad(n::text, 4, '0'), jsonb_build_object('zh', 'C' || n, 'en', 'C' || n)
       FROM generate_series(1, ${count}) n RETURNING id, code)
     , person AS (
       INSERT INTO app.person (id, name, email)
       SELECT gen_random_uuid(), code, lower(code) || '@example.test' FROM site RETURNING id, name)
     , role AS (
       INSERT INTO app.role_grant (id, person_id, role, site_id)
       SELECT gen_random_uuid(), person.id, 'supervisor', site.id FROM site JOIN person ON person.name = site.code)
     INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
     SELECT gen_random_uuid(), site.id, person.id, 'supervisor',
       app.app_now() - interval '1 day', app.app_now() + interval '1 year'
     FROM site JOIN person ON person.name = site.code`,
  );
}

const severities = `(ARRAY['low', 'normal', 'high', 'critical'])[1 + n % 4]`;

/**
 * Incidents whose first call is due, one at each caller's site in turn, with all that a real one has.
 * @param name of this lot, up to 3 capitals: the references begin with it
 * @param due an SQL expression for the moment of the call, of the row number `n` (from 0)
 * @param from the first caller: whoever was called within a minute waits for company
 */
export async function armCalls(url, { name, count, due, from = 0 }) {
  await once(
    url,
    `WITH opener AS (SELECT id FROM app.person WHERE name = 'opener')
     , site AS (SELECT id, row_number() OVER (ORDER BY code) - 1 AS position FROM app.site WHERE code LIKE 'C____')
     , playbook AS (
       SELECT id, content FROM app.playbook_version WHERE playbook_id = 'customer-falls' ORDER BY version DESC LIMIT 1)
     , policy AS (
       SELECT jsonb_object_agg(policy_id, content) AS frozen FROM (
         SELECT DISTINCT ON (policy_id) policy_id, content FROM app.escalation_policy_version
         WHERE policy_id IN ('urgent', 'supervisor', 'overdue') ORDER BY policy_id, version DESC) newest)
     , call AS MATERIALIZED (
       SELECT n, gen_random_uuid() AS incident, gen_random_uuid() AS chain, ${due} AS due
       FROM generate_series(0, ${count - 1}) n)
     , incident AS (
       INSERT INTO app.incident (id, reference, site_id, playbook_version_id, severity, opened_by_id, opened_at,
         occurred_at, policies)
       SELECT incident, '${name}-' || n, site.id, playbook.id, ${severities}, opener.id, app.app_now(),
         app.app_now(), policy.frozen
       FROM call JOIN site ON site.position = (${from} + n) % (SELECT count(*) FROM site), playbook, opener, policy)
     , step AS (
       INSERT INTO app.incident_step (incident_id, step_id, position, state, ready_at)
       SELECT incident, step->>'id', position, CASE position WHEN 1 THEN 'ready' ELSE 'waiting' END, app.app_now()
       FROM call, playbook, jsonb_array_elements(playbook.content::jsonb->'steps') WITH ORDINALITY s(step, position)
       WHERE position <= 8)
     , chain AS (
       INSERT INTO app.escalation (id, incident_id, policy_id, cause, started_at)
       SELECT chain, incident, 'urgent', 'opened', due FROM call)
     INSERT INTO app.timer (id, key, kind, incident_id, subject, due_at)
     SELECT gen_random_uuid(), 'escalation:' || chain, 'escalation', incident, chain::text, due FROM call`,
  );
}

/** How late each call of a lot was mailed and its timer fired, in seconds, by severity; and how many are not out. */
export async function outcome(url, name) {
  return once(
    url,
    `SELECT i.severity, extract(epoch FROM n.accepted_at - n.due_at)::float8 AS "mailedLate",
       extract(epoch FROM c.at - n.due_at)::float8 AS "firedLate", n.attempts
     FROM app.incident i
     LEFT JOIN LATERAL (SELECT * FROM app.notification n WHERE n.incident_id = i.id ORDER BY created_at LIMIT 1) n ON true
     LEFT JOIN LATERAL (
       SELECT at FROM app.timeline_entry t
       WHERE t.incident_id = i.id AND t.kind = 'escalation.called' ORDER BY at LIMIT 1) c ON true
     WHERE i.reference LIKE '${name}-%'`,
  );
}
