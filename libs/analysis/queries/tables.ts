import type { PairCount } from './counts';

/** Places (or posts) by cause: the rows with the most complaints first. */
export type CauseTable = {
  readonly rows: readonly { readonly key: string; readonly count: number }[];
  readonly cells: readonly PairCount[];
  /** Complaints of the rows that are not shown. */
  readonly others: number;
};

/** More rows than this nobody reads; a filter shows the rest. */
const mostRows = 30;

/** A table of the rows with the most complaints. @param pairs each row and cause once */
export function causeTable(pairs: readonly PairCount[]): CauseTable {
  const sums = new Map<string, number>();
  for (const { row, count } of pairs) sums.set(row, (sums.get(row) ?? 0) + count);
  const rows = [...sums]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const shown = rows.slice(0, mostRows);
  const keys = new Set(shown.map(({ key }) => key));
  return {
    rows: shown,
    cells: pairs.filter(({ row }) => keys.has(row)),
    others: rows.slice(mostRows).reduce((sum, { count }) => sum + count, 0),
  };
}
