import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../../lib/query-client';
import type { Channel, TestOutcome } from '../../lib/types';
import { callsOf, type ChannelScope } from './channel-calls';
import { changeOf, type ChannelDraft } from './draft';
import { useRemoval } from './use-removal';

export type ChannelActions = Pick<
  ReturnType<typeof useChannels>,
  'test' | 'toggle' | 'renewSecret' | 'remove' | 'refresh'
>;

/**
 * The channels of one scope and what can be done to them. `saved` is called when the form has been accepted. What was
 * removed is gone from the list at once, and from the server when it can no longer be taken back.
 */
export function useChannels(scope: ChannelScope, saved: () => void) {
  const calls = callsOf(scope);
  const queryKey = ['channels', scope] as const;
  const { data, error } = useQuery({ queryKey, queryFn: calls.list, refetchInterval: 30_000 });
  const [madeSecret, setMadeSecret] = useState<string | null>(null);
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: async ({ channel, draft }: { channel: Channel | null; draft: ChannelDraft }) => {
      if (channel === null) return (await calls.add(draft)).secret;
      await calls.change(channel.id, changeOf(draft));
      return null;
    },
    onSuccess: (secret) => {
      setMadeSecret(secret);
      saved();
    },
    onSettled: refresh,
  });
  const toggle = useMutation({
    mutationFn: ({ id, enabled }: { id: string; enabled: boolean }) => calls.change(id, { enabled }),
    onSettled: refresh,
  });
  const renewSecret = useMutation({
    mutationFn: (id: string) => calls.newSecret(id),
    onSuccess: ({ secret }) => setMadeSecret(secret),
  });
  const removal = useRemoval(
    (channel: Channel) =>
      void calls
        .remove(channel.id)
        .catch(() => undefined)
        .finally(refresh),
  );
  return {
    items: data?.filter(({ id }) => id !== removal.removed?.id),
    error,
    save,
    toggle,
    renewSecret,
    removal,
    remove: removal.remove,
    test: (id: string): Promise<TestOutcome> => calls.test(id),
    refresh,
    madeSecret,
    forgetSecret: () => setMadeSecret(null),
  };
}
