import { parse } from 'csv-parse/sync';
import { UnreadableFile } from './read-text';

/** One record with the number of its line in the file, from 1. */
export type CsvLine = { readonly record: string[]; readonly info: { readonly lines: number } };

/**
 * The records of a CSV file: comma, semicolon or tab; quoted fields; empty lines skipped.
 * @throws UnreadableFile when the quotes do not match, so that no row can be trusted
 */
export function csvLines(name: string, text: string): CsvLine[] {
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
    }) as unknown as CsvLine[];
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new UnreadableFile(`${name} 不是规范的 CSV 文件：${why}`, `${name} is not a proper CSV file: ${why}`);
  }
}
