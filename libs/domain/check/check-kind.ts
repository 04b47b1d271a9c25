import type { Localized, Playbook } from '../engine';
import type { Finding, Path } from './finding';

/** What an incident needs and what guidance, which is only read, cannot have. */
export function checkKind(playbook: Playbook): Finding[] {
  const empty = playbook.steps.flatMap((step, index): Finding[] =>
    step.do.length > 0 || Object.keys(step.ask).length > 0
      ? []
      : [finding(['steps', index], 'step.empty', nothingToDo)],
  );
  return [...empty, ...(playbook.kind === 'guidance' ? checkGuidance(playbook) : checkIncident(playbook))];
}

function checkGuidance({ register, escalate, steps }: Playbook): Finding[] {
  const calls = steps.flatMap((step, index): Path[] => (step.escalate ? [['steps', index, 'escalate']] : []));
  const asks = steps.flatMap((step, index): Path[] =>
    Object.keys(step.ask).length > 0 ? [['steps', index, 'ask']] : [],
  );
  const paths: Path[] = [...(register ? [['register']] : []), ...(escalate ? [['escalate']] : []), ...calls, ...asks];
  return paths.map((path) => finding(path, 'guidance.acts', onlyRead));
}

/** A register is only as complete as the step that cannot be skipped. */
function checkIncident({ register, steps }: Playbook): Finding[] {
  const collects = steps.some((step) => step.required && !step.when && Object.keys(step.ask).length > 0);
  return register && !collects ? [finding(['register'], 'register.not_collected', notCollected)] : [];
}

const finding = (path: Path, code: string, message: Localized): Finding => ({ path, code, message });

const nothingToDo: Localized = {
  zh: '这一步既没有要做的（do），也没有要问的（ask）。',
  en: 'This step has nothing to do and asks nothing.',
};
const onlyRead: Localized = {
  zh: 'guidance 只供阅读，不能登记、提问或呼叫；请改为 kind: incident。',
  en: 'Guidance is only read: it cannot record, ask or call anybody; use kind: incident.',
};
const notCollected: Localized = {
  zh: '要登记入台账，就要有一个必做（required）、无条件（没有 when）、有提问（ask）的步骤。',
  en: 'For a register, some step without a condition must be required and ask for the record.',
};
