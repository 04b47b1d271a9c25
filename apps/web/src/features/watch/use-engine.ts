import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { now } from '../../lib/clock';
import { keptFirst } from '../../lib/kept-answer';
import type { Engine } from '../../lib/types';
import type { Heard } from './may-be-delayed';

const deadlineMs = 8_000;
const paceMs = 30_000;
/** While there is no answer it is asked more often, so that the warning goes as soon as it may. */
const anxiousPaceMs = 10_000;

/** A server that hangs is a server out of reach: no question waits longer than the deadline. */
const engineQuery = {
  queryKey: ['engine'],
  ...keptFirst('engine', async () => ({
    ...(await body(api.GET('/api/v1/engine', { signal: AbortSignal.timeout(deadlineMs) }))),
    heardAt: now().toISOString(),
  })),
  retry: 1,
};

/** What was last heard of the engine, this device's last visit included, and whom to phone when it stands still. */
export function useEngine(): { heard: Heard; phones: Engine['phones'] } {
  const [begun] = useState(now);
  const { data, dataUpdatedAt, errorUpdatedAt } = useQuery({
    ...engineQuery,
    refetchInterval: ({ state }) => (state.errorUpdatedAt > state.dataUpdatedAt ? anxiousPaceMs : paceMs),
    refetchOnWindowFocus: 'always',
  });
  return {
    heard: {
      delayed: data?.delayed ?? false,
      heardAt: data ? new Date(data.heardAt) : begun,
      silent: errorUpdatedAt > dataUpdatedAt,
    },
    phones: data?.phones ?? [],
  };
}
