import type { Escalation, Transaction } from '@zenmeban/database';
import type { CallHistory } from '@zenmeban/domain/engine';

type Row = { escalationId: string; level: number; times: number; reached: boolean };

/** What a chain did before its next call. */
export type EarlierCalls = (escalationId: string, next: { level: number; reason: string }) => CallHistory;

/**
 * What is to be told of the next call of each of these chains: that its level was called before, or that nobody of the
 * levels before was reached (they had nobody, or nothing could be delivered to anybody). In one query, and none for
 * chains that have not called yet.
 */
export async function earlierCalls(tx: Transaction, escalations: readonly Escalation[]): Promise<EarlierCalls> {
  const begun = escalations.filter(({ levelsCalled }) => levelsCalled > 0);
  const rows = begun.length === 0 ? [] : await tx.query<Row[]>(statement, [begun.map(({ incidentId }) => incidentId)]);
  return (escalationId, { level, reason }) => {
    const before = rows.filter((row) => row.escalationId === escalationId);
    const times = before.find((row) => row.level === level)?.times ?? 0;
    if (times > 0) return { nth: times + 1 };
    const nobody = reason === 'unacknowledged' && level > 1 && !before.some(({ reached }) => reached);
    return nobody ? { afterNobody: true } : {};
  };
}

/** A notice carries the firing of its call; somebody was reached unless all that were owed to people failed for good. */
const statement = `
SELECT t.data->>'escalationId' AS "escalationId", (t.data->>'level')::int AS level,
  (count(*) FILTER (WHERE t.data->>'reason' <> 'handed_over'))::int AS times,
  bool_or(EXISTS (
    SELECT 1 FROM app.notification n
    WHERE n.incident_id = t.incident_id AND starts_with(n.dedupe_key, (t.data->>'firing') || ':')
      AND n.recipient_id IS NOT NULL AND n.state <> 'failed')) AS reached
FROM app.timeline_entry t
WHERE t.incident_id = ANY($1) AND t.kind = 'escalation.called'
GROUP BY 1, 2`;
