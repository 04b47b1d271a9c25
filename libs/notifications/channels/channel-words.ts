import type { Language } from '@zenmeban/domain/engine';
import type { Attempt } from '../delivery-outcome';

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

/** What happened and what to do, in words, with what the other side said. */
export function outcomeSentence({ outcome, error }: Attempt, language: Language): string {
  const said = error === null || outcome === 'accepted' ? '' : language === 'zh' ? `（${error}）` : ` (${error})`;
  return `${sentences[outcome][language]}${said}`;
}
