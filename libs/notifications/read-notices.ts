import type { Channel, ChannelKind, Database, Transaction } from '@zenmeban/database';
import type { CallReason, EscalationCause, Language, Severity } from '@zenmeban/domain/engine';
import type { Circumstances } from './is-still-true';
import type { IncidentFacts, Notice } from './mail-variables';

/** The statements of a claim are run for each message: Postgres parses and plans them once per connection. */
export type Prepares = Pick<Database, 'prepared'>;

/** Of a notice that is still owed, what decides whether it is its time. */
export type NoticeHead = {
  readonly id: string;
  readonly template: Notice['template'];
  readonly attempts: number;
  /** Not above 0 = due. */
  readonly dueInSeconds: number;
  readonly severity: Severity;
  readonly holdSeconds: number;
  /** Of a call: why it is made, and what began its chain. */
  readonly reason: CallReason | null;
  readonly cause: EscalationCause | null;
  readonly recipientId: string | null;
  readonly channelId: string | null;
  readonly channel: 'mail' | ChannelKind;
  /** The recipient's quiet hours, the time of day at the site, and the seconds until they end next. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly timeOfDay: string | null;
  readonly quietSeconds: number | null;
};

/** The person a notice is for. */
export type Recipient = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly active: boolean;
};

/** A notice with everything it tells, as it stands now. */
export type Row = Notice &
  Circumstances & {
    readonly id: string;
    readonly attempt: number;
    readonly incidentId: string | null;
    readonly escalationId: string | null;
    readonly recipient: Recipient | null;
    readonly channel: Channel | null;
    readonly incident: (Omit<IncidentFacts, 'openedAt'> & { openedAt: string }) | null;
  };

