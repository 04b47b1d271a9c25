import type { Localized, Playbook } from '../engine';
import { pathOfStep } from './path-of-step';
import { clip, type Finding, type Path } from './finding';
import { reservedFields } from './read-condition';
import { kebab } from './schema';

/** Step ids and question names must be told apart in the whole playbook; names and options are kebab-case. */
export function checkNames(playbook: Playbook): Finding[] {
  const findings: Finding[] = [];
  const stepIds = new Set<string>();
  const fields = new Set<string>();
  for (const [index, step] of playbook.steps.entries()) {
    const at = pathOfStep(playbook, index);
    if (stepIds.has(step.id)) findings.push(repeated([...at, 'id'], 'step.repeated', step.id));
    stepIds.add(step.id);
    for (const [field, question] of Object.entries(step.ask)) {
      const path: Path = [...at, 'ask', field];
      if (!isName(field) || reservedFields.includes(field)) findings.push(notAName(path, field));
      if (fields.has(field)) findings.push({ ...repeated(path, 'question.repeated', field), on: 'key' });
      fields.add(field);
      if (question.type !== 'one-of' && question.type !== 'many-of') continue;
      const bad = question.options.filter(({ id }) => !isName(id));
      findings.push(...bad.map(({ id }) => notAName([...path, question.type, id], id)));
    }
  }
  return findings;
}

/** Names of the shared files (options, lists, registers, policies) must be such that nobody ever has to quote them. */
export function badNames(under: readonly string[], names: readonly string[]): Finding[] {
  return names
    .filter((name) => !isName(name))
    .map((name) => ({
      path: [...under, name],
      on: 'key',
      code: 'value.name',
      message: {
        zh: '名称只能用小写字母和数字，单词之间用连字符。',
        en: 'A name must be lower-case words joined by hyphens.',
      },
    }));
}

const isName = (word: string) => word.length <= 60 && kebab.test(word);

const notAName = (path: Path, word: string): Finding => ({
  path,
  on: 'key',
  code: 'value.name',
  message: badName(word),
});

const badName = (word: string): Localized => ({
  zh: `名称“${clip(word)}”只能用小写字母和数字，单词之间用连字符，也不能是 all、any、not。`,
  en: `A name like "${clip(word)}" must be lower-case words joined by hyphens, and none of all, any, not.`,
});

const repeated = (path: Path, code: string, word: string): Finding => ({
  path,
  code,
  message: { zh: `“${word}”已经用过，请换一个名称。`, en: `"${word}" is already used; choose another name.` },
});
