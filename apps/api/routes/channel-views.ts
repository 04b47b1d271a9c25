import type { Channel } from '@zenmeban/database';
import type { Channels } from '@zenmeban/notifications';
import type { z } from 'zod';
import type { channels } from '../contract';

/** A channel as the API tells it: neither its address nor its secret in clear. */
export function channelView(all: Channels, channel: Channel): z.infer<typeof channels.channel> {
  const { id, kind, name, siteId, personId, language, leastSeverity, enabled, failures, createdAt } = channel;
  return {
    ...{ id, kind, name, siteId, language, leastSeverity, enabled, failures },
    personal: personId !== null,
    address: all.masked(channel),
    hasSecret: channel.sealedSecret !== null,
    createdAt: createdAt.toISOString(),
  };
}
