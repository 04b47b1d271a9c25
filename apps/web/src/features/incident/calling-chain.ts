import type { Incident } from '../../lib/types';

/** The chain that still calls, latest level first: which level and whom. Null when none does. */
export function callingChain({ escalations }: Incident): { level: number; names: string[] } | null {
  const calling = escalations.filter(({ calling: waits }) => waits);
  const [chain] = calling.toSorted((a, b) => b.level - a.level);
  if (!chain) return null;
  const names = chain.calls.filter(({ level }) => level === chain.level).map(({ person }) => person.name);
  return { level: chain.level, names: [...new Set(names)] };
}

/** Whether the call for help that somebody asked for is still unanswered: asking again would change nothing. */
export const helpIsCalled = ({ escalations }: Incident): boolean =>
  escalations.some(({ cause, calling }) => cause === 'called' && calling);

/** The people whose mail of a chain that still calls could not be delivered. */
export function unreached({ escalations }: Incident): string[] {
  const calls = escalations.filter(({ calling }) => calling).flatMap((chain) => chain.calls);
  return [...new Set(calls.filter(({ state }) => state === 'failed').map(({ person }) => person.name))];
}
