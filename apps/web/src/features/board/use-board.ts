import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { incidentsQuery, sitesQuery } from '../../lib/queries';
import { byUrgency } from './urgency';

/** What is open and what waits to be signed off, fresh every five seconds and whenever the page is looked at again. */
export function useBoard() {
  const [siteId, setSiteId] = useState('');
  const fresh = {
    refetchInterval: 5_000,
    refetchOnWindowFocus: 'always',
    placeholderData: <T>(before: T) => before,
  } as const;
  const open = useQuery({ ...incidentsQuery('open', siteId || undefined), ...fresh });
  const resolved = useQuery({ ...incidentsQuery('resolved', siteId || undefined), ...fresh });
  const { data: sites = [] } = useQuery(sitesQuery);
  return {
    siteId,
    setSiteId,
    sites,
    isPending: open.isPending,
    error: open.error ?? resolved.error,
    open: open.data?.items.toSorted(byUrgency),
    openIsCut: open.data?.nextCursor != null,
    resolved: resolved.data?.items,
  };
}
