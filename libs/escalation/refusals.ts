import { DomainError, type SnoozeBounds } from '@zenmeban/domain/engine';

/** Refuses what the policies do not allow. Throws `snooze.not_allowed`, `snooze.used_up`, `snooze.too_long`. */
export function refuseSnooze(minutes: number, bounds: SnoozeBounds | null): void {
  if (!bounds)
    throw new DomainError('conflict', 'snooze.not_allowed', {
      zh: '这类事件不能推后提醒，请确认收到或交给同事。',
      en: 'This cannot be put off; acknowledge it or hand it over.',
    });
  if (bounds.left === 0)
    throw new DomainError('conflict', 'snooze.used_up', {
      zh: '推后提醒的次数已用完，请确认收到或交给同事。',
      en: 'It has been put off as often as it may be; acknowledge it or hand it over.',
    });
  if (minutes * 60 > bounds.atMostSeconds) {
    const most = Math.floor(bounds.atMostSeconds / 60);
    const sentence = {
      zh: `最多推后 ${most} 分钟。`,
      en: `It can be put off for at most ${most} minutes.`,
    };
    const field = { path: 'minutes', code: 'too_long', message: sentence };
    throw new DomainError('conflict', 'snooze.too_long', sentence, [field]);
  }
}

export const nothingToSnooze = () =>
  new DomainError('conflict', 'snooze.nothing_calls', {
    zh: '现在没有呼叫，不用推后。',
    en: 'Nobody is being called; there is nothing to put off.',
  });

export const nothingToHandOver = () =>
  new DomainError('conflict', 'hand_over.nothing_calls', {
    zh: '现在没有呼叫，没有什么可交；需要帮手时请呼叫主管。',
    en: 'Nobody is being called, so there is nothing to hand over; call the supervisor if you need help.',
  });

export const receiverUnreachable = (name: string) =>
  new DomainError('conflict', 'hand_over.unreachable', {
    zh: `系统的消息到不了${name}，请打电话，或交给别人。`,
    en: `Messages do not reach ${name}; phone them, or hand it to somebody else.`,
  });

export const notAReceiver = () => {
  const sentence = {
    zh: '只能交给本案场的主管、经理或管理员，并且不是自己。',
    en: 'It can be handed to a supervisor, manager or administrator of this site, other than yourself.',
  };
  return new DomainError('invalid', 'hand_over.not_possible', sentence, [
    { path: 'to', code: 'not_possible', message: sentence },
  ]);
};
