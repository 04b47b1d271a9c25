import { promiseSeconds } from './ledger-line';

/**
 * The notices owed, and the levels that reached nobody, of some sites and a period: `$1` from, `$2` until, `$3` site
 * ids. Mail about accounts and the watchers' own is no promise to anybody on the floor. The columns `state`,
 * `late_seconds` and `repaired` say in SQL what `ledgerLine` says of one row; a spec holds the two together.
 */
export const ledgerRows = (where: { notices: string; levels: string }): string => `
SELECT n.id, 'notice' AS kind, n.incident_id, n.escalation_id, n.template, n.level, n.reason, n.channel, n.channel_id,
  n.recipient_id, n.state AS notice_state, n.due_at, n.hold_seconds, n.accepted_at, n.attempts, n.dedupe_key,
  promised.by AS promised_by,
  CASE WHEN n.state IN ('failed', 'withdrawn') THEN n.state
    WHEN coalesce(n.accepted_at, app.app_now()) > promised.by THEN 'late'
    WHEN n.state = 'accepted' THEN 'on_time' ELSE 'waiting' END AS state,
  CASE WHEN n.state IN ('failed', 'withdrawn') THEN 0 ELSE
    greatest(0, extract(epoch FROM coalesce(n.accepted_at, app.app_now()) - promised.by))::float8 END AS late_seconds,
  n.state = 'accepted' AND (n.attempts > 1 OR swept.firing IS NOT NULL) AS repaired,
  swept.firing IS NOT NULL AS swept,
  CASE WHEN n.template = 'escalation' AND e.acknowledged_at >= n.due_at THEN e.acknowledged_at END AS acknowledged_at,
  CASE WHEN n.template = 'escalation' AND e.acknowledged_at >= n.due_at THEN e.acknowledged_by_id END
    AS acknowledged_by_id
FROM app.notification n
JOIN app.incident i ON i.id = n.incident_id
LEFT JOIN app.escalation e ON e.id = n.escalation_id
LEFT JOIN app.swept_firing swept
  ON swept.firing = split_part(n.dedupe_key, ':', 1) || ':' || split_part(n.dedupe_key, ':', 2)
CROSS JOIN LATERAL (SELECT n.due_at + make_interval(secs => n.hold_seconds + ${promiseSeconds}) AS by) AS promised
WHERE ${where.notices}
UNION ALL
SELECT t.id, 'nobody', t.incident_id, (t.data->>'escalationId')::uuid, 'escalation', (t.data->>'level')::smallint, NULL,
  'mail', NULL, NULL, NULL, t.at, 0, NULL, 0, NULL, t.at, 'nobody', 0, false, false, NULL, NULL
FROM app.timeline_entry t JOIN app.incident i ON i.id = t.incident_id
WHERE t.kind = 'escalation.nobody' AND NOT i.drill AND ${where.levels}`;

/** Of a period and some sites. */
export const ledgerOfPeriod = ledgerRows({
  notices: 'n.due_at >= $1 AND n.due_at < $2 AND i.site_id = ANY($3)',
  levels: 't.at >= $1 AND t.at < $2 AND i.site_id = ANY($3)',
});

/** Of one incident, `$1`. */
export const ledgerOfIncident = ledgerRows({ notices: 'n.incident_id = $1', levels: 't.incident_id = $1' });

/** The figures of some lines. */
export const summaryOf = (rows: string): string => `
WITH line AS (${rows}),
chain AS (
  SELECT extract(epoch FROM max(acknowledged_at) - min(due_at)) AS seconds FROM line
  WHERE acknowledged_at IS NOT NULL GROUP BY escalation_id)
SELECT count(*)::int AS planned,
  count(*) FILTER (WHERE state = 'on_time')::int AS "onTime",
  count(*) FILTER (WHERE state = 'late')::int AS late,
  count(*) FILTER (WHERE state = 'failed')::int AS failed,
  count(*) FILTER (WHERE state = 'withdrawn')::int AS withdrawn,
  count(*) FILTER (WHERE state = 'nobody')::int AS nobody,
  count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
  count(*) FILTER (WHERE repaired)::int AS repaired,
  count(*) FILTER (WHERE acknowledged_at IS NOT NULL)::int AS acknowledged,
  coalesce(max(late_seconds), 0)::float8 AS "worstLateSeconds",
  (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds)::float8 FROM chain) AS "medianSecondsToAcknowledge"
FROM line`;

/** Lines as they are shown, the newest first; `condition` on the columns of `ledgerRows`, `limit` a parameter. */
export const linesOf = (rows: string, condition: string, limit: string): string => `
WITH line AS (${rows}),
page AS (SELECT * FROM line WHERE ${condition} ORDER BY due_at DESC, id DESC LIMIT ${limit})
SELECT page.id, kind, page.escalation_id AS "escalationId", template, level, page.reason, page.channel, notice_state AS "noticeState", page.due_at AS "dueAt",
  page.due_at::text AS position, promised_by AS "promisedBy", hold_seconds AS "holdSeconds",
  accepted_at AS "acceptedAt", page.attempts, swept, acknowledged_at AS "acknowledgedAt", app.app_now() AS now,
  jsonb_build_object('id', i.id, 'reference', i.reference) AS incident,
  jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) AS site,
  coalesce(e.step_id, said.data->>'stepId', CASE WHEN t.kind LIKE 'step%' THEN t.subject END) AS "stepId",
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS recipient,
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'name', a.name) END AS "acknowledgedBy",
  coalesce((SELECT jsonb_agg(jsonb_build_object('startedAt', d.started_at, 'outcome', d.outcome,
      'smtpCode', d.smtp_code, 'error', d.error) ORDER BY d.attempt)
    FROM app.delivery d WHERE d.notification_id = page.id), '[]') AS tries
FROM page
JOIN app.incident i ON i.id = page.incident_id
JOIN app.site s ON s.id = i.site_id
LEFT JOIN app.escalation e ON e.id = page.escalation_id
LEFT JOIN app.person p ON p.id = page.recipient_id
LEFT JOIN app.person a ON a.id = page.acknowledged_by_id
LEFT JOIN app.timer t ON t.id = CASE WHEN page.dedupe_key ~ '^[0-9a-f-]{36}:[0-9]+:'
  THEN split_part(page.dedupe_key, ':', 1)::uuid END
LEFT JOIN app.timeline_entry said ON said.id = CASE WHEN page.dedupe_key ~ '^[0-9a-f-]{36}:[0-9a-f-]{36}:'
  THEN split_part(page.dedupe_key, ':', 1)::uuid END
ORDER BY page.due_at DESC, page.id DESC`;
