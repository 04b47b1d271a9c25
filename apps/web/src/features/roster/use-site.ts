import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recall, remember } from '../../lib/local-store';
import { sitesQuery } from '../../lib/queries';
import { useMe } from '../session/use-me';

/** The site a page is about: the one in its address, else the one last chosen, else the usual one. */
export function useSite(wanted?: string) {
  const { me } = useMe();
  const { data: sites = [], isPending } = useQuery(sitesQuery);
  const [chosen, setChosen] = useState(() => recall('site'));
  const candidates = [wanted, chosen, me.usualSiteId, sites[0]?.id];
  const site = candidates.flatMap((id) => sites.find((one) => one.id === id) ?? [])[0] ?? null;
  return {
    isPending,
    sites,
    site,
    siteId: site?.id ?? '',
    choose: (id: string) => {
      remember('site', id);
      setChosen(id);
    },
  };
}
