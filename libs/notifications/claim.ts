import { randomUUID } from 'node:crypto';
import type { Transaction } from '@zenmeban/database';
import type { Language } from '@zenmeban/domain/engine';
import { v7 } from 'uuid';
import { mintToken } from './acknowledgement-tokens';
import { type Circumstances, isStillTrue } from './is-still-true';
import { leaseSeconds } from './lease';
import type { IncidentFacts, Notice } from './mail-variables';

/** One attempt to send one notice: only the holder of `leaseToken` may record how it ended. */
export type Claim = {
  readonly notificationId: string;
  readonly leaseToken: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly incidentId: string | null;
  readonly escalationId: string | null;
  readonly notice: Notice;
  readonly recipient: { name: string; email: string; language: Language; active: boolean };
  readonly incident: IncidentFacts | null;
  readonly ackToken: string | null;
};

type Row = Notice &
  Circumstances & {
    attempt: number;
    incidentId: string | null;
    escalationId: string | null;
    recipient: Claim['recipient'];
    incident: (Omit<IncidentFacts, 'openedAt'> & { openedAt: string }) | null;
  };

const readAgain = `
  SELECT n.template, n.variables, n.attempts AS attempt, n.recipient_id AS "recipientId", n.created_at AS "createdAt",
    n.incident_id AS "incidentId", n.escalation_id AS "escalationId", n.variables->>'reason' AS reason,
    i.status, e.acknowledged_at AS "acknowledgedAt", e.ended_at AS "chainEndedAt",
    st.state AS "stepState", st.assignee_id AS "assigneeId",
    jsonb_build_object('name', p.name, 'email', p.email, 'language', p.language, 'active', p.active) AS recipient,
    CASE WHEN i.id IS NOT NULL THEN jsonb_build_object(
      'id', i.id, 'reference', i.reference, 'severity', i.severity, 'openedAt', i.opened_at,
      'siteName', s.name, 'timeZone', s.time_zone, 'placeName', pl.name, 'playbookTitle', pv.content->'title',
      'stepTitle', jsonb_path_query_first(pv.content::jsonb, '$.steps[*] ? (@.id == $id).title',
        jsonb_build_object('id', n.variables->>'stepId'))) END AS incident
  FROM app.notification n
  JOIN app.person p ON p.id = n.recipient_id
  LEFT JOIN app.incident i ON i.id = n.incident_id
  LEFT JOIN app.site s ON s.id = i.site_id
  LEFT JOIN app.place pl ON pl.id = i.place_id
  LEFT JOIN app.playbook_version pv ON pv.id = i.playbook_version_id
  LEFT JOIN app.escalation e ON e.id = n.escalation_id
  LEFT JOIN app.incident_step st ON st.incident_id = n.incident_id AND st.step_id = n.variables->>'stepId'
  WHERE n.id = $1`;

/**
 * Takes a due notice for one attempt: writes its delivery row and, for a call, its acknowledgement token. A notice that
 * is no longer true is withdrawn instead.
 */
export async function claim(tx: Transaction, notificationId: string): Promise<Claim | 'not_due' | 'withdrawn'> {
  /* The incident first, as everyone locks: an acknowledgement under way is waited for, and then seen. */
  await tx.query(
    `SELECT 1 FROM app.incident WHERE id = (SELECT incident_id FROM app.notification WHERE id = $1) FOR KEY SHARE`,
    [notificationId],
  );
  const leaseToken = randomUUID();
  const [, claimed] = await tx.query<[unknown[], number]>(
    `UPDATE app.notification SET state = 'sending', lease_token = $2, attempts = attempts + 1,
       next_attempt_at = app.app_now() + make_interval(secs => $3)
     WHERE id = $1 AND state IN ('pending', 'sending') AND next_attempt_at <= app.app_now()`,
    [notificationId, leaseToken, leaseSeconds],
  );
  if (claimed === 0) return 'not_due';
  const [row] = await tx.query<Row[]>(readAgain, [notificationId]);
  if (!row) return 'not_due';
  if (!isStillTrue(row)) {
    await tx.query(
      `UPDATE app.notification SET state = 'withdrawn', variables = '{}', lease_token = NULL WHERE id = $1`,
      [notificationId],
    );
    return 'withdrawn';
  }
  await tx.query(
    `INSERT INTO app.delivery (id, notification_id, attempt, address, started_at)
     VALUES ($1, $2, $3, $4, app.app_now())`,
    [v7(), notificationId, row.attempt, row.recipient.email],
  );
  const { attempt, incidentId, escalationId, recipientId, recipient, incident, template, variables } = row;
  const ackToken =
    template === 'escalation' && incidentId
      ? await mintToken(tx, { notificationId, incidentId, personId: recipientId })
      : null;
  return {
    ...{ notificationId, leaseToken, attempt, incidentId, escalationId, recipient, ackToken },
    notice: { template, variables } as Notice,
    incident: incident && { ...incident, openedAt: new Date(incident.openedAt) },
  };
}
