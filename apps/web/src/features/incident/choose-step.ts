import type { Incident, RunStep } from '../../lib/types';

/** The steps whose turn it is, in the playbook's order. */
export const readyOf = ({ steps }: Incident): RunStep[] =>
  steps.filter(({ state }) => state === 'ready').sort((a, b) => a.position - b.position);

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
