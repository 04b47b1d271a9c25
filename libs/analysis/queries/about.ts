import type { Localized } from '@zenmeban/domain/engine';
import type { AnalysisScope } from './filter';
import type { Labels } from './labels';

/**
 * What a scope is narrowed to, in words, when it is to one category or one cause; the category first, as customers say
 * it. Other filters say where and how people complain, not about what.
 */
export function aboutOf(
  { categories, causes }: Pick<AnalysisScope, 'categories' | 'causes'>,
  labels: Pick<Labels, 'category' | 'cause'>,
): Localized | null {
  return onlyOf(categories, labels.category) ?? onlyOf(causes, labels.cause);
}

function onlyOf(ids: readonly string[] | null, names: Readonly<Record<string, Localized>>): Localized | null {
  const [only, second] = ids ?? [];
  return only === undefined || second !== undefined ? null : (names[only] ?? null);
}
