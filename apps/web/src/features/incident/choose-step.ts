import type { Incident, RunStep } from '../../lib/types';

/**
 * The steps whose turn it is, in the playbook's order. Those hidden from this person stand as one, which is shown only
 * where nothing else is left to do.
 */
export function readyOf({ steps }: Incident): RunStep[] {
  const ready = steps.filter(({ state }) => state === 'ready').sort((a, b) => a.position - b.position);
  const seen = ready.filter(({ hidden }) => !hidden);
  return seen.length > 0 ? seen : ready.slice(0, 1);
}

/** Whether somebody else was asked to do it. */
export const isOthers = (step: RunStep, personId: string): boolean =>
  step.ownerPost !== null && step.assignee?.id !== personId;

/**
 * Which ready step to show: the one chosen while it is still ready, else the first of one's own, else the first one may
 * work on, else the first.
 */
export function stepToShow(
  ready: readonly RunStep[],
  chosen: string | null,
  personId: string,
  mayWork: (step: RunStep) => boolean,
): RunStep | undefined {
  return (
    ready.find(({ id }) => id === chosen) ??
    ready.find((step) => !isOthers(step, personId) && mayWork(step)) ??
    ready.find(mayWork) ??
    ready[0]
  );
}
