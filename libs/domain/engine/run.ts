import type { Answers } from './playbook';

/**
 * `waiting` for other steps → `ready` → `done` or `skipped`; `not_needed` when its condition is false.
 * The last three are settled: the step will not change any more.
 */
export type StepState = 'waiting' | 'ready' | 'done' | 'skipped' | 'not_needed';

/** One step of a run. Times are UTC instants. */
export type RunStep = {
  readonly id: string;
  readonly state: StepState;
  readonly readyAt?: Date;
  readonly dueAt?: Date;
  readonly answers?: Answers;
};

/** One playbook version applied to one incident; `steps` in the order of the playbook. */
export type Run = { readonly steps: readonly RunStep[] };

/** What a person says about a step: done with its answers, or skipped with a reason. */
export type Settlement =
  { readonly kind: 'done'; readonly answers: Answers } | { readonly kind: 'skipped'; readonly reason: string };

/** What settling one step (or opening the run) changed. `settled` steps come first in `changed`. */
export type RunChange = {
  readonly run: Run;
  /** Every step whose state differs from before, as it is now. */
  readonly changed: readonly RunStep[];
  /** Escalations the newly ready steps ask for. */
  readonly escalations: readonly { readonly stepId: string; readonly policy: string }[];
};
