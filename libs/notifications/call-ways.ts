import type { ChannelKind, Transaction } from '@zenmeban/database';

/** A channel that is told of a call; `personId` null = a group's. */
export type Way = {
  readonly incidentId: string;
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly personId: string | null;
};

/**
 * The channels that hear of calls: those of the people called, those of the incident's site and those of the whole
 * group, as far as they want to know of its severity. In one query for all of them.
 */
export async function callWays(
  tx: Transaction,
  calls: readonly { readonly incidentId: string; readonly personIds: readonly string[] }[],
): Promise<Way[]> {
  if (calls.length === 0) return [];
  return tx.query<Way[]>(
    `SELECT DISTINCT i.id AS "incidentId", c.id AS "channelId", c.kind, c.person_id AS "personId"
     FROM jsonb_to_recordset($1) AS called(incident uuid, people jsonb)
     JOIN app.incident i ON i.id = called.incident
     JOIN app.channel c ON c.enabled AND c.removed_at IS NULL
       AND array_position(ARRAY['low', 'normal', 'high', 'critical'], c.least_severity)
         <= array_position(ARRAY['low', 'normal', 'high', 'critical'], i.severity)
       AND CASE WHEN c.person_id IS NOT NULL THEN called.people ? c.person_id::text
         ELSE c.site_id IS NULL OR c.site_id = i.site_id END`,
    [JSON.stringify(calls.map(({ incidentId, personIds }) => ({ incident: incidentId, people: personIds })))],
  );
}
