import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, body } from '../../lib/api';
import { queryClient } from '../../lib/query-client';
import type { Visitors } from '../../lib/types';
import type { Day } from '../../lib/zoned-time';
import { firstDayOf, lastDayOf, type Month } from './month';

const keyOf = (siteId: string, month: Month) => ['visitors', siteId, month] as const;

/** The visitors of a month, day by day; a counter's figures are fresh every minute. */
export const useVisitors = (siteId: string, month: Month, enabled: boolean) =>
  useQuery({
    queryKey: keyOf(siteId, month),
    queryFn: () =>
      body(
        api.GET('/api/v1/sites/{site}/visitors', {
          params: { path: { site: siteId }, query: { from: firstDayOf(month), to: lastDayOf(month) } },
        }),
      ),
    enabled,
    refetchInterval: 60_000,
  });

/** Whatever was changed in the figures of a site changes other months' warnings and the log too. */
export const visitorsChanged = (): Promise<unknown> =>
  Promise.all(['visitors', 'visitors-changes'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));

/** Saves the figure of one day; null takes it away. */
export const useEnter = (siteId: string, month: Month) =>
  useMutation({
    mutationFn: (figure: { day: Day; visitors: number | null }) =>
      body(api.PUT('/api/v1/sites/{site}/visitors', { params: { path: { site: siteId } }, body: { days: [figure] } })),
    onSuccess: ({ days: saved }) => {
      queryClient.setQueryData<Visitors>(
        keyOf(siteId, month),
        (before) =>
          before && {
            ...before,
            days: before.days.map((day) => saved.find((one) => one.day === day.day) ?? day),
          },
      );
      return visitorsChanged();
    },
  });

/** What figures were before, page by page. */
export const useVisitorChanges = (siteId: string) =>
  useInfiniteQuery({
    queryKey: ['visitors-changes', siteId],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      body(
        api.GET('/api/v1/sites/{site}/visitors/changes', {
          params: { path: { site: siteId }, query: { ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
  });

/** The secret of the counter at a site. */
export function useCounter(siteId: string) {
  const params = { path: { site: siteId } };
  const queryKey = ['visitor-counter', siteId];
  const changed = () => queryClient.invalidateQueries({ queryKey });
  const counter = useQuery({
    queryKey,
    queryFn: () => body(api.GET('/api/v1/sites/{site}/visitors/counter', { params })),
  });
  const renew = useMutation({
    mutationFn: () => body(api.POST('/api/v1/sites/{site}/visitors/counter', { params, body: {} })),
    onSuccess: changed,
  });
  const revoke = useMutation({
    mutationFn: () => body(api.DELETE('/api/v1/sites/{site}/visitors/counter', { params })),
    onSuccess: () => {
      renew.reset();
      return changed();
    },
  });
  return { counter, renew, revoke };
}
