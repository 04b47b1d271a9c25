import { useMutation, useQuery } from '@tanstack/react-query';
import { api, body } from '../../lib/api';
import { queryClient } from '../../lib/query-client';

/** The secret address of a calendar: of the shifts of a site, or without `siteId` of one's own. */
export function useCalendar(siteId?: string) {
  const params = { path: { site: siteId ?? '' } };
  const queryKey = ['calendar', siteId ?? 'mine'];
  const feed = useQuery({
    queryKey,
    queryFn: () =>
      body(
        siteId === undefined
          ? api.GET('/api/v1/me/calendar-feed')
          : api.GET('/api/v1/sites/{site}/calendar-feed', { params }),
      ),
  });
  const changed = () => queryClient.invalidateQueries({ queryKey });
  const renew = useMutation({
    mutationFn: () =>
      body(
        siteId === undefined
          ? api.POST('/api/v1/me/calendar-feed', { body: {} })
          : api.POST('/api/v1/sites/{site}/calendar-feed', { params, body: {} }),
      ),
    onSuccess: changed,
  });
  const revoke = useMutation({
    mutationFn: () =>
      body(
        siteId === undefined
          ? api.DELETE('/api/v1/me/calendar-feed')
          : api.DELETE('/api/v1/sites/{site}/calendar-feed', { params }),
      ),
    onSuccess: () => {
      renew.reset();
      return changed();
    },
  });
  return { feed, renew, revoke };
}

export type Calendar = ReturnType<typeof useCalendar>;
