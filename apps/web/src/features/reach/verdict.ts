import type { Reach, ReachLevel } from '../../lib/types';

/** What matters first about a call that would go out: whom it reaches, or that it reaches nobody. */
export type Verdict =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'partly'; readonly empty: readonly ReachLevel[]; readonly next: ReachLevel | null }
  | { readonly kind: 'good'; readonly first: ReachLevel };

/** Levels that reach nobody are named even when others do; `next` is who is called in place of the first of them. */
export function verdictOf({ levels, reachesNobody }: Reach): Verdict {
  const empty = levels.filter(({ people }) => people.length === 0);
  const [first] = levels.filter(({ people }) => people.length > 0);
  if (reachesNobody || !first) return { kind: 'nobody' };
  if (empty.length === 0) return { kind: 'good', first };
  const next = levels.find(({ level, people }) => people.length > 0 && level > (empty[0]?.level ?? 0)) ?? null;
  return { kind: 'partly', empty, next };
}

/** Sites whose name, in either language, or code holds what was typed; the order stays. */
export function sitesMatching<S extends { code: string; name: { zh: string; en: string } }>(
  sites: readonly S[],
  typed: string,
): S[] {
  const wanted = typed.trim().toLowerCase();
  return sites.filter(({ code, name }) => [code, name.zh, name.en].some((text) => text.toLowerCase().includes(wanted)));
}
