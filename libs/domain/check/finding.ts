import type { Language, Localized } from '../engine';

/** Where something stands in a file, from its root. */
export type Path = readonly (string | number)[];

/** What is wrong at a path; `on: 'key'` points at the name of a field instead of its value. */
export type Finding = {
  readonly path: Path;
  readonly on?: 'key';
  readonly code: string;
  readonly message: Localized;
  /** The word that was probably meant. */
  readonly suggestion?: string;
};

/** A finding with its place in the file; `line` and `column` count from 1, `path` reads like `steps[2].when`. */
export type CheckProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: string;
  readonly message: Localized;
  readonly suggestion?: string;
};

export const formatPath = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');

/** From the top of the file to its end. */
export const inOrder = (problems: readonly CheckProblem[]): CheckProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** `04-fall.yaml:12:5 steps[2].when: There is no option …. Did you mean …?`, as editors and terminals jump to. */
export function problemInOneLine(problem: CheckProblem, language: Language = 'en'): string {
  const { file, line, column, path, message, suggestion } = problem;
  const guess =
    suggestion === undefined
      ? ''
      : language === 'zh'
        ? `是不是想写“${suggestion}”？`
        : ` Did you mean "${suggestion}"?`;
  return `${file}:${line}:${column} ${path ? `${path}: ` : ''}${message[language]}${guess}`;
}

/** A word that is not among those known, with the nearest of them. */
export function unknownWord(
  path: Path,
  code: string,
  word: string,
  known: readonly string[],
  what: Localized,
  on?: 'key',
): Finding {
  const suggestion = nearest(word, known);
  const list = { zh: known.slice(0, 30).join('、') || '（无）', en: known.slice(0, 30).join(', ') || '(none)' };
  return {
    path,
    code,
    message: {
      zh: `${what.zh}“${clip(word)}”不存在；可用的有：${list.zh}。`,
      en: `There is no ${what.en} "${clip(word)}"; there are: ${list.en}.`,
    },
    ...(on && { on }),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Enough of a word to recognise it. */
export const clip = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word);

/** The known word that differs least, if it differs by few letters. */
function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const reach = Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  const near = known.map((candidate) => ({
    candidate,
    letters: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  near.sort((a, b) => a.letters - b.letters);
  return near[0] && near[0].letters <= reach ? near[0].candidate : undefined;
}

/** Levenshtein: the fewest letters to insert, delete or replace. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const kept = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
