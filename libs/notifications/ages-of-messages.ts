import type { Transaction } from '@zenmeban/database';
import type { NoticeHead, Prepares } from './read-notices';

/** A message that went out so many seconds ago. */
export type PastMessage = {
  readonly age: number;
  /** It arrived, or may have: what failed, or was a test, counts against a robot's limits but holds nothing back. */
  readonly told: boolean;
  /** It told of something new, be it in a call it carried. */
  readonly news: boolean;
};

/** The last messages to the same recipient, tests of a channel included; the youngest first, at most 100. */
export async function agesOfMessages(
  database: Prepares,
  tx: Transaction,
  { channelId, recipientId }: Pick<NoticeHead, 'channelId' | 'recipientId'>,
): Promise<PastMessage[]> {
  const [name, whom, tests] =
    channelId === null
      ? ['notice_ages_mail', 'n.recipient_id = $1 AND n.channel_id IS NULL', '']
      : ['notice_ages_channel', 'n.channel_id = $1', `UNION ALL ${testsOfChannel}`];
  return database.prepared<PastMessage>(
    tx,
    name,
    `SELECT * FROM ((SELECT extract(epoch FROM app.app_now() - d.started_at)::float AS age,
       d.outcome IS NULL OR d.outcome IN ('accepted', 'ambiguous') AS told,
       EXISTS (SELECT 1 FROM app.notification m JOIN app.escalation e ON e.id = m.escalation_id
         WHERE (m.id = n.id OR m.carried_by_id = n.id) AND e.cause <> 'overdue' AND m.reason = 'unacknowledged') AS news
     FROM app.notification n JOIN app.delivery d ON d.notification_id = n.id
     WHERE ${whom} AND n.template = 'escalation' AND n.due_at > app.app_now() - interval '2 hours'
     ORDER BY d.started_at DESC LIMIT 100)
     ${tests}) AS past ORDER BY age LIMIT 100`,
    [channelId ?? recipientId],
  );
}

const testsOfChannel = `SELECT extract(epoch FROM app.app_now() - test.at)::float, false, false
  FROM app.channel c CROSS JOIN LATERAL unnest(c.tested_at) AS test(at) WHERE c.id = $1`;
