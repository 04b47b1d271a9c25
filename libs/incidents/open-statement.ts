/**
 * The post on which $9 is on duty at the site $2 now, as `onDutyAt` of the domain says: standing in, or by a shift that
 * nobody stands in for, and not away; of several that which began last. Noted when it happens, for a roster may change.
 */
const ownPost = `SELECT post FROM (
    SELECT post, starts_at FROM app.duty_override
    WHERE site_id = $2 AND person_id = $9 AND cancelled_at IS NULL
      AND starts_at <= app.app_now() AND ends_at > app.app_now()
    UNION ALL
    SELECT post, starts_at FROM app.shift
    WHERE site_id = $2 AND person_id = $9 AND cancelled_at IS NULL
      AND starts_at <= app.app_now() AND ends_at > app.app_now()
      AND NOT EXISTS (
        SELECT FROM app.duty_override o
        WHERE o.site_id = $2 AND o.post = shift.post AND o.person_id <> $9 AND coalesce(o.replaces_id, $9) = $9
          AND o.cancelled_at IS NULL AND o.starts_at <= app.app_now() AND o.ends_at > app.app_now())
  ) AS planned
  WHERE NOT EXISTS (
    SELECT FROM app.leave WHERE person_id = $9 AND cancelled_at IS NULL
      AND starts_at <= app.app_now() AND ends_at > app.app_now())
  ORDER BY starts_at DESC, post LIMIT 1`;

/**
 * Opens an incident in one prepared statement: reference, incident, steps, chains of calls, timers and timeline. Times
 * are offsets in seconds from the database's now, so that no earlier question for the time is needed. A repeated id
 * raises 23505 and the counter goes back with it: references have no gaps and no collisions. Drills count for themselves.
 */
export const openStatement = `
WITH counter AS (
  INSERT INTO app.incident_counter (site_id, local_date, drill, last_number)
  VALUES ($2, (app.app_now() AT TIME ZONE $3)::date, $12, 1)
  ON CONFLICT (site_id, local_date, drill) DO UPDATE SET last_number = incident_counter.last_number + 1
  RETURNING local_date, drill, last_number
), opened AS (
  INSERT INTO app.incident (id, reference, site_id, place_id, playbook_version_id, severity, summary, opened_by_id,
    opened_at, occurred_at, policies, drill, restricted)
  SELECT $1, $4 || '-' || to_char(local_date, 'YYYYMMDD') || '-' || CASE WHEN drill THEN 'P' ELSE '' END
      || lpad(last_number::text, greatest(3, length(last_number::text)), '0'),
    $2, $5, $6, $7, $8, $9, app.app_now(), coalesce($10::timestamptz, app.app_now()), $11, drill, $13
  FROM counter
  RETURNING reference, opened_at
), steps AS (
  INSERT INTO app.incident_step (incident_id, step_id, position, state, ready_at, due_at, owner_post)
  SELECT $1, step_id, position, state, CASE WHEN state = 'ready' THEN opened_at END,
    CASE WHEN state = 'ready' THEN opened_at + make_interval(secs => within_seconds) END, owner_post
  FROM opened, jsonb_to_recordset($14)
    AS s(step_id text, position smallint, state text, within_seconds float8, owner_post text)
), chains AS (
  INSERT INTO app.escalation (id, incident_id, policy_id, cause, step_id, started_at)
  SELECT id, $1, policy_id, cause, step_id, opened_at
  FROM opened, jsonb_to_recordset($15) AS c(id uuid, policy_id text, cause text, step_id text)
), timers AS (
  INSERT INTO app.timer (id, key, kind, incident_id, subject, due_at)
  SELECT id, key, kind, $1, subject, opened_at + make_interval(secs => after_seconds)
  FROM opened, jsonb_to_recordset($16) AS t(id uuid, key text, kind text, subject text, after_seconds float8)
), duty AS (
  ${ownPost}
), entries AS (
  INSERT INTO app.timeline_entry (id, incident_id, at, kind, actor_id, data)
  SELECT id, $1, opened_at, kind, actor_id,
    data || coalesce((SELECT jsonb_build_object('post', post) FROM duty WHERE kind = 'incident.opened'), '{}')
  FROM opened, jsonb_to_recordset($17) AS e(id uuid, kind text, actor_id uuid, data jsonb)
)
SELECT reference, opened_at AS "openedAt" FROM opened`;
