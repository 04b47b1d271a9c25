import { queryOptions } from '@tanstack/react-query';
import type { LedgerQuestion } from '../features/ledger/ledger-search';
import { api, body } from './api';
import { now } from './clock';

/** What the pages of running it read. Apart from `queries.ts`: loaded with the first of these pages. */

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => body(api.GET('/api/v1/me/preferences')),
});

/** How the machinery is, and when that was heard. A server that hangs is a server that does not answer. */
export const watchQuery = queryOptions({
  queryKey: ['watch'],
  queryFn: async () => ({
    ...(await body(api.GET('/api/v1/watch', { signal: AbortSignal.timeout(8_000) }))),
    heardAt: now().toISOString(),
  }),
  refetchInterval: 10_000,
  retry: 1,
});

/** The ledger page by page, for `useInfiniteQuery`. */
export const ledgerQuery = (question: LedgerQuestion) => ({
  queryKey: ['ledger', question] as const,
  queryFn: ({ pageParam }: { pageParam: string | null }) =>
    body(
      api.GET('/api/v1/ledger', {
        params: { query: { ...question, ...(pageParam !== null && { cursor: pageParam }) } },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
});

export const incidentLedgerQuery = (incident: string) =>
  queryOptions({
    queryKey: ['incident-ledger', incident],
    queryFn: () => body(api.GET('/api/v1/incidents/{incident}/ledger', { params: { path: { incident } } })),
  });
