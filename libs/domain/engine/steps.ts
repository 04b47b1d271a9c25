import { evaluate } from './condition';
import { readInstant } from './instant';
import type { Answers, Playbook, Step } from './playbook';
import type { Run, RunChange, RunStep } from './run';

/** Nothing will change this step any more. */
export const isSettled = (step: RunStep): boolean =>
  step.state === 'done' || step.state === 'skipped' || step.state === 'not_needed';

/**
 * The steps a run has: of guidance only those of its log, since the others are a card to read. Empty: nothing can be
 * opened from this playbook.
 */
export const stepsOfRun = ({ kind, steps }: Playbook): readonly Step[] =>
  kind === 'guidance' ? steps.filter(({ log }) => log) : steps;

/** Its turn has come and its deadline has passed: the moment it is due it is overdue. */
export const isOverdue = (step: RunStep, now: Date): boolean =>
  step.state === 'ready' && step.dueAt !== undefined && step.dueAt.getTime() <= now.getTime();

/** The steps whose turn it is, in the order of the playbook. */
export function readySteps(playbook: Playbook, run: Run): RunStep[] {
  const byId = new Map(run.steps.map((step) => [step.id, step]));
  return playbook.steps.flatMap(({ id }) => byId.get(id) ?? []).filter((step) => step.state === 'ready');
}

/** The answers of all done steps together; field names are unique in a playbook. */
export const answersOf = (run: Run): Answers =>
  Object.fromEntries(
    run.steps.flatMap((step) => (step.state === 'done' && step.answers ? Object.entries(step.answers) : [])),
  );

/** The ids of the steps `step` still waits for. */
export function blockersOf(step: Step, run: Run): string[] {
  const settled = new Set(run.steps.filter(isSettled).map(({ id }) => id));
  return step.after.filter((id) => !settled.has(id));
}

/** Moves every waiting step on whose turn has come, until nothing moves any more. */
export function cascade(playbook: Playbook, before: Run, now: Date): RunChange {
  let run = before;
  for (;;) {
    const next = advance(playbook, run, now);
    if (next === run) return changeBetween(playbook, before, run);
    run = next;
  }
}

/** What differs between two states of a run: settled steps first, then the newly ready ones with their escalations. */
export function changeBetween(playbook: Playbook, before: Run, run: Run): RunChange {
  const was = new Map(before.steps.map((step) => [step.id, step.state]));
  const moved = run.steps.filter((step) => step.state !== was.get(step.id));
  const ready = moved.filter((step) => step.state === 'ready');
  const newlyReady = new Set(ready.map(({ id }) => id));
  return {
    run,
    changed: [...moved.filter(isSettled), ...ready],
    escalations: playbook.steps.flatMap(({ id, escalate }) =>
      escalate && newlyReady.has(id) ? [{ stepId: id, policy: escalate.policy }] : [],
    ),
  };
}

/** One round: the same run again when nothing moved. */
function advance(playbook: Playbook, run: Run, now: Date): Run {
  const answers = answersOf(run);
  const settled = new Set(run.steps.filter(isSettled).map(({ id }) => id));
  const byId = new Map(playbook.steps.map((step) => [step.id, step]));
  let moved = false;
  const steps = run.steps.map((runStep): RunStep => {
    const step = byId.get(runStep.id);
    if (!step || runStep.state !== 'waiting' || !step.after.every((id) => settled.has(id))) return runStep;
    moved = true;
    return step.when && !evaluate(step.when, answers)
      ? { ...runStep, state: 'not_needed' }
      : becomeReady(step, answers, now);
  });
  return moved ? { steps } : run;
}

function becomeReady(step: Step, answers: Answers, now: Date): RunStep {
  const ready: RunStep = { id: step.id, state: 'ready', readyAt: now };
  const dueAt = promisedAt(step, answers) ?? withinOf(step, now);
  return dueAt ? { ...ready, dueAt } : ready;
}

/** The moment somebody was promised, as answered before; a promise in the past is due at once, and so overdue. */
function promisedAt({ by }: Step, answers: Answers): Date | null {
  const promised = by !== undefined && Object.hasOwn(answers, by) ? answers[by] : undefined;
  return typeof promised === 'string' ? readInstant(promised) : null;
}

const withinOf = ({ withinSeconds }: Step, now: Date): Date | null =>
  withinSeconds === undefined ? null : new Date(now.getTime() + withinSeconds * 1_000);
