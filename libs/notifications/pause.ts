import type { ChannelKind, Transaction } from '@zenmeban/database';
import { isWithinHours } from '@zenmeban/domain/engine';
import { isBundled, type NoticeHead, type Prepares } from './read-notices';

/** The gravest never waits longer than 10 s for others: this, and what the send loop needs with the queue gone. */
const criticalHoldSeconds = 6;

/** What each robot takes: messages within seconds. DingTalk is silent for ten minutes after one too many. */
const limits: Readonly<Record<'mail' | ChannelKind, readonly { readonly most: number; readonly seconds: number }[]>> = {
  mail: [],
  webhook: [],
  wecom: [{ most: 20, seconds: 60 }],
  dingtalk: [{ most: 20, seconds: 60 }],
  feishu: [
    { most: 100, seconds: 60 },
    { most: 5, seconds: 1 },
  ],
};

/**
 * How many seconds a due notice must still wait; 0 = it goes now. The first call goes at once, further ones within the
 * hold of the last message wait until it ends, but news never waits for what only reminds, nor a hand-over for anything; a robot's limits are counted over all processes, from the record. What
 * is no call waits for the end of the recipient's quiet hours. Whoever asks holds the recipient until the transaction
 * ends, so that two cannot both be the first.
 */
export async function pauseSeconds(database: Prepares, tx: Transaction, head: NoticeHead): Promise<number> {
  if (head.template !== 'escalation') return quietSeconds(head);
  if (!isBundled(head)) return 0;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 330))`, [head.channelId ?? head.recipientId]);
  const ages = await agesOfMessages(database, tx, head);
  const youngest = ages.find(({ told, news }) => told && (news || !isNews(head)))?.age;
  const hold = holdOf(head);
  const forOthers = head.attempts > 0 || youngest === undefined ? 0 : hold - youngest;
  return Math.max(
    0,
    forOthers,
    ...limits[head.channel].map(({ most, seconds }) => seconds - (ages[most - 1]?.age ?? seconds)),
  );
}

/** A call that tells of something new; the others remind of what is late. */
const isNews = ({ cause, reason }: NoticeHead): boolean => cause !== 'overdue' && reason === 'unacknowledged';

/** A colleague was told that whoever takes over is called at once. */
function holdOf({ severity, reason, holdSeconds }: NoticeHead): number {
  if (reason === 'handed_over') return 0;
  return severity === 'critical' ? Math.min(holdSeconds, criticalHoldSeconds) : holdSeconds;
}

function quietSeconds({
  severity,
  attempts,
  quietFrom,
  quietUntil,
  timeOfDay,
  quietSeconds: until,
}: NoticeHead): number {
  if (severity === 'critical' || attempts > 0) return 0;
  if (quietFrom === null || quietUntil === null || timeOfDay === null || until === null) return 0;
  return isWithinHours({ from: quietFrom, until: quietUntil }, timeOfDay) ? Math.max(until, 1) : 0;
}

/**
 * Seconds since the last attempts for the same recipient began, the youngest first, at most 100. `told`: it
 * arrived, or may have; what failed counts against a robot's limits, but holds nothing back. `news`: it told of
 * something new, be it in a call it carried.
 */
async function agesOfMessages(
  database: Prepares,
  tx: Transaction,
  { channelId, recipientId }: NoticeHead,
): Promise<{ age: number; told: boolean; news: boolean }[]> {
  const whom = channelId === null ? 'n.recipient_id = $1 AND n.channel_id IS NULL' : 'n.channel_id = $1';
  return database.prepared<{ age: number; told: boolean; news: boolean }>(
    tx,
    channelId === null ? 'notice_ages_mail' : 'notice_ages_channel',
    `SELECT extract(epoch FROM app.app_now() - d.started_at)::float AS age,
       d.outcome IS NULL OR d.outcome IN ('accepted', 'ambiguous') AS told,
       EXISTS (SELECT 1 FROM app.notification m JOIN app.escalation e ON e.id = m.escalation_id
         WHERE (m.id = n.id OR m.carried_by_id = n.id) AND e.cause <> 'overdue' AND m.reason = 'unacknowledged') AS news
     FROM app.notification n JOIN app.delivery d ON d.notification_id = n.id
     WHERE ${whom} AND n.template = 'escalation' AND n.due_at > app.app_now() - interval '2 hours'
     ORDER BY d.started_at DESC LIMIT 100`,
    [channelId ?? recipientId],
  );
}