/** Null when the notice is settled, or is told in the message of another one. */
export async function headOf(database: Prepares, tx: Transaction, id: string): Promise<NoticeHead | null> {
  const rows = await database.prepared<NoticeHead>(
    tx,
    'notice_head',
    `SELECT n.id, n.template, n.attempts, n.severity,
       extract(epoch FROM n.next_attempt_at - app.app_now())::float AS "dueInSeconds", n.hold_seconds AS "holdSeconds",
       n.reason, e.cause, n.recipient_id AS "recipientId",
       n.channel_id AS "channelId", n.channel, p.quiet_from AS "quietFrom", p.quiet_until AS "quietUntil",
       to_char(here.now, 'HH24:MI') AS "timeOfDay",
       extract(epoch FROM (here.now::date + p.quiet_until::time
         + CASE WHEN p.quiet_until <= to_char(here.now, 'HH24:MI') THEN interval '1 day' ELSE interval '0' END)
         - here.now)::int AS "quietSeconds"
     FROM app.notification n
     LEFT JOIN app.escalation e ON e.id = n.escalation_id
     LEFT JOIN app.person p ON p.id = n.recipient_id
     LEFT JOIN app.incident i ON i.id = n.incident_id
     LEFT JOIN app.site s ON s.id = i.site_id
     CROSS JOIN LATERAL (SELECT app.app_now() AT TIME ZONE s.time_zone AS now) here
     WHERE n.id = $1 AND n.state IN ('pending', 'sending') AND n.carried_by_id IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** No message is longer than that many notices; the others make the next one. */
const mostInOneMessage = 100;

/**
 * Ids of the notices that go into the same message, the gravest first: at a first attempt the calls to the same
 * recipient that wait for their own, later those of the first attempt. A webhook is told one by one.
 */
export async function whoWaits(database: Prepares, tx: Transaction, head: NoticeHead): Promise<string[]> {
  if (!isBundled(head)) return [];
  const { id, attempts, channelId, recipientId } = head;
  const [name, which] =
    attempts > 0
      ? ['carried', `n.carried_by_id = $1 AND $2::uuid IS NOT NULL AND n.state IN ('pending', 'sending')`]
      : channelId === null
        ? ['mail', `n.recipient_id = $2 AND n.channel_id IS NULL AND ${waitsForItsFirst}`]
        : ['channel', `n.channel_id = $2 AND ${waitsForItsFirst}`];
  const rows = await database.prepared<{ id: string }>(
    tx,
    `notice_waiting_${name}`,
    `SELECT n.id FROM app.notification n
     WHERE ${which} AND n.template = 'escalation' AND n.id <> $1
     ORDER BY array_position(ARRAY['critical', 'high', 'normal', 'low'], n.severity), n.level DESC, n.created_at
     LIMIT ${mostInOneMessage - 1}`,
    [id, channelId ?? recipientId],
  );
  return rows.map((row) => row.id);
}

const waitsForItsFirst = `n.carried_by_id IS NULL AND n.attempts = 0 AND n.state = 'pending'`;

/** Whether a notice may share a message with others. */
export const isBundled = ({ template, channel, holdSeconds }: NoticeHead): boolean =>
  template === 'escalation' && channel !== 'webhook' && (channel !== 'mail' || holdSeconds > 0);

/** Reads notices with what they are about, in the order of `ids`. */
export async function readNotices(database: Prepares, tx: Transaction, ids: readonly string[]): Promise<Row[]> {
  return database.prepared<Row>(
    tx,
    'notice_read',
    `SELECT n.id, n.template, n.variables, n.attempts AS attempt, n.recipient_id AS "recipientId",
       n.created_at AS "createdAt", n.incident_id AS "incidentId", n.escalation_id AS "escalationId",
       n.variables->>'reason' AS reason,
       i.status, e.acknowledged_at AS "acknowledgedAt", e.ended_at AS "chainEndedAt",
       st.state AS "stepState", st.assignee_id AS "assigneeId",
       CASE WHEN p.id IS NOT NULL THEN jsonb_build_object(
         'id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'active', p.active) END AS recipient,
       CASE WHEN c.id IS NOT NULL THEN jsonb_build_object(
         'id', c.id, 'kind', c.kind, 'language', c.language, 'enabled', c.enabled,
         'sealedUrl', c.sealed_url, 'sealedSecret', c.sealed_secret) END AS channel,
       CASE WHEN i.id IS NOT NULL THEN jsonb_build_object(
         'id', i.id, 'reference', i.reference, 'severity', i.severity, 'openedAt', i.opened_at,
         'restricted', i.restricted, 'siteCode', s.code, 'siteName', s.name, 'timeZone', s.time_zone, 'placeName', pl.name,
         'playbookTitle', pv.content->'title', 'stepTitle', step.value->'title',
         'stepConfidential', step.value->'visibleTo' IS NOT NULL, 'handedOver', given.over) END AS incident
     FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
     JOIN app.notification n ON n.id = asked.id
     LEFT JOIN app.person p ON p.id = n.recipient_id
     LEFT JOIN app.channel c ON c.id = n.channel_id
     LEFT JOIN app.incident i ON i.id = n.incident_id
     LEFT JOIN app.site s ON s.id = i.site_id
     LEFT JOIN app.place pl ON pl.id = i.place_id
     LEFT JOIN app.playbook_version pv ON pv.id = i.playbook_version_id
     LEFT JOIN app.escalation e ON e.id = n.escalation_id
     LEFT JOIN app.incident_step st ON st.incident_id = n.incident_id AND st.step_id = n.variables->>'stepId'
     LEFT JOIN LATERAL (SELECT jsonb_path_query_first(pv.content::jsonb, '$.steps[*] ? (@.id == $id)',
       jsonb_build_object('id', n.variables->>'stepId')) AS value) step ON true
     LEFT JOIN LATERAL (
       SELECT jsonb_build_object('by', giver.name, 'withNote', t.data->>'note' <> '') AS over
       FROM app.timeline_entry t JOIN app.person giver ON giver.id = t.actor_id
       WHERE n.variables->>'reason' = 'handed_over' AND t.incident_id = n.incident_id
         AND t.kind = 'incident.handed_over' AND t.data->'personIds' ? n.recipient_id::text
       ORDER BY t.at DESC, t.id DESC LIMIT 1) given ON true
     ORDER BY asked.place`,
    [ids],
  );
}

/** The incident of a notice as its texts need it. */
export const factsOf = ({ incident }: Row): IncidentFacts | null =>
  incident && { ...incident, openedAt: new Date(incident.openedAt) };
