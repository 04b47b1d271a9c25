import { fieldsOf, type Localized, type Playbook } from '../engine';
import { pathOfStep } from './path-of-step';
import { stepsBefore } from './check-order';
import type { Finding, Path } from './finding';

/** Conditions, and deadlines that are answers, look only at what was surely asked before. For playbooks without circles. */
export function checkAskedBefore(playbook: Playbook): Finding[] {
  const before = stepsBefore(playbook);
  const askedIn = askedBy(playbook);
  return playbook.steps.flatMap(({ id, when, by }, index): Finding[] => {
    const at = pathOfStep(playbook, index);
    const isTooLate = (field: string) => {
      const asking = askedIn.get(field);
      return asking !== undefined && !before.get(id)?.has(asking);
    };
    const tooLate = (path: Path, field: string) => askedTooLate(path, field, askedIn.get(field) ?? '');
    return [
      ...[...new Set(when ? fieldsOf(when) : [])].filter(isTooLate).map((field) => tooLate([...at, 'when'], field)),
      ...(by !== undefined && isTooLate(by) ? [tooLate([...at, 'by'], by)] : []),
    ];
  });
}

/** In which step each question is asked. */
export const askedBy = ({ steps }: Playbook): ReadonlyMap<string, string> =>
  new Map(steps.flatMap(({ id, ask }) => Object.keys(ask).map((field) => [field, id] as const)));

function askedTooLate(path: Path, field: string, step: string): Finding {
  const message: Localized = {
    zh: `“${field}”在步骤“${step}”里才问，不一定在这一步之前；请在 after 里加上它。`,
    en: `"${field}" is asked in the step "${step}", which need not come before this one; add it to after.`,
  };
  return { path, code: 'condition.too_early', message };
}
