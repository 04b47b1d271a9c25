import type { Incident } from '../../lib/types';

/** The chain that still calls, latest level first: which level and whom. Null when none does. */
export function callingChain({ escalations }: Incident): { level: number; names: string[] } | null {
  const calling = escalations.filter(({ endedAt, acknowledgedAt }) => endedAt === null && acknowledgedAt === null);
  const [chain] = calling.toSorted((a, b) => b.level - a.level);
  if (!chain) return null;
  const names = chain.calls.filter(({ level }) => level === chain.level).map(({ person }) => person.name);
  return { level: chain.level, names: [...new Set(names)] };
}

/** Whether the call for help that somebody asked for is still unanswered: asking again would change nothing. */
export const helpIsCalled = ({ escalations }: Incident): boolean =>
  escalations.some(
    ({ cause, endedAt, acknowledgedAt }) => cause === 'called' && endedAt === null && acknowledgedAt === null,
  );

/** The people whose mail of a chain that still calls could not be delivered. */
export function unreached({ escalations }: Incident): string[] {
  const calls = escalations
    .filter(({ endedAt, acknowledgedAt }) => endedAt === null && acknowledgedAt === null)
    .flatMap((chain) => chain.calls);
  return [...new Set(calls.filter(({ state }) => state === 'failed').map(({ person }) => person.name))];
}
