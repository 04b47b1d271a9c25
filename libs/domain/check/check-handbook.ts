import { DomainError, type EscalationPolicy, type Playbook } from '../engine';
import { type CheckProblem, type Finding, unknownWord } from './finding';
import { inOrder, readPlaybook } from './read-playbook';
import { readPolicies } from './read-policies';
import type { YamlFile } from './read-yaml';

export type SourceFile = { readonly name: string; readonly source: string };

/** All playbooks and policies of a house, checked alone and together. */
export type Handbook = {
  readonly playbooks: readonly { readonly file: string; readonly playbook: Playbook }[];
  readonly policies: readonly EscalationPolicy[];
};

type Read = { readonly file: string; readonly playbook: Playbook; readonly locate: YamlFile['locate'] };

export const policiesFileName = 'policies.yaml';

/**
 * Checks every file of the folder, `policies.yaml` among them.
 * @throws DomainError `playbooks.invalid` with all problems of all files, each path like `04-fall.yaml:12:5 steps[2].when`.
 */
export function checkHandbook(files: readonly SourceFile[]): Handbook {
  const policies = readPoliciesOf(files);
  const known = 'policies' in policies ? policies.policies : null;
  const { playbooks, problems } = checkPlaybooks(
    files.filter(({ name }) => name !== policiesFileName),
    known,
  );
  const all = [...('problems' in policies ? policies.problems : []), ...problems];
  if (all.length === 0) return { playbooks, policies: known ?? [] };
  const fields = all.map(({ file, line, column, path, code, message, suggestion }) => ({
    path: `${file}:${line}:${column} ${path}`.trim(),
    code,
    message: suggestion
      ? { zh: `${message.zh}是不是想写“${suggestion}”？`, en: `${message.en} Did you mean "${suggestion}"?` }
      : message,
  }));
  const sentence = {
    zh: `预案文件有 ${all.length} 处要改正，没有载入任何预案。`,
    en: `The playbook files have ${all.length} problem(s) to correct; nothing was loaded.`,
  };
  throw new DomainError('invalid', 'playbooks.invalid', sentence, fields);
}

/**
 * Checks playbooks alone and together: ids and numbers are unique, policies exist. Without `policies` (null: they could
 * not be read) their names are not checked.
 */
export function checkPlaybooks(
  files: readonly SourceFile[],
  policies: readonly EscalationPolicy[] | null,
): { readonly playbooks: Handbook['playbooks']; readonly problems: readonly CheckProblem[] } {
  const read: Read[] = [];
  const problems: CheckProblem[] = [];
  for (const { name, source } of files) {
    const result = readPlaybook(source, name);
    if ('problems' in result) problems.push(...result.problems);
    else read.push({ file: name, ...result });
  }
  for (const [index, one] of read.entries()) {
    const findings = [
      ...clashes(one, read.slice(0, index)),
      ...(policies ? unknownPolicies(one.playbook, policies) : []),
    ];
    problems.push(...inOrder(one.locate(findings)));
  }
  return { playbooks: read.map(({ file, playbook }) => ({ file, playbook })), problems };
}

function readPoliciesOf(files: readonly SourceFile[]): ReturnType<typeof readPolicies> {
  const file = files.find(({ name }) => name === policiesFileName);
  if (file) return readPolicies(file.source, file.name);
  const message = {
    zh: '缺少 policies.yaml：没有它就无人可叫。',
    en: 'policies.yaml is missing: without it nobody can be called.',
  };
  return { problems: [{ file: policiesFileName, line: 1, column: 1, path: '', code: 'policies.missing', message }] };
}

function clashes({ playbook }: Read, earlier: readonly Read[]): Finding[] {
  return (['id', 'number'] as const).flatMap((field): Finding[] => {
    const other = earlier.find((one) => one.playbook[field] === playbook[field]);
    if (!other) return [];
    const message = {
      zh: `“${playbook[field]}”已被 ${other.file} 使用。`,
      en: `"${playbook[field]}" is already used by ${other.file}.`,
    };
    return [{ path: [field], code: `playbook.same_${field}`, message }];
  });
}

function unknownPolicies(playbook: Playbook, policies: readonly EscalationPolicy[]): Finding[] {
  const known = policies.map(({ id }) => id);
  const named: { path: (string | number)[]; policy: string }[] = [
    ...(playbook.escalate ? [{ path: ['escalate', 'policy'], policy: playbook.escalate.policy }] : []),
    { path: ['overdue-policy'], policy: playbook.overduePolicy },
    ...playbook.steps.flatMap(({ escalate }, index) =>
      escalate ? [{ path: ['steps', index, 'escalate', 'policy'], policy: escalate.policy }] : [],
    ),
  ];
  return named
    .filter(({ policy }) => !known.includes(policy))
    .map(({ path, policy }) => unknownWord(path, 'policy.unknown', policy, known, { zh: '升级规则', en: 'policy' }));
}
