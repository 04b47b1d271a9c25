import type { NotificationState } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { becauseOf, type LedgerAttempt, type LedgerState } from './ledger-words';

export type { LedgerAttempt, LedgerState };

/** How long after it was owed, and after what it may wait for others, a notice may be accepted: what is promised. */
export const promiseSeconds = 15;

/** A notice that was owed, as its row says. */
export type OwedNotice = {
  /** `mail`, or the kind of a robot or webhook. */
  readonly channel: string;
  readonly state: NotificationState;
  readonly dueAt: Date;
  readonly holdSeconds: number;
  readonly acceptedAt: Date | null;
};

/** What the line of a notice says. Times in seconds. */
export type Verdict = {
  readonly state: LedgerState;
  readonly promisedBy: Date;
  readonly sentAt: Date | null;
  /** Past the promise: until it was accepted, or until now while it is still owed; 0 when kept or no longer owed. */
  readonly lateSeconds: number;
  readonly repaired: boolean;
  readonly because: Localized | null;
};

/**
 * What was promised and what became of it: the promise is its due time, plus what it may wait for others, plus 15 s.
 * @param attempts all of them, in order
 * @param swept whether the sweeper had to fire its timer because the queue did not
 */
export function ledgerLine(
  notice: OwedNotice,
  attempts: readonly LedgerAttempt[],
  { swept, now }: { swept: boolean; now: Date },
): Verdict {
  const promisedBy = new Date(notice.dueAt.getTime() + (notice.holdSeconds + promiseSeconds) * 1_000);
  const lateSeconds = secondsPast(notice, promisedBy, now);
  const state = stateOf(notice, lateSeconds);
  const repaired = notice.state === 'accepted' && (swept || attempts.length > 1);
  return {
    ...{ state, promisedBy, lateSeconds, repaired },
    sentAt: attempts[0]?.startedAt ?? null,
    because: becauseOf({
      state,
      repaired,
      swept,
      byMail: notice.channel === 'mail',
      attempts,
      dueAt: notice.dueAt,
      now,
    }),
  };
}

function secondsPast({ state, acceptedAt }: OwedNotice, promisedBy: Date, now: Date): number {
  if (state === 'failed' || state === 'withdrawn') return 0;
  return Math.max(0, ((acceptedAt ?? now).getTime() - promisedBy.getTime()) / 1_000);
}

function stateOf({ state }: OwedNotice, lateSeconds: number): LedgerState {
  if (state === 'failed' || state === 'withdrawn') return state;
  if (lateSeconds > 0) return 'late';
  return state === 'accepted' ? 'on_time' : 'waiting';
}
