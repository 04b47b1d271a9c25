import { CONFIG, type Clock, CLOCK, type Config } from '@zenmeban/config';
import { Inject, Injectable } from '@nestjs/common';
import type { Attempt } from '../delivery-outcome';
import type { ChannelMessage, ChannelRequest } from './channel-message';
import type { OpenChannel } from './channels';
import { dingtalkAnswer, dingtalkRequest } from './dingtalk';
import { feishuAnswer, feishuRequest } from './feishu';
import { post } from './post';
import { webhookAnswer, webhookRequest } from './webhook';
import { wecomAnswer, wecomRequest } from './wecom';

/** What a message is: `id` stays the same at every attempt. */
export type Occasion = { readonly id: string; readonly type: 'call' | 'test' };

/** Speaks to robots and webhooks. Retrying is not its business: the record decides when the next attempt is due. */
@Injectable()
export class ChannelTransport {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'host' | 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One attempt; ends within 10 s and never throws. */
  async send(channel: OpenChannel, message: ChannelMessage, occasion: Occasion): Promise<Attempt> {
    const answer = await post(this.request(channel, message, occasion), this.config);
    if ('outcome' in answer) return answer;
    const { status, body } = answer;
    switch (channel.kind) {
      case 'wecom':
        return wecomAnswer(status, body);
      case 'dingtalk':
        return dingtalkAnswer(status, body);
      case 'feishu':
        return feishuAnswer(status, body);
      case 'webhook':
        return webhookAnswer(status);
    }
  }

  private request(channel: OpenChannel, message: ChannelMessage, occasion: Occasion): ChannelRequest {
    const now = this.clock.now();
    switch (channel.kind) {
      case 'wecom':
        return wecomRequest(channel, message);
      case 'dingtalk':
        return dingtalkRequest(channel, message, now);
      case 'feishu':
        return feishuRequest(channel, message, now);
      case 'webhook':
        return webhookRequest(channel, message, now, occasion);
    }
  }
}
