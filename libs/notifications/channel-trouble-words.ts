import type { ChannelKind } from '@zenmeban/database';
import type { Language, Localized } from '@zenmeban/domain/engine';

/** A channel that no longer does its work: `gone` = switched off, `refused` = still on, but three messages came back. */
export type ChannelTrouble = {
  readonly news: 'gone' | 'refused';
  readonly name: string;
  readonly kind: ChannelKind;
  /** Both null when it is a person's own, or the whole group's. */
  readonly siteId: string | null;
  readonly siteName: Localized | null;
  readonly isPersonal: boolean;
  /** What the other side said at last. */
  readonly answer: string | null;
};

/** The variables of the mail, in the recipient's language. */
export function channelVariables(
  { news, name, kind, siteId, siteName, isPersonal, answer }: ChannelTrouble,
  { language, publicUrl }: { language: Language; publicUrl: string },
) {
  const { title, sentence, advice } = words[language][news](name);
  const { ofPerson, ofGroup } = wordsOfScope[language];
  const page = isPersonal ? '/settings' : `/channels${siteId === null ? '' : `?site=${siteId}`}`;
  return {
    ...{ title, sentence, advice, answer, name },
    kind: kinds[kind][language],
    scope: siteName?.[language] ?? (isPersonal ? ofPerson : ofGroup),
    channelsUrl: `${publicUrl}${page}`,
  };
}

const kinds: Readonly<Record<ChannelKind, Localized>> = {
  wecom: { zh: '企业微信群机器人', en: 'WeCom robot' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk robot' },
  feishu: { zh: '飞书群机器人', en: 'Feishu / Lark robot' },
  webhook: { zh: '其他系统（webhook）', en: 'Another system (webhook)' },
};

const wordsOfScope: Readonly<Record<Language, { ofPerson: string; ofGroup: string }>> = {
  zh: { ofPerson: '您自己', ofGroup: '全部案场' },
  en: { ofPerson: 'Yourself', ofGroup: 'All sites' },
};

type Words = { readonly title: string; readonly sentence: string; readonly advice: string };

const words: Readonly<Record<Language, Readonly<Record<ChannelTrouble['news'], (name: string) => Words>>>> = {
  zh: {
    gone: (name) => ({
      title: `通知渠道“${name}”已停用`,
      sentence: '对方答复 410（地址已不存在），所以不再向它发送。呼叫仍会发邮件和走其他渠道。',
      advice: '请向对方要新的地址，填好后把它重新打开，再发一条试试；如果不再需要，请移除。',
    }),
    refused: (name) => ({
      title: `通知渠道“${name}”连续拒收`,
      sentence: '发到这里的消息连续三条被拒收，群里的人看不到呼叫。呼叫仍会发邮件和走其他渠道，这里也会继续尝试。',
      advice: '请检查机器人是否还在群里、地址和密钥是否正确，再发一条试试；如果不再需要，请移除。',
    }),
  },
  en: {
    gone: (name) => ({
      title: `“${name}” was switched off`,
      sentence:
        'Its address answered 410: it is gone for good, so nothing is sent there any more. Calls still go by mail and by the other channels.',
      advice:
        'Ask the other side for its new address, enter it, switch the channel on again and send a test. If nobody needs it, remove it.',
    }),
    refused: (name) => ({
      title: `“${name}” refuses our messages`,
      sentence:
        'Three messages to it, one after the other, were refused for good: the group does not see calls. They still go by mail and by the other channels, and this one goes on being tried.',
      advice:
        'See whether the robot is still in its group and whether address and secret are right, then send a test. If nobody needs it, remove it.',
    }),
  },
};
