import { ways } from './names';
import type { SearchEngine } from './search-engine';
import type { Hit } from './search-playbooks';

/** The search word that explains best why a playbook was found; null when its title does, or only its texts. */
export function foundBy({ names }: SearchEngine, { id, matched }: Hit): string | null {
  const met = new Set(matched);
  const counted = (names.get(id) ?? []).map((name) => ({
    ...name,
    count: ways.flatMap((way) => name[way]).filter((token) => met.has(token)).length,
  }));
  const most = Math.max(1, ...counted.map(({ count }) => count));
  const best = counted.filter(({ count }) => count === most);
  if (best.some(({ kind }) => kind === 'title')) return null;
  return best.toSorted((a, b) => a.text.length - b.text.length)[0]?.text ?? null;
}
