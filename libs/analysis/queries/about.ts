import { type Localized, postNames } from '@zenmeban/domain/engine';
import type { AnalysisScope } from './filter';
import type { Labels } from './labels';

/** What a scope is narrowed to, in words, when it is to one thing; its category first, as customers say it. */
export function aboutOf({ categories, causes, channels, posts }: AnalysisScope, labels: Labels): Localized | null {
  const narrowed: [readonly string[] | null, Readonly<Record<string, Localized>>][] = [
    [categories, labels.category],
    [causes, labels.cause],
    [channels, labels.channel],
    [posts, postNames],
  ];
  const words = narrowed.flatMap(([ids, names]) => (ids?.length === 1 ? [names[ids[0] ?? ''] ?? null] : []));
  return words.find((word) => word !== null) ?? null;
}
