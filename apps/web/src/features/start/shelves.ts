import type { Situation } from '@zenmeban/domain/engine';
import type { PlaybookSummary } from '../../lib/types';

/** The playbooks of one situation, by number. */
export type Shelf = { readonly situation: Situation; readonly playbooks: readonly PlaybookSummary[] };

/** The playbooks by situation, the shelves in their own order; an empty shelf is not shown. */
export function shelvesOf(playbooks: readonly PlaybookSummary[]): Shelf[] {
  const shelves = new Map<string, { situation: Situation; playbooks: PlaybookSummary[] }>();
  for (const playbook of playbooks.toSorted((a, b) => a.number - b.number)) {
    const shelf = shelves.get(playbook.situation.id);
    if (shelf) shelf.playbooks.push(playbook);
    else shelves.set(playbook.situation.id, { situation: playbook.situation, playbooks: [playbook] });
  }
  return [...shelves.values()].sort((a, b) => a.situation.position - b.situation.position);
}
