import type { Playbook } from '../engine';
import { fieldsOf, stepsBefore } from './check-order';
import type { Finding } from './finding';
import { isReachable } from './reachable';

/** Conditions look only at what was asked before, and every step can come to be needed. For playbooks without circles. */
export function checkConditions(playbook: Playbook): Finding[] {
  const before = stepsBefore(playbook);
  const askedIn = new Map(
    playbook.steps.flatMap(({ id, ask }) => Object.keys(ask).map((field) => [field, id] as const)),
  );
  const early = playbook.steps.flatMap(({ id, when }, index): Finding[] => {
    const fields = new Set(when ? fieldsOf(when) : []);
    const tooLate = [...fields].filter((field) => !before.get(id)?.has(askedIn.get(field) ?? ''));
    return tooLate.map((field) => askedTooLate(index, field, askedIn.get(field) ?? ''));
  });
  if (early.length > 0) return early;
  return playbook.steps.flatMap((step, index): Finding[] => (isReachable(playbook, step) ? [] : [unreachable(index)]));
}

const askedTooLate = (index: number, field: string, step: string): Finding => ({
  path: ['steps', index, 'when'],
  code: 'condition.too_early',
  message: {
    zh: `“${field}”在步骤“${step}”里才问，不一定在这一步之前；请在 after 里加上它。`,
    en: `"${field}" is asked in the step "${step}", which need not come before this one; add it to after.`,
  },
});

const unreachable = (index: number): Finding => ({
  path: ['steps', index, 'when'],
  code: 'step.unreachable',
  message: {
    zh: '无论怎样回答，都不会用到这一步；请改条件或删去它。',
    en: 'No answers whatsoever lead to this step; change its condition or remove it.',
  },
});
