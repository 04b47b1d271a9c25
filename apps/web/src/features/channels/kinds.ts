import { IconBrandWechat, IconBell, IconFeather, IconWebhook, type TablerIcon } from '@tabler/icons-react';
import type { Channel } from '../../lib/types';

export type ChannelKind = Channel['kind'];

type KindFacts = {
  readonly icon: TablerIcon;
  /** Whether one types a secret beside the address; of `made` the server makes it and shows it once. */
  readonly secret: 'none' | 'required' | 'optional' | 'made';
  /** What an address of this kind begins with. */
  readonly addressBegins: string;
};

/** What differs between the kinds of channels, in the order they are offered. */
export const kindFacts: Readonly<Record<ChannelKind, KindFacts>> = {
  wecom: {
    icon: IconBrandWechat,
    secret: 'none',
    addressBegins: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=',
  },
  dingtalk: { icon: IconBell, secret: 'required', addressBegins: 'https://oapi.dingtalk.com/robot/send?access_token=' },
  feishu: { icon: IconFeather, secret: 'optional', addressBegins: 'https://open.feishu.cn/open-apis/bot/v2/hook/' },
  webhook: { icon: IconWebhook, secret: 'made', addressBegins: 'https://' },
};

export const channelKinds = Object.keys(kindFacts) as readonly ChannelKind[];
