import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Localized } from '../engine';
import { type CheckProblem, clip, type Finding, formatPath, type Path } from './finding';
import { maxDepth, maxEntries, maxProblems, tooMuch } from './limits';

/** A file as plain data, and a way to say where in it a finding is. */
export type YamlFile = {
  readonly data: unknown;
  readonly locate: (findings: readonly Finding[]) => CheckProblem[];
};

/**
 * Reads YAML 1.2 without anything that lets a small text mean a large or surprising thing: aliases, anchors, tags,
 * directives, merge keys. At most 256 kB and 20 levels.
 */
export function readYaml(source: string, file: string): YamlFile | { readonly problems: CheckProblem[] } {
  const refused = tooMuch(source);
  if (refused) return { problems: [{ file, column: 1, path: '', ...refused }] };

  const lines = new LineCounter();
  const document = parse(source, lines);
  const problemAt = (offset: number, code: string, message: Localized): CheckProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path: '', code, message };
  };
  const problems = [
    ...[...document.errors, ...document.warnings].slice(0, maxProblems).map(({ pos, message }) =>
      problemAt(pos[0], 'yaml.invalid', {
        zh: `YAML 写法有误：${message}`,
        en: `This is not valid YAML: ${message}`,
      }),
    ),
    ...(document.directives?.yaml.explicit ? [problemAt(0, 'yaml.directive', notAllowed.directive)] : []),
    ...forbidden(document.contents, 1).map(({ offset, code, message }) => problemAt(offset, code, message)),
  ];
  if (problems.length > 0) return { problems: problems.slice(0, maxProblems) };
  return {
    data: document.toJS({ maxAliasCount: 0 }),
    locate: (findings) =>
      findings.map(({ path, on, code, message, suggestion }) => ({
        ...problemAt(offsetOf(document, path, on), code, message),
        path: formatPath(path),
        ...(suggestion !== undefined && { suggestion }),
      })),
  };
}

/** Without stack traces, of which a broken file would cost thousands. */
function parse(source: string, lineCounter: LineCounter): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(source, {
      version: '1.2',
      schema: 'core',
      stringKeys: true,
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter,
      logLevel: 'error',
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

type Forbidden = { readonly offset: number; readonly code: string; readonly message: Localized };

function forbidden(node: unknown, depth: number): Forbidden[] {
  if (!isNode(node)) return [];
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node)) return [{ offset, code: 'yaml.alias', message: notAllowed.alias }];
  if (depth > maxDepth) return [{ offset, code: 'file.too_deep', message: notAllowed.deeper }];
  const own = [
    ...('anchor' in node && node.anchor ? [{ offset, code: 'yaml.anchor', message: notAllowed.alias }] : []),
    ...(node.tag ? [{ offset, code: 'yaml.tag', message: notAllowed.tag }] : []),
  ];
  if (!isCollection(node)) return own;
  if (node.items.length > maxEntries) return [{ offset, code: 'file.too_much', message: notAllowed.longer }];
  if (!isMap(node)) return [...own, ...node.items.flatMap((item) => forbidden(item, depth + 1))];
  const seen = new Set<string>();
  const inside = node.items.flatMap(({ key, value }): Forbidden[] => {
    const name = isScalar(key) ? String(key.value) : '';
    const twice = seen.has(name);
    seen.add(name);
    const again = { offset: rangeStart(key), code: 'yaml.duplicate', message: duplicate(name) };
    return [...(twice ? [again] : []), ...forbidden(key, depth + 1), ...forbidden(value, depth + 1)];
  });
  return [...own, ...inside];
}

/** Where `path` begins, or the nearest thing around it that exists. A single value stands for a list of one. */
function offsetOf(document: Document, path: Path, on?: 'key'): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const [index, part] of path.entries()) {
    if (isMap(node) && part === 0) continue;
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === part) : undefined;
    const next = pair ? (pair.value ?? pair.key) : isMap(node) ? undefined : node.get(part, true);
    if (!next) break;
    offset = rangeStart(pair && on === 'key' && index === path.length - 1 ? pair.key : next);
    node = next;
  }
  return offset;
}

const rangeStart = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0);

const duplicate = (name: string): Localized => ({
  zh: `“${clip(name)}”写了两次，只留一个。`,
  en: `"${clip(name)}" is given twice; keep one.`,
});

const notAllowed = {
  alias: {
    zh: '预案里不能用锚点和别名（& 和 *）；若是文字，请加引号。',
    en: 'Anchors and aliases (& and *) are not allowed; put the text in quotes if it is one.',
  },
  tag: {
    zh: '预案里不能用标签（!）；若是文字，请加引号。',
    en: 'Tags (!) are not allowed; put the text in quotes if it is one.',
  },
  directive: { zh: '预案里不能用 %YAML 指令。', en: 'A %YAML directive is not allowed.' },
  deeper: { zh: `嵌套太深，最多 ${maxDepth} 层。`, en: `Nested too deeply: at most ${maxDepth} levels.` },
  longer: { zh: `这里的条目太多，最多 ${maxEntries} 个。`, en: `Too many entries here: at most ${maxEntries}.` },
} satisfies Record<string, Localized>;
