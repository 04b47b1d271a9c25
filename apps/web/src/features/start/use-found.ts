import { queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { searchIndexQuery } from '../../lib/queries';
import type { PlaybookSummary } from '../../lib/types';
import type { Found } from './found-playbooks';

/** A file of its own: the pages that open first do not carry the search. */
const searchCode = queryOptions({
  queryKey: ['search-code'],
  queryFn: () => import('./found-playbooks'),
  staleTime: Infinity,
});

/** What is found for what was typed, on this device; `found` is null until everything for it is here. */
export function useFound(
  playbooks: readonly PlaybookSummary[],
  typed: string,
): { found: Found | null; error: unknown } {
  const index = useQuery(searchIndexQuery);
  const code = useQuery(searchCode);
  // The page is shown first, then the index made ready.
  const [given, search] = [useDeferredValue(index.data, undefined), useDeferredValue(code.data, undefined)];
  const find = useMemo(() => (given && search ? search.createFinder(given) : null), [given, search]);
  const found = useMemo(() => find && find(playbooks, typed), [find, playbooks, typed]);
  return { found, error: index.error ?? code.error };
}
