import { createSearchEngine } from '@zenmeban/domain/search';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { searchIndexQuery } from '../../lib/queries';
import type { PlaybookSummary } from '../../lib/types';
import { findIn, type Found } from './found-playbooks';

/** What is found for what was typed, on this device; `found` is null while the index is not here. */
export function useFound(
  playbooks: readonly PlaybookSummary[],
  typed: string,
): { found: Found | null; error: Error | null } {
  const { data, error } = useQuery(searchIndexQuery);
  // The page is shown first: to make an index ready takes a slow phone a moment.
  const index = useDeferredValue(data, undefined);
  const engine = useMemo(() => index && createSearchEngine(index), [index]);
  const found = useMemo(() => (engine ? findIn(engine, playbooks, typed) : null), [engine, playbooks, typed]);
  return { found, error };
}
