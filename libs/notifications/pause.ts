import type { Transaction } from '@zenmeban/database';
import { isWithinHours } from '@zenmeban/domain/engine';
import { agesOfMessages } from './ages-of-messages';
import { isBundled, type NoticeHead, type Prepares } from './read-notices';
import { lockRecipient, secondsUntilTaken } from './robot-limits';

/** The gravest never waits longer than 10 s for others: this, and what the send loop needs with the queue gone. */
const criticalHoldSeconds = 6;

/**
 * How many seconds a due notice must still wait; 0 = it goes now. The first call goes at once, further ones within the
 * hold of the last message wait until it ends, but news never waits for what only reminds, nor a hand-over for anything; a robot's limits are counted over all processes, from the record. What
 * is no call waits for the end of the recipient's quiet hours. Whoever asks holds the recipient until the transaction
 * ends, so that two cannot both be the first.
 */
export async function pauseSeconds(database: Prepares, tx: Transaction, head: NoticeHead): Promise<number> {
  if (head.template !== 'escalation') return quietSeconds(head);
  if (!isBundled(head)) return 0;
  await lockRecipient(tx, head.channelId ?? head.recipientId);
  const ages = await agesOfMessages(database, tx, head);
  const youngest = ages.find(({ told, news }) => told && (news || !isNews(head)))?.age;
  const hold = holdOf(head);
  const forOthers = head.attempts > 0 || youngest === undefined ? 0 : hold - youngest;
  return Math.max(0, forOthers, secondsUntilTaken(head.channel, ages));
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
