import { promiseSeconds } from './ledger-line';

/** Which notices (`n`), levels that reached nobody (`t`), chains (`e`) and swept firings (`s`) are asked about. */
type Scope = { notices: string; levels: string; chains: string; swept: string };

/** Those of a period: `$1` from, `$2` until (excluded). Firings lie near the notices they caused. */
const period = {
  notices: 'n.due_at >= $1 AND n.due_at < $2',
  levels: 't.at >= $1 AND t.at < $2',
  chains: 'e.started_at >= $1 AND e.started_at < $2',
  swept: `s.at >= $1::timestamptz - interval '1 day' AND s.at < $2::timestamptz + interval '1 day'`,
};
const ofSites = 'i.site_id = ANY($3)';

/** Of a period and of sites, `$3`. */
export const ofPeriod: Scope = {
  notices: `${period.notices} AND ${ofSites}`,
  levels: `${period.levels} AND ${ofSites}`,
  chains: `${period.chains} AND ${ofSites}`,
  swept: period.swept,
};

/** Of one incident, `$1`. */
export const ofIncident: Scope = {
  notices: 'n.incident_id = $1',
  levels: 't.incident_id = $1',
  chains: 'e.incident_id = $1',
  swept: 's.incident_id = $1',
};

/* In milliseconds, as JavaScript counts: otherwise a microsecond would divide what SQL says from what `ledgerLine` says. */
const inMs = (time: string) => `date_trunc('milliseconds', ${time})`;
const promisedBy = `${inMs('n.due_at')} + (n.hold_seconds + ${promiseSeconds}) * interval '1 second'`;
const acceptedOrNow = inMs('coalesce(n.accepted_at, app.app_now())');
const isAcknowledged = `n.template = 'escalation' AND e.acknowledged_at >= n.due_at`;

/** Ids of the notices whose firing the queue slept through. */
const sweptOf = ({ swept }: Scope) => `
SELECT n.id FROM app.swept_firing s
JOIN app.notification n ON n.incident_id = s.incident_id AND starts_with(n.dedupe_key, s.firing || ':')
WHERE ${swept}`;

/*
 * `state`, `late_seconds` and `repaired` say in SQL what `ledgerLine` says of one row; a spec holds the two together.
 * Mail about accounts, and the watchers' own, has no incident: it is no promise to anybody on the floor.
 */
const verdict = `
  CASE WHEN n.state IN ('failed', 'withdrawn') THEN n.state
    WHEN ${acceptedOrNow} > ${promisedBy} THEN 'late'
    WHEN n.state = 'accepted' THEN 'on_time' ELSE 'waiting' END AS state,
  CASE WHEN n.state IN ('failed', 'withdrawn') THEN 0 ELSE
    greatest(0, extract(epoch FROM ${acceptedOrNow} - (${promisedBy})))::float8 END
    AS late_seconds,
  n.state = 'accepted' AND (n.attempts > 1 OR n.id IN (SELECT id FROM swept)) AS repaired`;

const owed = `
FROM app.notification n
JOIN app.incident i ON i.id = n.incident_id
LEFT JOIN app.escalation e ON e.id = n.escalation_id`;

const unreached = `
FROM app.timeline_entry t JOIN app.incident i ON i.id = t.incident_id
WHERE t.kind = 'escalation.nobody' AND NOT i.drill`;

/** How many of some lines stand how. */
const counts = `count(*)::int AS planned,
    count(*) FILTER (WHERE state = 'on_time')::int AS "onTime",
    count(*) FILTER (WHERE state = 'late')::int AS late,
    count(*) FILTER (WHERE state = 'failed')::int AS failed,
    count(*) FILTER (WHERE state = 'withdrawn')::int AS withdrawn,
    count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
    count(*) FILTER (WHERE repaired)::int AS repaired`;

/** A promise to somebody, by mail or by a robot of their own; a group's robot or a system acknowledges nothing. */
const toPerson = 'n.recipient_id IS NOT NULL';

