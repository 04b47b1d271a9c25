import type { EscalationPolicy, Localized, Option, Register, Situation } from '../engine';
import { badNames } from './check-names';
import { type CheckProblem, clip, type Finding, inOrder, unknownWord } from './finding';
import { readPolicies } from './read-policies';
import { readYaml } from './read-yaml';
import { everydayWordsFile, registersFile, taxonomyFile } from './schema';
import { checkShape } from './zod-findings';

/** What a line of a register must hold: a question by name, and the author's condition on which it is needed. */
export type RecordField = { readonly field: string; readonly when?: unknown };

export type RegisterRules = Register & { readonly record: readonly RecordField[] };

/** `taxonomy.yaml`: in the order of the file. */
export type Taxonomy = {
  readonly situations: readonly Situation[];
  readonly lists: ReadonlyMap<string, readonly Option[]>;
};

/** `everyday-words.yaml`: by the id of a playbook, further words it is found by. */
export type EverydayWords = ReadonlyMap<string, { readonly zh: readonly string[]; readonly en: readonly string[] }>;

/** What every playbook may name. */
export type SharedFiles = Taxonomy & {
  readonly registers: readonly RegisterRules[];
  readonly policies: readonly EscalationPolicy[];
};

export const policiesFileName = 'policies.yaml';
export const taxonomyFileName = 'taxonomy.yaml';
export const registersFileName = 'registers.yaml';
export const everydayWordsFileName = 'everyday-words.yaml';
/** The files that playbooks refer to: without them none can be read. */
export const sharedFileNames: readonly string[] = [policiesFileName, taxonomyFileName, registersFileName];

/** Whether a file of the folder is a playbook, rather than what stands beside them. */
export const isPlaybookFile = (name: string): boolean =>
  !sharedFileNames.includes(name) && name !== everydayWordsFileName;

type Problems = { readonly problems: readonly CheckProblem[] };

/** Reads the three files that playbooks refer to, each with all its problems. Never throws. */
export function readSharedFiles(files: readonly { readonly name: string; readonly source: string }[]): {
  readonly shared: SharedFiles | null;
  readonly problems: readonly CheckProblem[];
} {
  const read = <T extends object>(name: string, by: (source: string) => T | Problems): T | Problems => {
    const file = files.find((one) => one.name === name);
    return file ? by(file.source) : { problems: [missing(name)] };
  };
  const policies = read(policiesFileName, readPolicies);
  const taxonomy = read(taxonomyFileName, readTaxonomy);
  const registers = read(registersFileName, readRegisters);
  if ('problems' in policies || 'problems' in taxonomy || 'problems' in registers) {
    const problems = [policies, taxonomy, registers].flatMap((one) => ('problems' in one ? one.problems : []));
    return { shared: null, problems };
  }
  return { shared: { ...taxonomy, ...policies, ...registers }, problems: [] };
}

/** Reads `taxonomy.yaml`. Never throws. */
export function readTaxonomy(source: string): Taxonomy | Problems {
  const yaml = readYaml(source, taxonomyFileName);
  if ('problems' in yaml) return yaml;
  const { value, findings } = checkShape(taxonomyFile, yaml.data);
  if (!value) return { problems: inOrder(yaml.locate(findings)) };
  const bad = [
    ...badNames(['situations'], Object.keys(value.situations)),
    ...Object.entries(value.lists).flatMap(([name, list]) => badNames(['lists', name], Object.keys(list))),
    ...badNames(['lists'], Object.keys(value.lists)),
  ];
  if (bad.length > 0) return { problems: inOrder(yaml.locate(bad)) };
  return {
    situations: Object.entries(value.situations).map(([id, situation], position) => ({ id, ...situation, position })),
    lists: new Map(
      Object.entries(value.lists).map(([name, list]) => [
        name,
        Object.entries(list).map(([id, label]) => ({ id, label })),
      ]),
    ),
  };
}

/** Reads `registers.yaml`; conditions are read with the questions of each playbook. Never throws. */
export function readRegisters(source: string): { readonly registers: readonly RegisterRules[] } | Problems {
  const yaml = readYaml(source, registersFileName);
  if ('problems' in yaml) return yaml;
  const { value, findings } = checkShape(registersFile, yaml.data);
  if (!value) return { problems: inOrder(yaml.locate(findings)) };
  const bad = badNames(['registers'], Object.keys(value.registers));
  if (bad.length > 0) return { problems: inOrder(yaml.locate(bad)) };
  return {
    registers: Object.entries(value.registers).map(([id, { title, record }]) => ({
      id,
      title,
      record: Object.entries(record).map(([field, needed]) =>
        needed === 'always' ? { field } : { field, when: needed.when },
      ),
    })),
  };
}

/**
 * Reads `everyday-words.yaml`, which may be missing; `playbookIds` null: which there are is not known. A word that is
 * given to two playbooks would find neither well, so it is refused.
 */
export function readEverydayWords(
  files: readonly { readonly name: string; readonly source: string }[],
  playbookIds: readonly string[] | null,
): { readonly words: EverydayWords; readonly problems: readonly CheckProblem[] } {
  const none = { words: new Map<string, never>(), problems: [] };
  const file = files.find(({ name }) => name === everydayWordsFileName);
  if (!file) return none;
  const yaml = readYaml(file.source, file.name);
  if ('problems' in yaml) return { ...none, problems: yaml.problems };
  const { value, findings } = checkShape(everydayWordsFile, yaml.data);
  if (!value) return { ...none, problems: inOrder(yaml.locate(findings)) };
  const problems = [...unknownPlaybooks(value.words, playbookIds), ...repeatedWords(value.words)];
  return { words: new Map(Object.entries(value.words)), problems: inOrder(yaml.locate(problems)) };
}

type Words = Readonly<Record<string, { readonly zh: readonly string[]; readonly en: readonly string[] }>>;

const unknownPlaybooks = (words: Words, known: readonly string[] | null): Finding[] =>
  Object.keys(words)
    .filter((id) => known && !known.includes(id))
    .map((id) => unknownWord(['words', id], 'playbook.unknown', id, known ?? [], aPlaybook, 'key'));

function repeatedWords(words: Words): Finding[] {
  const first = new Map<string, string>();
  return Object.entries(words).flatMap(([id, lists]) =>
    (['zh', 'en'] as const).flatMap((language) =>
      lists[language].flatMap((word, index): Finding[] => {
        const other = first.get(word);
        if (other === undefined) first.set(word, id);
        if (other === undefined) return [];
        const message = {
          zh: `“${clip(word)}”已经给了“${other}”，只留一处。`,
          en: `"${clip(word)}" is given to "${other}" already; keep it in one place.`,
        };
        return [{ path: ['words', id, language, index], code: 'word.repeated', message }];
      }),
    ),
  );
}

const aPlaybook: Localized = { zh: '预案', en: 'playbook' };

const missing = (name: string): CheckProblem => ({
  file: name,
  line: 1,
  column: 1,
  path: '',
  code: 'file.missing',
  message: {
    zh: `缺少 ${name}：没有它，预案就不完整。`,
    en: `${name} is missing: without it the playbooks are not complete.`,
  },
});
