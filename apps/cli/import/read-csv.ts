import { csvLines, type CsvLine, UnreadableFile } from '@zenmeban/spreadsheet';
import { type Cell, columns, fieldOf, type Kind, type Row, type RowProblem } from './table';

/**
 * The rows of a CSV file (comma, semicolon or tab; quoted fields; empty lines skipped) by the headers of its first line.
 * @throws UnreadableFile when the quotes do not match, so that no row can be trusted
 */
export function readCsv(name: string, text: string, kind: Kind): { rows: Row[]; problems: RowProblem[] } {
  const [header, ...lines] = csvLines(name, text);
  if (!header) throw new UnreadableFile(`${name} 没有内容。`, `${name} has no rows.`);
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

function rowOf({ record, info }: CsvLine, fields: readonly (string | undefined)[]): Row {
  const cells = new Map<string, Cell>();
  fields.forEach((field, index) => {
    if (field)
      cells.set(field, { text: (record[index] ?? '').trim(), position: { row: info.lines, column: index + 1 } });
  });
  return { position: { row: info.lines, column: 1 }, cells };
}

const known = (kind: Kind) =>
  Object.values(columns[kind])
    .map(({ headers }) => headers.slice(0, 2).join(' / '))
    .join(', ');
