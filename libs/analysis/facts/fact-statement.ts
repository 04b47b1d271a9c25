/** The columns of a fact besides its incident, in the order in which all statements here name them. */
export const factColumns = [
  ...['site_id', 'received_at', 'day', 'week', 'hour', 'playbook_id', 'playbook_version', 'register', 'severity'],
  ...['place_id', 'post', 'channel', 'category', 'cause', 'justified', 'remedy', 'satisfaction'],
  ...['first_response_seconds', 'acknowledged_seconds', 'resolved_seconds', 'closed_at', 'resolve_by', 'within_target'],
  ...['levels_called', 'reopened', 'steps_due', 'steps_on_time', 'steps_skipped', 'status'],
] as const;

/**
 * What was answered last to the question of this id, as an option of it. Whatever does not look like the id of an option
 * stays out: a text that somebody typed may be about a person, and facts outlive an erasure.
 */
const answered = (question: string) => `
      (array_agg(answers->>'${question}' ORDER BY settled_at DESC, position DESC) FILTER (
        WHERE jsonb_typeof(answers->'${question}') = 'string' AND length(answers->>'${question}') <= 60
          AND answers->>'${question}' ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'))[1] AS ${question}`;

/** Whole seconds since it was received, null while the moment is. */
const secondsUntil = (moment: string) =>
  `CASE WHEN ${moment} IS NOT NULL THEN greatest(0, floor(extract(epoch FROM ${moment} - i.opened_at)))::int END`;

/**
 * The facts of the incidents $1, made from the record alone: `WITH …, fact AS (…)`, to be followed by what is done with
 * them. None of a drill, none of a cancelled incident. A version's content is read once, however many incidents it has.
 * Answers, deadlines and times are the record's own; only whether an open incident is late asks the database's clock.
 */
export const withFacts = `
WITH version AS MATERIALIZED (
  SELECT v.id, v.playbook_id, v.version, content.register->>'id' AS register,
    content."resolveWithinSeconds" AS within_seconds
  FROM app.playbook_version v
  CROSS JOIN LATERAL json_to_record(v.content) AS content(register json, "resolveWithinSeconds" float8)
  WHERE v.id IN (SELECT playbook_version_id FROM app.incident WHERE id = ANY($1::uuid[]))
), fact AS (
  SELECT i.id AS incident_id, i.site_id, i.opened_at AS received_at, local.at::date AS day,
    date_trunc('week', local.at)::date AS week, extract(hour FROM local.at)::smallint AS hour,
    v.playbook_id, v.version AS playbook_version, v.register, i.severity, i.place_id, told.post, run.channel,
    coalesce(review.category, run.category) AS category, coalesce(review.cause, run.cause) AS cause,
    coalesce(review.justified, run.justified) AS justified, coalesce(review.remedy, run.remedy) AS remedy,
    coalesce(review.satisfaction, run.satisfaction) AS satisfaction,
    ${secondsUntil('least(run.first_settled_at, told.acknowledged_at)')} AS first_response_seconds,
    ${secondsUntil('told.acknowledged_at')} AS acknowledged_seconds,
    ${secondsUntil('i.resolved_at')} AS resolved_seconds, i.closed_at, target.resolve_by,
    CASE WHEN i.resolved_at IS NOT NULL THEN i.resolved_at <= target.resolve_by
         WHEN target.resolve_by < app.app_now() THEN false END AS within_target,
    chains.levels_called, told.reopened, run.steps_due, run.steps_on_time, run.steps_skipped, i.status
  FROM app.incident i
  JOIN app.site s ON s.id = i.site_id
  JOIN version v ON v.id = i.playbook_version_id
  LEFT JOIN app.incident_review review ON review.incident_id = i.id
  CROSS JOIN LATERAL (SELECT i.opened_at AT TIME ZONE s.time_zone AS at) local
  CROSS JOIN LATERAL (SELECT i.opened_at + make_interval(secs => v.within_seconds) AS resolve_by) target
  CROSS JOIN LATERAL (
    SELECT min(settled_at) AS first_settled_at,
      count(*) FILTER (WHERE due_at IS NOT NULL AND state IN ('done', 'skipped'))::smallint AS steps_due,
      count(*) FILTER (WHERE state = 'done' AND coalesce(done_at, settled_at) <= due_at)::smallint AS steps_on_time,
      count(*) FILTER (WHERE state = 'skipped' AND due_at IS NOT NULL)::smallint AS steps_skipped,
      ${['channel', 'category', 'cause', 'justified', 'remedy', 'satisfaction'].map(answered).join(',')}
    FROM app.incident_step WHERE incident_id = i.id
  ) run
  CROSS JOIN LATERAL (
    SELECT min(at) FILTER (WHERE kind IN ('incident.acknowledged', 'incident.snoozed')) AS acknowledged_at,
      count(*) FILTER (WHERE kind = 'incident.reopened')::smallint AS reopened,
      min(data->>'post') FILTER (WHERE kind = 'incident.opened') AS post
    FROM app.timeline_entry WHERE incident_id = i.id
  ) told
  CROSS JOIN LATERAL (
    SELECT coalesce(max(levels_called), 0)::smallint AS levels_called FROM app.escalation WHERE incident_id = i.id
  ) chains
  WHERE i.id = ANY($1::uuid[]) AND NOT i.drill AND i.status <> 'cancelled'
)`;

/** The columns, each of a table; for comparing and for taking over. */
export const columnsOf = (table: string) => factColumns.map((column) => `${table}.${column}`).join(', ');

/** Makes the facts of the incidents $1 what the record says, and takes away those of incidents that do not count. */
export const refreshStatement = `${withFacts}, gone AS (
  DELETE FROM app.incident_fact stored
  WHERE stored.incident_id = ANY($1::uuid[])
    AND NOT EXISTS (SELECT FROM fact WHERE fact.incident_id = stored.incident_id)
  RETURNING 1
), written AS (
  INSERT INTO app.incident_fact AS stored (incident_id, ${factColumns.join(', ')})
  SELECT fact.incident_id, ${columnsOf('fact')} FROM fact
  ON CONFLICT (incident_id) DO UPDATE SET (${factColumns.join(', ')}) = ROW(${columnsOf('excluded')})
  WHERE (${columnsOf('stored')}) IS DISTINCT FROM (${columnsOf('excluded')})
  RETURNING 1
)
SELECT (SELECT count(*)::int FROM written) AS written, (SELECT count(*)::int FROM gone) AS removed`;
