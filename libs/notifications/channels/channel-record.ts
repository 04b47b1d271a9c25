import type { Database } from '@zenmeban/database';

/** Whether calls arrive at a channel, from the record of the last 30 days. Tests are not in it. */
export type ChannelRecord = {
  readonly lastDeliveredAt: Date | null;
  /** When the first attempt began that failed since the last call arrived; null when none did. */
  readonly failingSince: Date | null;
};

const nothing: ChannelRecord = { lastDeliveredAt: null, failingSince: null };

/** What the attempts at some channels say about each. @returns in the order of `ids` */
export async function recordsOf({ manager }: Database, ids: readonly string[]): Promise<ChannelRecord[]> {
  if (ids.length === 0) return [];
  const rows = await manager.query<(ChannelRecord & { id: string })[]>(
    `WITH attempt AS (
       SELECT n.channel_id AS id, d.outcome, d.started_at, d.finished_at
       FROM app.notification n JOIN app.delivery d ON d.notification_id = n.id
       WHERE n.channel_id = ANY($1) AND n.due_at > app.app_now() - interval '30 days' AND d.outcome IS NOT NULL),
     arrived AS (
       SELECT id, max(finished_at) FILTER (WHERE outcome = 'accepted') AS at FROM attempt GROUP BY id)
     SELECT id, arrived.at AS "lastDeliveredAt",
       min(started_at) FILTER (WHERE outcome <> 'accepted' AND started_at > coalesce(arrived.at, '-infinity'))
         AS "failingSince"
     FROM arrived JOIN attempt USING (id) GROUP BY id, arrived.at`,
    [ids],
  );
  const byId = new Map(rows.map(({ id, ...record }) => [id, record]));
  return ids.map((id) => byId.get(id) ?? nothing);
}
