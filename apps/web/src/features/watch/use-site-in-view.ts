import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { recall } from '../../lib/local-store';
import { incidentQuery } from '../../lib/queries';
import { useMe } from '../session/use-me';

/** The id of the site a person is most likely busy with: of the page, else the one last chosen, else the usual one. */
export function useSiteInView(): string | null {
  const { me } = useMe();
  const { site } = useSearch({ strict: false });
  const { incidentId = '' } = useParams({ strict: false });
  const { data: incident } = useQuery({ ...incidentQuery(incidentId), enabled: false });
  return site ?? incident?.site.id ?? recall('site') ?? me.usualSiteId;
}
