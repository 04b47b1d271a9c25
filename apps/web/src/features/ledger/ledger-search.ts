import { dayOf, type Period } from './period';

export const ledgerStates = ['late', 'failed', 'repaired'] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** What the ledger shows, as it stands in the address. Without days: the last seven. */
export type LedgerSearch = { from?: string; to?: string; site?: string; state?: LedgerState };

/** What is asked of the server: whole days, a site or all, and which lines. */
export type LedgerQuestion = Period & Pick<LedgerSearch, 'site' | 'state'>;

/** Reads the address; what cannot be read is left out. */
export const ledgerSearch = (search: Record<string, unknown>): LedgerSearch => ({
  from: dayOf(search['from']),
  to: dayOf(search['to']),
  site: typeof search['site'] === 'string' && search['site'] !== '' ? search['site'] : undefined,
  state: ledgerStates.find((state) => state === search['state']),
});
