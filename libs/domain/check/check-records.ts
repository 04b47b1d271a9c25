import type { Condition, Localized, Playbook } from '../engine';
import { evaluate } from '../engine';
import type { Decision, Way } from './ways';
import { type Finding, unknownWord } from './finding';
import { readCondition } from './read-condition';
import type { RecordField, RegisterRules } from './shared-files';

/** A field a line of the register must hold, with the condition in the words of this playbook. */
export type NeededRecord = { readonly field: string; readonly when?: Condition };

/** What the playbook's register demands of it, and what of that it cannot understand. */
export function neededRecords(
  playbook: Playbook,
  registers: readonly RegisterRules[],
): { readonly needed: readonly NeededRecord[]; readonly findings: readonly Finding[] } {
  const rules = registers.find(({ id }) => id === playbook.register?.id);
  const askable = new Map(playbook.steps.flatMap(({ ask }) => Object.entries(ask)));
  const findings: Finding[] = [];
  const needed = (rules?.record ?? []).flatMap(({ field, when }: RecordField): NeededRecord[] => {
    if (!askable.has(field)) {
      findings.push(notAsked(field, playbook.register?.id ?? '', [...askable.keys()]));
      return [];
    }
    if (when === undefined) return [{ field }];
    const read = readCondition(when, [], askable);
    findings.push(...read.findings.map((finding) => ofRegister(finding, field, playbook.register?.id ?? '')));
    return [{ field, when: read.value }];
  });
  return { needed, findings };
}

/** Every required record is collected on every way that needs it: asked in a required step, and not optional. */
export function checkRecords(playbook: Playbook, needed: readonly NeededRecord[], ways: readonly Way[]): Finding[] {
  return needed.flatMap(({ field, when }): Finding[] => {
    const step = playbook.steps.find(({ ask }) => Object.hasOwn(ask, field));
    const isSure = step?.required === true && step.ask[field]?.optional !== true;
    const gap = ways.find(
      ({ outcomes, answers }) =>
        (when === undefined || evaluate(when, answers)) && !(isSure && step && outcomes.get(step.id) === 'done'),
    );
    return gap ? [notCollected(field, gap)] : [];
  });
}

const notCollected = (field: string, { decisions }: Way): Finding => {
  const way = decisions.map(inShort).join(', ');
  return {
    path: ['register'],
    code: 'register.not_collected',
    message: {
      zh: `台账需要“${field}”，但${way ? `在这条路上（${way}）` : ''}没有必做的步骤（required）问它。`,
      en: `The register needs "${field}", but ${way ? `on the way ${way} ` : ''}no required step asks for it.`,
    },
  };
};

const inShort = ({ stepId, answers }: Decision): string =>
  answers
    ? Object.entries(answers)
        .map(([field, answer]) => `${field}: ${answer === true ? 'yes' : answer === false ? 'no' : String(answer)}`)
        .join(', ')
    : `${stepId} skipped`;

function notAsked(field: string, register: string, known: readonly string[]): Finding {
  const what = { zh: `台账 ${register} 要的问题`, en: `question the register ${register} needs, called` };
  return unknownWord(['register'], 'register.not_asked', field, known, what);
}

function ofRegister(finding: Finding, field: string, register: string): Finding {
  const before: Localized = {
    zh: `台账 ${register} 的“${field}”：`,
    en: `For "${field}" of the register ${register}: `,
  };
  return {
    ...finding,
    path: ['register'],
    message: { zh: before.zh + finding.message.zh, en: before.en + finding.message.en },
  };
}
