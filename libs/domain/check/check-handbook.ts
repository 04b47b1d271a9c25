import { DomainError, type Playbook } from '../engine';
import { type CheckProblem, type Finding, inOrder } from './finding';
import { readPlaybook } from './read-playbook';
import type { YamlFile } from './read-yaml';
import {
  type EverydayWords,
  isPlaybookFile,
  readEverydayWords,
  readSharedFiles,
  type SharedFiles,
} from './shared-files';

export type SourceFile = { readonly name: string; readonly source: string };

/** All playbooks of a house with what they share, checked alone and together. */
export type Handbook = SharedFiles & {
  readonly words: EverydayWords;
  readonly playbooks: readonly { readonly file: string; readonly playbook: Playbook }[];
};

type Read = { readonly file: string; readonly playbook: Playbook; readonly locate: YamlFile['locate'] };

/**
 * Checks every file of the folder, those that playbooks share (`policies.yaml`, `taxonomy.yaml`, `registers.yaml`)
 * among them.
 * @throws DomainError `playbooks.invalid` with all problems of all files, each path like `04-fall.yaml:12:5 steps[2].when`.
 */
export function checkHandbook(files: readonly SourceFile[]): Handbook {
  const { handbook, problems } = findProblems(files);
  if (handbook) return handbook;
  const fields = problems.map(({ file, line, column, path, code, message, suggestion }) => ({
    path: `${file}:${line}:${column} ${path}`.trim(),
    code,
    message: suggestion
      ? { zh: `${message.zh}是不是想写“${suggestion}”？`, en: `${message.en} Did you mean "${suggestion}"?` }
      : message,
  }));
  const sentence = {
    zh: `预案文件有 ${problems.length} 处要改正，没有载入任何预案。`,
    en: `The playbook files have ${problems.length} problem(s) to correct; nothing was loaded.`,
  };
  throw new DomainError('invalid', 'playbooks.invalid', sentence, fields);
}

/** Every problem of every file; the handbook when there is none. Never throws. */
export function findProblems(files: readonly SourceFile[]): {
  readonly handbook: Handbook | null;
  readonly problems: readonly CheckProblem[];
} {
  const { shared, problems: sharedProblems } = readSharedFiles(files);
  const { playbooks, problems: own } = checkPlaybooks(
    files.filter(({ name }) => isPlaybookFile(name)),
    shared,
  );
  const ids = shared && own.length === 0 ? playbooks.map(({ playbook }) => playbook.id) : null;
  const { words, problems: ofWords } = readEverydayWords(files, ids);
  const problems = [...sharedProblems, ...own, ...ofWords];
  return { handbook: shared && problems.length === 0 ? { ...shared, playbooks, words } : null, problems };
}

/** Checks playbooks alone and together: ids and numbers are unique. Without `shared` only their shape. */
export function checkPlaybooks(
  files: readonly SourceFile[],
  shared: SharedFiles | null,
): { readonly playbooks: Handbook['playbooks']; readonly problems: readonly CheckProblem[] } {
  const read: Read[] = [];
  const problems: CheckProblem[] = [];
  for (const { name, source } of files) {
    const result = readPlaybook(source, name, shared);
    if ('problems' in result) problems.push(...result.problems);
    else read.push({ file: name, ...result });
  }
  for (const [index, one] of read.entries()) {
    problems.push(...inOrder(one.locate(clashes(one, read.slice(0, index)))));
  }
  return { playbooks: read.map(({ file, playbook }) => ({ file, playbook })), problems };
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
