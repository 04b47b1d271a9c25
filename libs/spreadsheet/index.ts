export { canonicalHeader, type Columns, fieldOf } from './columns';
export { csvLines, type CsvLine } from './csv-lines';
export { dayAdvice, readDay } from './read-day';
export { readTable, type Table, type TableRow } from './read-table';
export { readText, UnreadableFile } from './read-text';
