import type { DeliveryOutcome } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { notSent } from './delivery-outcome';

/** How a promise stands; `waiting` = its time has not run out. */
export type LedgerState = 'waiting' | 'on_time' | 'late' | 'failed' | 'withdrawn' | 'nobody';

/** One attempt, in order; `outcome` null = under way, or its process died. */
export type LedgerAttempt = {
  readonly startedAt: Date;
  readonly outcome: DeliveryOutcome | null;
  readonly smtpCode: number | null;
  readonly error: string | null;
};

type Story = {
  readonly state: LedgerState;
  readonly repaired: boolean;
  readonly swept: boolean;
  /** By mail, or to a robot or webhook. */
  readonly byMail: boolean;
  readonly attempts: readonly LedgerAttempt[];
  readonly dueAt: Date;
  readonly now: Date;
};

/** An attempt without an outcome is given up for dead when it began so long ago. */
const deadAfterSeconds = 60;

/** From due to the first attempt, this long is ordinary. */
const promptSeconds = 15;

/** Why a promise was not simply kept, in words: everything that went wrong, in its order; null when nothing did. */
export function becauseOf(story: Story): Localized | null {
  if (story.state === 'withdrawn')
    return { zh: '发出前已有人响应或事件已结束', en: 'somebody had answered, or it was over, before it went out' };
  const causes = [...delays(story), ...troubles(story)];
  if (causes.length === 0) return story.state === 'late' ? unexplained(receiverOf(story)) : null;
  return {
    zh: causes.map(({ zh }) => zh).join('；'),
    en: causes.map(({ en }) => en).join('; '),
  };
}

/** Who takes the message, or does not. */
const receiverOf = ({ byMail }: Story): Localized =>
  byMail ? { zh: '邮件服务器', en: 'the mail server' } : { zh: '对方系统', en: 'the other system' };

const unexplained = ({ zh, en }: Localized): Localized => ({
  zh: `${zh}迟迟没有接收`,
  en: `${en} took long to accept it`,
});

function delays({ swept, attempts, dueAt, now, state }: Story): Localized[] {
  if (swept) return [{ zh: '队列没有唤醒，由巡查补发', en: 'the queue slept, the sweeper fired it' }];
  const began = attempts[0]?.startedAt ?? now;
  const waited = (began.getTime() - dueAt.getTime()) / 1_000;
  if (state !== 'late' || waited <= promptSeconds) return [];
  return attempts.length === 0
    ? [{ zh: '还没有程序来发送', en: 'nothing has come to send it yet' }]
    : [
        {
          zh: `到期后 ${Math.round(waited)} 秒才开始发送`,
          en: `sending began ${Math.round(waited)} s after it was due`,
        },
      ];
}

/** What the attempts met, the same trouble counted once. */
function troubles(story: Story): Localized[] {
  const { attempts, now } = story;
  const counted = new Map<string, { trouble: Localized; times: number }>();
  for (const [index, attempt] of attempts.entries()) {
    const trouble = troubleOf(attempt, { overtaken: index < attempts.length - 1, now, receiver: receiverOf(story) });
    if (!trouble) continue;
    const { times } = counted.get(trouble.en) ?? { times: 0 };
    counted.set(trouble.en, { trouble, times: times + 1 });
  }
  return [...counted.values()].map(({ trouble: { zh, en }, times }) => ({
    zh: times === 1 ? zh : `${zh}（${times} 次）`,
    en: times === 1 ? en : `${en} ${times === 2 ? 'twice' : `${times} times`}`,
  }));
}

/** By what the record says; then no address is to blame. */
const notSentWords: ReadonlyMap<string | null, Localized> = new Map([
  [notSent.channelOff, { zh: '发送时这个渠道已停用', en: 'the channel was switched off by then' }],
  [notSent.recipientInactive, { zh: '发送时收件人的账号已停用', en: 'the recipient was no longer active by then' }],
]);

function troubleOf(
  { outcome, smtpCode, error, startedAt }: LedgerAttempt,
  { overtaken, now, receiver }: { overtaken: boolean; now: Date; receiver: Localized },
): Localized | null {
  switch (outcome) {
    case 'accepted':
      return null;
    case 'ambiguous':
      return { zh: '连接中断，不知对方是否收下，已重发', en: 'the link broke and nobody knew whether it was taken' };
    case 'temporary':
    case 'permanent':
      return smtpCode === null
        ? outcome === 'permanent'
          ? (notSentWords.get(error) ?? { zh: '收件地址无法使用', en: 'the address could not be used' })
          : { zh: `无法连接${receiver.zh}`, en: `${receiver.en} could not be reached` }
        : { zh: `${receiver.zh}答复 ${smtpCode}`, en: `${receiver.en} answered ${smtpCode}` };
    case null: {
      const age = (now.getTime() - startedAt.getTime()) / 1_000;
      return overtaken || age > deadAfterSeconds
        ? { zh: '发送的程序中途停止，已由其他程序接手', en: 'its sender died and another took over' }
        : null;
    }
  }
}

/** Of a level that reached nobody. */
export const nobodyBecause: Localized = {
  zh: '这一级没有可以联系的人，已立即呼叫下一级',
  en: 'this level reached nobody, the next one was called at once',
};
