import { useQuery } from '@tanstack/react-query';
import { todayQuery } from '../../lib/queries';
import type { Today } from '../../lib/types';
import { useMe } from '../session/use-me';
import { useWhere } from '../start/use-where';

/** The day at the site one is at, once it is known; only asked for where it matters. */
export function useToday(matters: boolean): Today | undefined {
  const { siteId } = useWhere(useMe().me);
  return useQuery({ ...todayQuery(siteId), enabled: matters && siteId !== '' }).data;
}
