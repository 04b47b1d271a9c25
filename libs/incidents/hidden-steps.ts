import { type Actor, can, type IncidentAccess, isSettled, type Playbook } from '@zenmeban/domain/engine';
import type { StepRow } from './incident-rows';
import { stepOf } from './locked-incident';

/** Whether a step is hidden, by its id. */
export type Hides = (stepId: string) => boolean;

/** Of one incident and one person. */
export const hiddenFrom =
  (actor: Actor, access: IncidentAccess, playbook: Playbook): Hides =>
  (stepId) =>
    !can(actor, 'step.see', { ...access, visibleTo: visibleToOf(playbook, stepId) });

/**
 * The steps as somebody sees them from whom some are hidden: these stand as one, ready while one of them is, done when
 * all are settled. Otherwise a step that turned out not to be needed, or was, would tell what was answered before it.
 */
export function asSeen(steps: readonly StepRow[], hides: Hides): StepRow[] {
  const hidden = steps.filter(({ id }) => hides(id));
  if (hidden.length === 0) return [...steps];
  const left = hidden.filter((step) => !isSettled({ id: step.id, state: step.state }));
  const state = left.length === 0 ? 'done' : left.some((step) => step.state === 'ready') ? 'ready' : 'waiting';
  const nothing = { readyAt: null, dueAt: null, remindAt: null, assignee: null, settledBy: null, settledAt: null };
  return steps.map((step) => (hides(step.id) ? { ...step, ...nothing, state, answers: null, note: '' } : step));
}

/** The role a step is confidential to; null = whoever may see the incident. */
export const visibleToOf = (playbook: Playbook, stepId: string) => stepOf(playbook, stepId)?.visibleTo ?? null;
