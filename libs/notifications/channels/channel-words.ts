import type { Language } from '@zenmeban/domain/engine';
import type { Attempt, OurReason } from '../delivery-outcome';

export const testTitle: Readonly<Record<Language, string>> = {
  zh: '怎么办：测试消息',
  en: 'Zenmeban: a test message',
};

export const testSentence: Readonly<Record<Language, string>> = {
  zh: '收到这条消息，说明通知可以到达这里。无需处理。',
  en: 'You received this, so notices can reach you here. Nothing needs doing.',
};

const sentences: Readonly<Record<Attempt['outcome'], Readonly<Record<Language, string>>>> = {
  accepted: { zh: '已送出，对方已接收。', en: 'Sent, and accepted by the other side.' },
  temporary: {
    zh: '暂时没有送到，请稍后再试；若一直如此，请检查地址、密钥和网络。',
    en: 'It could not be delivered just now; try again later. If it stays so, check address, secret and network.',
  },
  permanent: {
    zh: '对方拒收，请检查地址和设置。',
    en: 'The other side refused it; check the address and the settings.',
  },
  ambiguous: {
    zh: '对方没有及时回答，不能确定是否收到，请看看那边有没有。',
    en: 'The other side did not answer in time; look whether it arrived.',
  },
};

/** Where the other side never spoke. */
const ourSentences: Readonly<Record<OurReason, Readonly<Record<Language, string>>>> = {
  inside: {
    zh: '没有发送：这个地址通向内部网络。请填写从互联网可以访问的地址，以 https:// 开头。',
    en: 'It was not sent: the address leads into a private network. Enter one the internet can reach, beginning with https://.',
  },
  not_https: {
    zh: '没有发送：地址必须以 https:// 开头，请更正。',
    en: 'It was not sent: the address must begin with https://; correct it.',
  },
  too_large: {
    zh: '没有发送：消息太长。',
    en: 'It was not sent: the message is too long.',
  },
  no_answer: {
    zh: '对方没有及时回答，不能确定是否收到，请看看那边有没有。',
    en: 'The other side did not answer in time; look whether it arrived.',
  },
  no_such_host: {
    zh: '没有送到：找不到地址里的主机，请检查地址；地址没错的话，请检查网络。',
    en: 'It was not delivered: no such host is known. Check the address; if it is right, the network.',
  },
  no_connection: {
    zh: '没有送到：无法连接对方，请检查地址和网络，或稍后再试。',
    en: 'It was not delivered: the other side cannot be reached. Check address and network, or try again later.',
  },
  sealed: {
    zh: '没有发送：保存的地址已无法读出，请重新填写。',
    en: 'It was not sent: the saved address cannot be read any more; enter it again.',
  },
};

/** What happened and what to do, in words, with what the other side said. */
export function outcomeSentence({ outcome, error, ours }: Attempt, language: Language): string {
  if (ours) return ourSentences[ours][language];
  const said = error === null || outcome === 'accepted' ? '' : language === 'zh' ? `（${error}）` : ` (${error})`;
  return `${sentences[outcome][language]}${said}`;
}
