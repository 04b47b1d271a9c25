import { useInfiniteQuery } from '@tanstack/react-query';
import { now } from '../../lib/clock';
import { ledgerQuery } from '../../lib/operation-queries';
import type { LedgerQuestion, LedgerSearch } from './ledger-search';
import { lastDays } from './period';

const usualDays = 7;

export type Ledger = ReturnType<typeof useLedger>;

/** The ledger of what stands in the address, the lines page by page, the sentence over all of them. */
export function useLedger({ from, to, site, state }: LedgerSearch) {
  const usual = lastDays(usualDays, now());
  const asked: LedgerQuestion = { from: from ?? usual.from, to: to ?? usual.to, site, state };
  const backwards = asked.from > asked.to;
  const pages = useInfiniteQuery({ ...ledgerQuery(asked), enabled: !backwards });
  const summary = pages.data?.pages[0]?.summary;
  return {
    asked,
    backwards,
    summary,
    lines: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: pages.isPending && !backwards,
    error: pages.error,
    next: pages.hasNextPage ? { load: () => void pages.fetchNextPage(), isLoading: pages.isFetchingNextPage } : null,
  };
}

/** Where the same lines are to be had as a file. */
export function csvAddress({ from, to, site, state }: LedgerQuestion): string {
  const query = new URLSearchParams({ from, to, ...(site && { site }), ...(state && { state }) });
  return `/api/v1/ledger.csv?${query.toString()}`;
}
