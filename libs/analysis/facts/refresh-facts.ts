import type { Database, Transaction } from '@zenmeban/database';
import { refreshStatement } from './fact-statement';

/** How many facts were added or changed, and how many taken away; what was right already is neither. */
export type Refreshed = { readonly written: number; readonly removed: number };

/**
 * Makes the facts of these incidents what the record says: the one statement by which facts are ever written, so doing
 * it twice, late or all over again gives the same. The caller's transaction holds the lock of each incident, as every
 * act on one does; the opening needs none, for nobody else can know of the incident yet.
 */
export async function refreshFacts(
  database: Database,
  tx: Transaction,
  incidentIds: readonly string[],
): Promise<Refreshed> {
  const [refreshed] = await database.prepared<Refreshed>(tx, 'refresh_facts', refreshStatement, [incidentIds]);
  return refreshed ?? { written: 0, removed: 0 };
}
