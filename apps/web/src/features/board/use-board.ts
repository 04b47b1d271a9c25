import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { incidentsQuery, sitesQuery } from '../../lib/queries';
import { byUrgency } from './urgency';

const route = getRouteApi('/signed-in/incidents');

/**
 * What is open and what waits to be signed off, of all sites or of that in the address; fresh every five seconds and
 * whenever the page is looked at again.
 */
export function useBoard() {
  const { site: siteId = '' } = route.useSearch();
  const navigate = route.useNavigate();
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
    setSiteId: (id: string) => void navigate({ search: { site: id || undefined }, replace: true }),
    sites,
    isPending: open.isPending,
    error: open.error ?? resolved.error,
    open: open.data?.items.toSorted(byUrgency),
    openIsCut: open.data?.nextCursor != null,
    resolved: resolved.data?.items,
  };
}
