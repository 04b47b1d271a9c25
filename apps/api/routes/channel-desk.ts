import { CLOCK, type Clock } from '@zenmeban/config';
import { type Actor, can, DomainError, type Language } from '@zenmeban/domain/engine';
import { type ChannelFields, Channels, type NewChannel, type Owner, TestMessages } from '@zenmeban/notifications';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { channels } from '../contract';
import { channelView, channelViews } from './channel-views';

type View = z.infer<typeof channels.channel>;

/** What can be done with channels, whoever's they are; each controller says whose. */
@Injectable()
export class ChannelDesk {
  constructor(
    private readonly channels: Channels,
    private readonly tests: TestMessages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `permission.denied` for whom the channels of a site, or (null) those of all, are not. */
  mayChange(actor: Actor, siteId: string | null): void {
    if (!can(actor, 'channel.change', { siteId })) throw notYours();
  }

  async list(owner: Owner): Promise<{ items: View[]; nextCursor: null }> {
    const found = await this.channels.list(owner);
    return { items: await channelViews(this.channels, found), nextCursor: null };
  }

  async add(owner: Owner, given: NewChannel, by: string): Promise<z.infer<typeof channels.createdChannel>> {
    const { channel, secret } = await this.channels.add(owner, given, by);
    return { channel: await channelView(this.channels, channel), secret };
  }

  async change(owner: Owner, id: string, given: Partial<ChannelFields>): Promise<View> {
    return channelView(this.channels, await this.channels.change(owner, id, given));
  }

  async rotate(owner: Owner, id: string): Promise<z.infer<typeof channels.createdChannel>> {
    const { channel, secret } = await this.channels.rotate(owner, id, this.clock.now());
    return { channel: await channelView(this.channels, channel), secret };
  }

  async remove(owner: Owner, id: string): Promise<Record<string, never>> {
    await this.channels.remove(owner, id);
    return {};
  }

  async test(owner: Owner, id: string, language: Language): Promise<z.infer<typeof channels.testResult>> {
    return this.tests.toChannel(await this.channels.find(owner, id), language);
  }
}

const notYours = () =>
  new DomainError('forbidden', 'permission.denied', {
    zh: '通知渠道由经理设置，请找经理。',
    en: 'Channels are set up by managers; ask yours.',
  });
