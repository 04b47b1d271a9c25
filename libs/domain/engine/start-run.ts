import type { Playbook } from './playbook';
import type { RunChange } from './run';
import { cascade, stepsOfRun } from './steps';

/**
 * A new run of `playbook`: every step waits, then those that wait for nothing become ready (due = `now` + their time)
 * or are not needed, and so on. `changed` holds what left `waiting`.
 */
export function startRun(playbook: Playbook, now: Date): RunChange {
  return cascade(playbook, { steps: stepsOfRun(playbook).map(({ id }) => ({ id, state: 'waiting' })) }, now);
}
