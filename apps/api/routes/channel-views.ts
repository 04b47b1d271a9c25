import type { Channel } from '@zenmeban/database';
import type { ChannelRecord, Channels } from '@zenmeban/notifications';
import type { z } from 'zod';
import type { channels } from '../contract';

type View = z.infer<typeof channels.channel>;

/** Channels as the API tells them, with what the record says of each: neither address nor secret in clear. */
export async function channelViews(all: Channels, list: readonly Channel[]): Promise<View[]> {
  const records = await all.records(list);
  return list.map((channel, i) => viewOf(all, channel, records[i]));
}

/** The same of one. */
export async function channelView(all: Channels, channel: Channel): Promise<View> {
  const [record] = await all.records([channel]);
  return viewOf(all, channel, record);
}

function viewOf(all: Channels, channel: Channel, record: ChannelRecord | undefined): View {
  const { id, kind, name, siteId, personId, language, leastSeverity, enabled, offBecause, failures, createdAt } =
    channel;
  return {
    ...{ id, kind, name, siteId, language, leastSeverity, enabled, offBecause, failures },
    personal: personId !== null,
    address: all.masked(channel),
    hasSecret: channel.sealedSecret !== null,
    lastDeliveredAt: record?.lastDeliveredAt?.toISOString() ?? null,
    failingSince: record?.failingSince?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
