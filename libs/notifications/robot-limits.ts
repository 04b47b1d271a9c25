import type { ChannelKind, Transaction } from '@zenmeban/database';

type Limit = { readonly most: number; readonly seconds: number };

/** What each robot takes: messages within seconds. DingTalk is silent for ten minutes after one too many. */
const limits: Readonly<Record<'mail' | ChannelKind, readonly Limit[]>> = {
  mail: [],
  webhook: [],
  wecom: [{ most: 20, seconds: 60 }],
  dingtalk: [{ most: 20, seconds: 60 }],
  feishu: [
    { most: 100, seconds: 60 },
    { most: 5, seconds: 1 },
  ],
};

/** Tests leave that share of what a robot takes to calls, which must never wait for somebody who tries a button. */
const shareOfTests = 0.5;

/**
 * How many seconds until a robot takes one more message; at or below 0 = now.
 * @param ages of the messages to it, in seconds, the youngest first, tests included
 */
export function secondsUntilTaken(
  kind: 'mail' | ChannelKind,
  ages: readonly { readonly age: number }[],
  what: 'call' | 'test' = 'call',
): number {
  const waits = limits[kind].map(({ most, seconds }) => {
    const place = what === 'test' ? Math.floor(most * shareOfTests) : most;
    return seconds - (ages[place - 1]?.age ?? seconds);
  });
  return Math.max(0, ...waits);
}

/** Whoever decides when a recipient is told holds it until the transaction ends: two cannot both be the first. */
export async function lockRecipient(tx: Transaction, channelOrPersonId: string | null): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 330))`, [channelOrPersonId]);
}
