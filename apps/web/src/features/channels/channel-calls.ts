import { api, body } from '../../lib/api';
import type { Channel, TestOutcome } from '../../lib/types';
import { changeOf, type ChannelDraft } from './draft';

/** Whose channels: one's own, a site's, or those of the whole group. */
export type ChannelScope = { of: 'me' } | { of: 'group' } | { of: 'site'; siteId: string };

type Change = Partial<ReturnType<typeof changeOf>> & { readonly enabled?: boolean };

/** What one can ask of the server about the channels of one scope. `secret` is one that was made and is shown once. */
export type ChannelCalls = {
  list: () => Promise<readonly Channel[]>;
  add: (draft: ChannelDraft) => Promise<{ secret: string | null }>;
  change: (id: string, change: Change) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
  test: (id: string) => Promise<TestOutcome>;
  newSecret: (id: string) => Promise<{ secret: string | null }>;
};

/** The calls that belong to a scope: their addresses differ, what they do does not. */
export function callsOf(scope: ChannelScope): ChannelCalls {
  if (scope.of === 'me') return mine;
  return scope.of === 'group' ? ofGroup : ofSite(scope.siteId);
}

const at = (channel: string) => ({ path: { channel } });

const newOf = (draft: ChannelDraft) => ({ ...changeOf(draft), kind: draft.kind, address: draft.address.trim() });

const mine: ChannelCalls = {
  list: async () => (await body(api.GET('/api/v1/me/channels'))).items,
  add: (draft) => body(api.POST('/api/v1/me/channels', { body: newOf(draft) })),
  change: (id, change) => body(api.PATCH('/api/v1/me/channels/{channel}', { params: at(id), body: change })),
  remove: (id) => api.DELETE('/api/v1/me/channels/{channel}', { params: at(id), keepalive: true }),
  test: (id) => body(api.POST('/api/v1/me/channels/{channel}/test', { params: at(id) })),
  newSecret: (id) => body(api.POST('/api/v1/me/channels/{channel}/secret', { params: at(id) })),
};

const ofGroup: ChannelCalls = {
  list: async () => (await body(api.GET('/api/v1/channels'))).items,
  add: (draft) => body(api.POST('/api/v1/channels', { body: newOf(draft) })),
  change: (id, change) => body(api.PATCH('/api/v1/channels/{channel}', { params: at(id), body: change })),
  remove: (id) => api.DELETE('/api/v1/channels/{channel}', { params: at(id), keepalive: true }),
  test: (id) => body(api.POST('/api/v1/channels/{channel}/test', { params: at(id) })),
  newSecret: (id) => body(api.POST('/api/v1/channels/{channel}/secret', { params: at(id) })),
};

function ofSite(site: string): ChannelCalls {
  const here = { path: { site } };
  const of = (channel: string) => ({ path: { site, channel } });
  return {
    list: async () => (await body(api.GET('/api/v1/sites/{site}/channels', { params: here }))).items,
    add: (draft) => body(api.POST('/api/v1/sites/{site}/channels', { params: here, body: newOf(draft) })),
    change: (id, change) =>
      body(api.PATCH('/api/v1/sites/{site}/channels/{channel}', { params: of(id), body: change })),
    remove: (id) => api.DELETE('/api/v1/sites/{site}/channels/{channel}', { params: of(id), keepalive: true }),
    test: (id) => body(api.POST('/api/v1/sites/{site}/channels/{channel}/test', { params: of(id) })),
    newSecret: (id) => body(api.POST('/api/v1/sites/{site}/channels/{channel}/secret', { params: of(id) })),
  };
}
