import { DomainError, type FieldProblem } from '@zenmeban/domain/engine';
import { type ColumnOf, type Columns, fieldOf } from './columns';
import { csvLines } from './csv-lines';
import { isZip, readText, UnreadableFile } from './read-text';
import { type CellValue, numberText, readWorkbook, textOf } from './read-workbook';

/** A row of a table: its number as the spreadsheet counts, and its texts by column, trimmed. */
export type TableRow<Field extends string> = { readonly row: number; readonly cells: ReadonlyMap<Field, string> };

/** Also the header a column has in the file, to name it by. */
export type Table<Field extends string> = {
  readonly rows: readonly TableRow<Field>[];
  readonly headers: ReadonlyMap<Field, string>;
};

const mostRows = 5_000;

/**
 * Reads a table from an .xlsx or .csv file by the headers of its first line.
 * Throws `import.unreadable` for a file that is neither, `import.columns` with every column that is missing or unknown.
 * @param mayMiss columns that this table may leave out though they are needed elsewhere
 */
export async function readTable<Field extends string>(
  name: string,
  bytes: Buffer,
  columns: Columns<Field>,
  mayMiss: readonly Field[] = [],
): Promise<Table<Field>> {
  const lines = await linesOf(name, bytes);
  const [header, ...rest] = lines.filter(({ record }) => record.some((cell) => textOf(cell).trim() !== ''));
  if (!header) throw unreadable(`${name} 没有内容。`, `${name} has no rows.`);
  if (rest.length > mostRows)
    throw unreadable(`一次最多导入 ${mostRows} 行。`, `Import at most ${mostRows} rows at a time.`);
  const titles = header.record.map((cell) => textOf(cell).trim());
  const fields = titles.map((title) => fieldOf(columns, title));
  const problems = [...unknownColumns(titles, fields), ...missingColumns(columns, fields, mayMiss)];
  if (problems.length > 0) throw wrongColumns(problems);
  return {
    headers: new Map(fields.flatMap((field, index) => (field ? [[field, titles[index] ?? field]] : []))),
    rows: rest.map(({ row, record }) => ({
      row,
      cells: new Map(
        fields.flatMap((field, index) => (field ? [[field, cellText(columns[field], record[index])]] : [])),
      ),
    })),
  };
}

type Line = { row: number; record: CellValue[] };

async function linesOf(name: string, bytes: Buffer): Promise<Line[]> {
  try {
    if (isZip(bytes)) return (await readWorkbook(name, bytes)).map((record, index) => ({ row: index + 1, record }));
    return csvLines(name, readText(name, bytes)).map(({ record, info }) => ({ row: info.lines, record }));
  } catch (error) {
    if (error instanceof UnreadableFile) throw unreadable(error.sentence.zh, error.sentence.en);
    throw error;
  }
}

const cellText = ({ isNumber }: ColumnOf, value: CellValue): string =>
  (isNumber ? numberText(value) : textOf(value)).trim();

const unreadable = (zh: string, en: string) => new DomainError('invalid', 'import.unreadable', { zh, en });

const wrongColumns = (problems: readonly FieldProblem[]) =>
  new DomainError(
    'invalid',
    'import.columns',
    {
      zh: '表头不正确，请看各项说明，或使用模板。',
      en: 'The first line is not right; see each column, or use the template.',
    },
    problems,
  );

const missingColumns = <Field extends string>(
  columns: Columns<Field>,
  fields: readonly (Field | undefined)[],
  mayMiss: readonly Field[],
): FieldProblem[] =>
  (Object.keys(columns) as Field[])
    .filter((field) => columns[field].needed && !mayMiss.includes(field) && !fields.includes(field))
    .map((field) => ({
      path: field,
      code: 'missing',
      message: {
        zh: `缺少“${columns[field].headers.find((header) => /\p{Script=Han}/u.test(header)) ?? field}”列，请加到首行。`,
        en: `The column "${field}" is missing. Add it to the first line.`,
      },
    }));

const unknownColumns = (titles: readonly string[], fields: readonly (string | undefined)[]): FieldProblem[] =>
  titles
    .filter((title, index) => fields[index] === undefined && title !== '')
    .map((title) => ({
      path: title,
      code: 'unknown',
      message: {
        zh: `不认识“${title}”列，请删除或改名。`,
        en: `The column "${title}" is not known. Remove or rename it.`,
      },
    }));
