import { parse } from 'csv-parse/sync';
import { type Cell, columns, fieldOf, type Kind, type Row, type RowProblem } from './table';
import { UnreadableFile } from './read-text';

type Line = { readonly record: string[]; readonly info: { readonly lines: number } };

/**
 * The rows of a CSV file (comma, semicolon or tab; quoted fields; empty lines skipped) by the headers of its first line.
 * @throws UnreadableFile when the quotes do not match, so that no row can be trusted
 */
export function readCsv(name: string, text: string, kind: Kind): { rows: Row[]; problems: RowProblem[] } {
  const [header, ...lines] = parseLines(name, text);
  if (!header) throw new UnreadableFile(`${name} has no rows.`);
  const problems: RowProblem[] = [];
  const fields = header.record.map((title, index) => {
    const field = fieldOf(kind, title);
    if (!field && title.trim() !== '')
      problems.push({
        position: { row: header.info.lines, column: index + 1 },
        message: `the column "${title.trim()}" is not known for ${kind}. Known are: ${known(kind)}.`,
      });
    return field;
  });
  for (const [field, { needed, headers }] of Object.entries(columns[kind]))
    if (needed && !fields.includes(field))
      problems.push({
        position: { row: header.info.lines, column: 1 },
        message: `the column "${headers[0] ?? field}" is missing. Add it to the first line.`,
      });
  return { rows: problems.length > 0 ? [] : lines.map((line) => rowOf(line, fields)), problems };
}

function rowOf({ record, info }: Line, fields: readonly (string | undefined)[]): Row {
  const cells = new Map<string, Cell>();
  fields.forEach((field, index) => {
    if (field)
      cells.set(field, { text: (record[index] ?? '').trim(), position: { row: info.lines, column: index + 1 } });
  });
  return { position: { row: info.lines, column: 1 }, cells };
}

function parseLines(name: string, text: string): Line[] {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t', '，'].reduce((best, candidate) =>
    firstLine.split(candidate).length > firstLine.split(best).length ? candidate : best,
  );
  try {
    return parse(text, {
      delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Line[];
  } catch (error) {
    throw new UnreadableFile(`${name} is not a proper CSV file: ${error instanceof Error ? error.message : ''}`);
  }
}

const known = (kind: Kind) =>
  Object.values(columns[kind])
    .map(({ headers }) => headers.slice(0, 2).join(' / '))
    .join(', ');
