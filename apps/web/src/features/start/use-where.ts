import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recall, remember } from '../../lib/local-store';
import { placesQuery, sitesQuery } from '../../lib/queries';
import type { Me } from '../../lib/types';

/** Where the next incident happens: the site last chosen (else the usual one) and the place last used there. */
export function useWhere(me: Me) {
  const { data: sites = [], isPending } = useQuery(sitesQuery);
  const [chosenSite, setChosenSite] = useState(() => recall('site'));
  const [chosenPlaces, setChosenPlaces] = useState<Readonly<Record<string, string>>>({});
  const candidates = [chosenSite, me.usualSiteId, sites[0]?.id];
  const siteId = candidates.find((id) => sites.some((site) => site.id === id)) ?? '';
  const { data: places = [] } = useQuery(placesQuery(siteId));
  const wanted = chosenPlaces[siteId] ?? recall(`place.${siteId}`);
  const placeId = places.find(({ id }) => id === wanted)?.id ?? '';
  return {
    isPending,
    sites,
    places,
    siteId,
    placeId,
    chooseSite: (id: string) => {
      remember('site', id);
      setChosenSite(id);
    },
    choosePlace: (id: string) => {
      remember(`place.${siteId}`, id || null);
      setChosenPlaces((chosen) => ({ ...chosen, [siteId]: id }));
    },
  };
}

export type Where = ReturnType<typeof useWhere>;
