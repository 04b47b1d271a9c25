import type { useOperationTexts } from '../../lib/i18n/operations';

const named = ['relay', 'sweep', 'send', 'tidy', 'roster', 'facts', 'canary', 'audit'] as const;

/** What a loop does, in words; a loop nobody has words for keeps its own name. */
export function loopName(loop: string, t: ReturnType<typeof useOperationTexts>['t']): string {
  const known = named.find((name) => name === loop);
  return known ? t(`watch.loop_${known}`) : loop;
}
