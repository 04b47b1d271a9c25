import type { Database } from '@zenmeban/database';
import type { LoopReading, Readings, VitalReadings } from './readings';
import type { WatchPool } from './watch-pool';

const vitalStatement = `
SELECT
  (SELECT coalesce(extract(epoch FROM app.app_now() - min(due_at)), 0)::float8
   FROM app.timer WHERE state = 'armed' AND due_at < app.app_now()) AS "overdueTimerSeconds",
  extract(epoch FROM app.app_now() - greatest(
    (SELECT max(arrived_at) FROM app.canary WHERE due_at > app.app_now() - interval '1 day'),
    (SELECT min(started_at) FROM app.heartbeat WHERE at > app.app_now() - interval '1 minute')))::float8
    AS "canarySeconds",
  (SELECT coalesce(jsonb_agg(kind), '[]') FROM (
     SELECT DISTINCT ON (loop) loop, every_ms AS "everyMs", last_error AS "lastError",
       greatest(0, extract(epoch FROM app.app_now() - at)) AS "quietSeconds"
     FROM app.heartbeat ORDER BY loop, at DESC) AS kind) AS loops`;

/** Reads what decides whether calls can be relied on: one cheap statement. Throws within 3 s. */
export async function readVital(pool: WatchPool): Promise<VitalReadings> {
  const [row] = await pool.query<VitalReadings & { loops: LoopReading[] }>(vitalStatement);
  if (!row) throw new Error('Postgres answered nothing');
  return row;
}

type Counts = Pick<
  Readings,
  | 'failingTimers'
  | 'overdueNoticeSeconds'
  | 'waitingMails'
  | 'waitingMailSeconds'
  | 'callsWithoutNotice'
  | 'chainsWithoutTimer'
  | 'callsWithoutSuccessor'
  | 'sentAfterAcknowledgement'
  | 'canariesSwept'
  | 'differingFacts'
>;

/**
 * The invariants over the rows of the last day. A robot or webhook that refuses or is away is the trouble of whoever set
 * it up, who sees it beside the channel: only mail, and people whom no way reaches, speak of the machinery.
 */
export async function readCounts(database: Database): Promise<Counts> {
  const [counts] = await database.source.query<[Counts]>(counted);
  return counts;
}

const counted = `
SELECT
  (SELECT count(*)::int FROM app.timer WHERE state = 'armed' AND failures > 0 AND due_at < app.app_now())
    AS "failingTimers",
  (SELECT coalesce(extract(epoch FROM app.app_now() - min(next_attempt_at)), 0)::float8 FROM app.notification
   WHERE state IN ('pending', 'sending') AND channel = 'mail' AND next_attempt_at < app.app_now()) AS "overdueNoticeSeconds",
  waiting.count AS "waitingMails", waiting.oldest AS "waitingMailSeconds",
  (SELECT count(*)::int
   FROM app.timeline_entry e
   JOIN app.incident i ON i.id = e.incident_id AND NOT i.drill
   CROSS JOIN LATERAL jsonb_array_elements_text(e.data->'personIds') AS called(id)
   JOIN app.person p ON p.id = called.id::uuid AND p.active
   WHERE e.kind = 'escalation.called' AND e.at > app.app_now() - interval '1 day'
     AND NOT EXISTS (
       SELECT 1 FROM app.notification n WHERE n.incident_id = e.incident_id AND n.recipient_id = p.id
         AND starts_with(n.dedupe_key, e.data->>'firing'))) AS "callsWithoutNotice",
  (SELECT count(*)::int FROM app.escalation e
   JOIN app.incident i ON i.id = e.incident_id AND i.status IN ('open', 'in_progress', 'reopened') AND NOT i.drill
   WHERE e.ended_at IS NULL AND NOT EXISTS (
     SELECT 1 FROM app.timer t WHERE t.key = 'escalation:' || e.id AND t.state = 'armed')) AS "chainsWithoutTimer",
  (SELECT count(*)::int FROM app.notification n
   JOIN app.escalation e ON e.id = n.escalation_id AND e.levels_called = n.level
     AND e.ended_at IS NULL AND e.acknowledged_at IS NULL
   JOIN app.incident i ON i.id = n.incident_id AND i.status IN ('open', 'in_progress', 'reopened')
     AND n.level < jsonb_array_length(i.policies->e.policy_id->'levels')
   WHERE n.due_at > app.app_now() - interval '1 day' AND n.state = 'failed' AND n.template = 'escalation'
     AND n.recipient_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM app.notification other WHERE other.incident_id = n.incident_id
         AND other.recipient_id = n.recipient_id AND other.escalation_id = n.escalation_id AND other.level = n.level
         AND other.state <> 'failed')
     AND EXISTS (SELECT 1 FROM app.delivery d WHERE d.notification_id = n.id AND d.attempt = n.attempts
       AND d.finished_at < app.app_now() - interval '1 minute')) AS "callsWithoutSuccessor",
  (SELECT count(*)::int FROM app.notification n
   JOIN app.escalation e ON e.id = n.escalation_id AND n.created_at < e.acknowledged_at
   JOIN app.delivery d ON d.notification_id = n.id AND d.outcome = 'accepted' AND d.started_at > e.acknowledged_at
   WHERE n.due_at > app.app_now() - interval '1 day' AND n.template = 'escalation') AS "sentAfterAcknowledgement",
  (SELECT count(*)::int FROM (
     SELECT fired_by, bool_and(fired_by = 'sweep') OVER (ORDER BY due_at DESC) AS so_far
     FROM app.canary WHERE fired_at IS NOT NULL ORDER BY due_at DESC LIMIT 10) last
   WHERE so_far) AS "canariesSwept",
  (SELECT CASE WHEN differing > 0 THEN jsonb_build_object('count', differing, 'examples', examples) END
   FROM app.fact_check WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1) AS "differingFacts"
FROM (
  SELECT count(*)::int AS count, coalesce(extract(epoch FROM app.app_now() - min(created_at)), 0)::float8 AS oldest
  FROM app.notification
  WHERE state IN ('pending', 'sending') AND channel = 'mail' AND attempts >= 3 AND created_at < app.app_now() - interval '2 minutes'
) waiting`;

/** Tables that must refuse every change, as they stand in the migrations. */
const appendOnly = ['timeline_entry', 'playbook_version', 'escalation_policy_version', 'practice', 'duty_change'];

/** Those of them whose triggers are gone or switched off. */
export async function readUnprotected(database: Database): Promise<string[]> {
  const rows = await database.source.query<{ name: string }[]>(
    `SELECT name FROM unnest($1::text[]) AS name
     WHERE 2 > (SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                WHERE c.relnamespace = 'app'::regnamespace AND c.relname = name AND t.tgenabled IN ('O', 'A')
                  AND t.tgname IN (name || '_append_only', name || '_never_empty'))`,
    [appendOnly],
  );
  return rows.map(({ name }) => name);
}
