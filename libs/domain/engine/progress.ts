import type { Playbook } from './playbook';
import type { Run } from './run';
import { stepsOfRun } from './steps';

/** How far a run is. Steps that turned out not to be needed count neither way; `fraction` is 0..1. */
export type Progress = { readonly settled: number; readonly total: number; readonly fraction: number };

export function progress(playbook: Playbook, run: Run): Progress {
  const states = new Map(run.steps.map((step) => [step.id, step.state]));
  const counted = stepsOfRun(playbook)
    .map(({ id }) => states.get(id) ?? 'waiting')
    .filter((state) => state !== 'not_needed');
  const settled = counted.filter((state) => state === 'done' || state === 'skipped').length;
  return { settled, total: counted.length, fraction: counted.length === 0 ? 1 : settled / counted.length };
}

/** The required steps that still have to be done before the incident can be resolved, in the order of the playbook. */
export function requiredStepsOpen(playbook: Playbook, run: Run): string[] {
  const open = new Set(run.steps.filter(({ state }) => state === 'waiting' || state === 'ready').map(({ id }) => id));
  return playbook.steps.filter((step) => step.required && open.has(step.id)).map(({ id }) => id);
}
