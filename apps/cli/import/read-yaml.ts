import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import {
  type Cell,
  columns,
  fieldOf,
  type Kind,
  kinds,
  type Position,
  type Row,
  type RowProblem,
  type Tables,
} from './table';

/** The sections of a YAML file; every scalar stays the text it was written as (`08:00`, `007`). */
export function readYaml(text: string): { tables: Tables; problems: RowProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true });
  const problems: RowProblem[] = [];
  const at = (offset: number | undefined): Position => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { row: Math.max(1, line), column: Math.max(1, col) };
  };
  const complain = (node: unknown, message: string) => problems.push({ position: at(startOf(node)), message });
  for (const error of document.errors)
    problems.push({ position: at(error.pos[0]), message: error.message.split('\n', 1)[0] ?? 'is not YAML' });
  visit(document, (_key, node) => {
    if (isAlias(node)) complain(node, 'references (*name) are not read here. Write the value out.');
  });
  if (problems.length > 0) return { tables: {}, problems };

  const tables: Tables = {};
  const root = document.contents;
  if (!isMap(root)) {
    complain(root, `the file must have sections: ${kinds.join(', ')}.`);
    return { tables, problems };
  }
  for (const { key, value } of root.items) {
    const kind = kinds.find((known) => known === textOf(key));
    if (!kind) complain(key, `the section "${textOf(key)}" is not known. Known are: ${kinds.join(', ')}.`);
    else if (!isSeq(value)) complain(value ?? key, `${kind} must be a list (lines that begin with "- ").`);
    else tables[kind] = value.items.flatMap((item) => rowOf(kind, item, at, complain) ?? []);
  }
  return { tables, problems };
}

function rowOf(
  kind: Kind,
  item: unknown,
  at: (offset: number | undefined) => Position,
  complain: (node: unknown, message: string) => void,
): Row | undefined {
  if (!isMap(item)) {
    complain(item, `an entry of ${kind} has fields: ${Object.keys(columns[kind]).join(', ')}.`);
    return undefined;
  }
  const cells = new Map<string, Cell>();
  const take = (name: string, node: unknown, key: unknown) => {
    const field = fieldOf(kind, name);
    const text = isSeq(node) ? node.items.map(textOf).join('; ') : textOf(node);
    if (!field)
      complain(key, `"${name}" is not a field of ${kind}. Fields are: ${Object.keys(columns[kind]).join(', ')}.`);
    else cells.set(field, { text: text.trim(), position: at(startOf(node) ?? startOf(key)) });
  };
  for (const { key, value } of item.items)
    if (isMap(value))
      for (const inner of value.items) take(`${textOf(key)} ${textOf(inner.key)}`, inner.value, inner.key);
    else take(textOf(key), value, key);
  return { position: at(startOf(item)), cells };
}

const textOf = (node: unknown): string => (isScalar(node) && typeof node.value === 'string' ? node.value : '');
const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
