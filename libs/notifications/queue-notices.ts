import type { ChannelKind, Database, Transaction } from '@zenmeban/database';
import { v7 } from 'uuid';
import type { Notice } from './mail-variables';
import type { NotificationNudge, WrittenNotice } from './tokens';

/** A notice to be written; `incidentId` null = mail about an account. */
export type NewNotice = Notice & {
  readonly dedupeKey: string;
  /** Null for a group's channel. */
  readonly recipientId: string | null;
  /** Missing = by mail. */
  readonly channel?: { readonly id: string; readonly kind: ChannelKind };
  readonly incidentId: string | null;
  readonly escalationId: string | null;
  /** When it was owed; missing = now. */
  readonly dueAt?: Date;
  /** How long it may wait to be told together with others. */
  readonly holdSeconds?: number;
};

/**
 * Writes the notices in one statement and wakes the sender after the commit. What exists under its key already, belongs
 * to a drill, or is for somebody no longer active, is left out.
 */
export async function queueNotices(
  database: Database,
  nudge: NotificationNudge,
  tx: Transaction,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => ({
    id: v7(),
    dedupe_key: notice.dedupeKey,
    incident_id: notice.incidentId,
    escalation_id: notice.escalationId,
    recipient_id: notice.recipientId,
    channel_id: notice.channel?.id ?? null,
    channel: notice.channel?.kind ?? 'mail',
    template: notice.template,
    variables: notice.variables,
    due_at: notice.dueAt ?? null,
    /* A webhook is told one by one, and waits for nothing. */
    hold_seconds: notice.channel?.kind === 'webhook' ? 0 : (notice.holdSeconds ?? 0),
    ...(notice.template === 'escalation' && { level: notice.variables.level, reason: notice.variables.reason }),
  }));
  const written = await tx.query<WrittenNotice[]>(
    `INSERT INTO app.notification
       (id, dedupe_key, incident_id, escalation_id, recipient_id, channel_id, channel, template, variables, severity,
        due_at, hold_seconds, level, reason)
     SELECT n.id, n.dedupe_key, n.incident_id, n.escalation_id, n.recipient_id, n.channel_id, n.channel, n.template,
       n.variables, coalesce(i.severity, 'normal'), coalesce(n.due_at, app.app_now()), n.hold_seconds, n.level, n.reason
     FROM jsonb_to_recordset($1) AS n(id uuid, dedupe_key text, incident_id uuid, escalation_id uuid,
       recipient_id uuid, channel_id uuid, channel text, template text, variables jsonb, due_at timestamptz, hold_seconds int, level smallint, reason text)
     LEFT JOIN app.person p ON p.id = n.recipient_id
     LEFT JOIN app.incident i ON i.id = n.incident_id
     WHERE i.drill IS NOT TRUE AND p.active IS NOT FALSE
     ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, severity, level`,
    [JSON.stringify(rows)],
  );
  if (written.length > 0)
    database.afterCommit(() => {
      nudge(written);
    });
}