/** The figures of a scope. */
export const summaryOf = (scope: Scope): string => `
WITH swept AS MATERIALIZED (${sweptOf(scope)}),
/* Each verdict is found once per row, not once per figure. */
line AS MATERIALIZED (
  SELECT ${verdict}, ${isAcknowledged} AS acknowledged, ${toPerson} AS to_person ${owed} WHERE ${scope.notices}),
people AS (
  SELECT ${counts},
    count(*) FILTER (WHERE acknowledged)::int AS acknowledged,
    coalesce(max(late_seconds), 0)::float8 AS "worstLateSeconds"
  FROM line WHERE to_person),
channels AS (SELECT ${counts} FROM line WHERE NOT to_person),
unreached AS (SELECT count(*)::int AS count ${unreached} AND ${scope.levels})
SELECT people.*, people.planned + unreached.count AS planned, unreached.count AS nobody, to_jsonb(channels) AS channels,
  (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM e.acknowledged_at - e.started_at))::float8
   FROM app.escalation e JOIN app.incident i ON i.id = e.incident_id
   WHERE ${scope.chains} AND e.acknowledged_at IS NOT NULL AND NOT i.drill) AS "medianSecondsToAcknowledge"
FROM people, channels, unreached`;

/** Which lines of a scope, by what they say and from where on; parameters follow those of the scope. */
export type Lines = { condition: string; order?: string; limit: string };

/** Lines as they are shown, the newest first unless ordered otherwise. */
export const linesOf = (scope: Scope, { condition, order, limit }: Lines): string => `
WITH swept AS MATERIALIZED (${sweptOf(scope)}),
page AS (
  (SELECT * FROM (
     SELECT n.id, 'notice' AS kind, n.incident_id, n.escalation_id, n.template, n.level, n.reason, n.channel,
       n.channel_id, n.recipient_id, n.state AS notice_state, n.due_at, n.hold_seconds, n.accepted_at, n.attempts, n.dedupe_key,
       ${promisedBy} AS promised_by, ${verdict}, n.id IN (SELECT id FROM swept) AS swept,
       CASE WHEN ${isAcknowledged} THEN e.acknowledged_at END AS acknowledged_at,
       CASE WHEN ${isAcknowledged} THEN e.acknowledged_by_id END AS acknowledged_by_id
     ${owed} WHERE ${scope.notices}) AS notice
   WHERE ${condition} ORDER BY ${order ?? newestFirst} LIMIT ${limit})
  UNION ALL
  (SELECT * FROM (
     SELECT t.id, 'nobody' AS kind, t.incident_id, (t.data->>'escalationId')::uuid, 'escalation',
       (t.data->>'level')::smallint, NULL, 'mail', NULL::uuid, NULL::uuid AS recipient_id, NULL, t.at AS due_at, 0, NULL::timestamptz, 0, NULL,
       t.at, 'nobody' AS state, 0::float8 AS late_seconds, false AS repaired, false,
       NULL::timestamptz AS acknowledged_at, NULL::uuid
     ${unreached} AND ${scope.levels}) AS level
   WHERE ${condition} ORDER BY ${order ?? newestFirst} LIMIT ${limit}))
SELECT page.id, page.kind, page.escalation_id AS "escalationId", page.template, page.level, page.reason, page.channel,
  c.name AS "channelName",
  page.notice_state AS "noticeState", page.due_at AS "dueAt", page.due_at::text AS position,
  page.promised_by AS "promisedBy", page.hold_seconds AS "holdSeconds", page.accepted_at AS "acceptedAt",
  page.attempts, page.swept, page.acknowledged_at AS "acknowledgedAt", app.app_now() AS now,
  jsonb_build_object('id', i.id, 'reference', i.reference) AS incident,
  jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'timeZone', s.time_zone) AS site,
  e.started_at AS "chainStartedAt",
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
LEFT JOIN app.channel c ON c.id = page.channel_id
LEFT JOIN app.person a ON a.id = page.acknowledged_by_id
LEFT JOIN app.timer t ON t.id = CASE WHEN page.dedupe_key ~ '^[0-9a-f-]{36}:[0-9]+:'
  THEN split_part(page.dedupe_key, ':', 1)::uuid END
LEFT JOIN app.timeline_entry said ON said.id = CASE WHEN page.dedupe_key ~ '^[0-9a-f-]{36}:[0-9a-f-]{36}:'
  THEN split_part(page.dedupe_key, ':', 1)::uuid END
ORDER BY ${(order ?? newestFirst).replaceAll(/(\w+) (DESC)/g, 'page.$1 $2')} LIMIT ${limit}`;

const newestFirst = 'due_at DESC, id DESC';
