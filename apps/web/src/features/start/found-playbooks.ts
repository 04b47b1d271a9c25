import { createSearchEngine, foundBy, type Hit, type SearchIndex, searchPlaybooks } from '@zenmeban/domain/search';
import type { PlaybookSummary } from '../../lib/types';

/** A playbook and the search word that led to it, where its title does not say it. */
export type FoundPlaybook = { readonly playbook: PlaybookSummary; readonly foundBy: string | null };

/** What was found for a question; where that is nothing, what comes nearest. */
export type Found = { readonly hits: readonly FoundPlaybook[]; readonly nearest: readonly FoundPlaybook[] };

/** Finds in what was made ready once. */
export type Finder = (playbooks: readonly PlaybookSummary[], typed: string) => Found;

const mostHits = 10;
const mostNearest = 3;
/** Of the best score: what lies below shares no more than a common word with the question. */
const leastShare = 0.15;

/** Takes a slow phone a moment, so once per index. */
export function createFinder(index: SearchIndex): Finder {
  const engine = createSearchEngine(index);
  return (playbooks, typed) => {
    const known = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
    const shown = (hit: Hit): FoundPlaybook[] => {
      const playbook = known.get(hit.id);
      return playbook ? [{ playbook, foundBy: foundBy(engine, hit) }] : [];
    };
    const all = searchPlaybooks(engine, typed);
    const best = all[0]?.score ?? 0;
    const sure = all.filter(({ sure, score }) => sure && score >= leastShare * best);
    return sure.length > 0
      ? { hits: sure.slice(0, mostHits).flatMap(shown), nearest: [] }
      : { hits: [], nearest: all.slice(0, mostNearest).flatMap(shown) };
  };
}
