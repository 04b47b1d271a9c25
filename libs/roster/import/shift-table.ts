import { DomainError, type FieldProblem } from '@zenmeban/domain/engine';
import { csvLines } from './csv-lines';
import { isZip, readText, UnreadableFile } from './read-text';
import { readWorkbook } from './read-workbook';
import { shiftColumns, type ShiftField, shiftFieldOf } from './shift-columns';

/** A row of a table of shifts: its number as the spreadsheet counts, and its texts by column. */
export type ShiftRow = { readonly row: number; readonly cells: ReadonlyMap<ShiftField, string> };

/** Also the header a column has in the file, to name it by. */
export type ShiftTable = { readonly rows: readonly ShiftRow[]; readonly headers: ReadonlyMap<ShiftField, string> };

const mostRows = 5_000;

/**
 * Reads a table of shifts of one site from an .xlsx or .csv file; the column of the site may be missing.
 * Throws `import.unreadable` for a file that is neither, `import.columns` with every column that is missing or unknown.
 */
export async function readShiftTable(name: string, bytes: Buffer): Promise<ShiftTable> {
  const lines = await linesOf(name, bytes);
  const [header, ...rest] = lines.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  if (!header) throw unreadable(`${name} 没有内容。`, `${name} has no rows.`);
  if (rest.length > mostRows)
    throw unreadable(`一次最多导入 ${mostRows} 行。`, `Import at most ${mostRows} rows at a time.`);
  const fields = header.record.map(shiftFieldOf);
  const problems = [...unknownColumns(header.record, fields), ...missingColumns(fields)];
  if (problems.length > 0)
    throw new DomainError(
      'invalid',
      'import.columns',
      {
        zh: '表头不正确，请看各项说明，或使用模板。',
        en: 'The first line is not right; see each column, or use the template.',
      },
      problems,
    );
  return {
    headers: new Map(fields.flatMap((field, index) => (field ? [[field, header.record[index] ?? field]] : []))),
    rows: rest.map(({ row, record }) => ({
      row,
      cells: new Map(fields.flatMap((field, index) => (field ? [[field, (record[index] ?? '').trim()]] : []))),
    })),
  };
}

type Line = { row: number; record: string[] };

async function linesOf(name: string, bytes: Buffer): Promise<Line[]> {
  try {
    if (isZip(bytes)) return (await readWorkbook(name, bytes)).map((record, index) => ({ row: index + 1, record }));
    return csvLines(name, readText(name, bytes)).map(({ record, info }) => ({ row: info.lines, record }));
  } catch (error) {
    if (error instanceof UnreadableFile) throw unreadable(error.sentence.zh, error.sentence.en);
    throw error;
  }
}

const unreadable = (zh: string, en: string) => new DomainError('invalid', 'import.unreadable', { zh, en });

const needed = (Object.keys(shiftColumns) as ShiftField[]).filter((field) => field !== 'site');

const missingColumns = (fields: readonly (ShiftField | undefined)[]): FieldProblem[] =>
  needed
    .filter((field) => !fields.includes(field))
    .map((field) => ({
      path: field,
      code: 'missing',
      message: {
        zh: `缺少“${shiftColumns[field].headers.find((header) => /\p{Script=Han}/u.test(header)) ?? field}”列，请加到首行。`,
        en: `The column "${field}" is missing. Add it to the first line.`,
      },
    }));

const unknownColumns = (titles: readonly string[], fields: readonly (ShiftField | undefined)[]): FieldProblem[] =>
  titles
    .filter((title, index) => fields[index] === undefined && title.trim() !== '')
    .map((title) => ({
      path: title.trim(),
      code: 'unknown',
      message: {
        zh: `不认识“${title.trim()}”列，请删除或改名。`,
        en: `The column "${title.trim()}" is not known. Remove or rename it.`,
      },
    }));
