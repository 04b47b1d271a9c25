import type { EscalationPolicy, Option, Register, Situation } from '../engine';
import { badNames } from './check-names';
import { type CheckProblem, inOrder } from './finding';
import { readPolicies } from './read-policies';
import { readYaml } from './read-yaml';
import { registersFile, taxonomyFile } from './schema';
import { checkShape } from './zod-findings';

/** What a line of a register must hold: a question by name, and the author's condition on which it is needed. */
export type RecordField = { readonly field: string; readonly when?: unknown };

export type RegisterRules = Register & { readonly record: readonly RecordField[] };

/** `taxonomy.yaml`: in the order of the file. */
export type Taxonomy = {
  readonly situations: readonly Situation[];
  readonly lists: ReadonlyMap<string, readonly Option[]>;
};

/** What every playbook may name. */
export type SharedFiles = Taxonomy & {
  readonly registers: readonly RegisterRules[];
  readonly policies: readonly EscalationPolicy[];
};

export const policiesFileName = 'policies.yaml';
export const taxonomyFileName = 'taxonomy.yaml';
export const registersFileName = 'registers.yaml';
export const sharedFileNames: readonly string[] = [policiesFileName, taxonomyFileName, registersFileName];

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
