import { readText, UnreadableFile } from '@zenmeban/spreadsheet';
import type { DataSource } from 'typeorm';
import { applyPlan } from './apply';
import { checkRows } from './check-rows';
import { makePlan, type Plan } from './plan';
import { readCsv } from './read-csv';
import { readYaml } from './read-yaml';
import { type Kind, kinds, type RowProblem, type Tables } from './table';

export type ImportResult =
  | { readonly ok: true; readonly plan: Plan }
  /** Every problem as `file:row:column: what is wrong and what to do`, in the order of the file; nothing was written. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type ImportOrder = {
  /** For the messages; its ending decides how the file is read. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a CSV file holds; a YAML file says so itself. */
  readonly kind?: Kind;
  readonly dryRun: boolean;
};

/** Imports one file in one transaction, or tells everything that is wrong with it. Doing it again changes nothing. */
export async function importFile(source: DataSource, order: ImportOrder): Promise<ImportResult> {
  try {
    const read = readTables(order);
    const checked = checkRows(read.tables);
    const wrong = [...read.problems, ...checked.problems];
    return await source.transaction(async (tx) => {
      const { plan, problems } = await makePlan(tx, checked.drafts, mentioned(read.tables));
      const all = [...wrong, ...(read.problems.length > 0 ? [] : problems)];
      if (all.length > 0) return { ok: false, problems: sentences(order.name, all) };
      if (!order.dryRun) await applyPlan(tx, plan);
      return { ok: true, plan };
    });
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problems: [error.message] };
    throw error;
  }
}

function readTables({ name, bytes, kind }: ImportOrder): { tables: Tables; problems: RowProblem[] } {
  const text = readText(name, bytes);
  if (/\.ya?ml$/i.test(name)) return readYaml(text);
  if (!/\.(csv|tsv|txt)$/i.test(name))
    throw new UnreadableFile(`${name} 的扩展名应为 .csv、.yaml 或 .yml。`, `${name} must end in .csv, .yaml or .yml.`);
  if (!kind)
    throw new UnreadableFile(
      `请说明 ${name} 的内容：--kind ${kinds.join('|')}。`,
      `Say what ${name} holds: --kind ${kinds.join('|')}.`,
    );
  const { rows, problems } = readCsv(name, text, kind);
  return { tables: { [kind]: rows }, problems };
}

/** The codes and addresses the file defines, in rows right or wrong. */
const mentioned = (tables: Tables): Set<string> =>
  new Set([
    ...(tables.sites ?? []).map(({ cells }) => (cells.get('code')?.text ?? '').toUpperCase()),
    ...(tables.people ?? []).map(({ cells }) => (cells.get('email')?.text ?? '').toLowerCase()),
  ]);

const sentences = (name: string, problems: readonly RowProblem[]) =>
  [...problems]
    .sort((a, b) => a.position.row - b.position.row || a.position.column - b.position.column)
    .map(({ position, message }) => `${name}:${position.row}:${position.column}: ${message}`);
