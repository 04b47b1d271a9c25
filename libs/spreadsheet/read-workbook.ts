import { readSheet } from 'read-excel-file/node';
import { UnreadableFile } from './read-text';

/** A cell as Excel has it. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** Unpacked, a workbook may be so large; what claims more is refused unread. */
const largestUnpacked = 20 * 1024 * 1024;

/**
 * The first sheet of a workbook, row by row.
 * @throws UnreadableFile for what is no workbook, or too large
 */
export async function readWorkbook(name: string, bytes: Buffer): Promise<CellValue[][]> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) throw notAWorkbook(name);
  if (unpacked > largestUnpacked)
    throw new UnreadableFile(
      `${name} 解压后过大，请分成几个文件。`,
      `${name} is too large. Split it into several files.`,
    );
  try {
    return (await readSheet(bytes)) as CellValue[][];
  } catch {
    throw notAWorkbook(name);
  }
}

const notAWorkbook = (name: string) =>
  new UnreadableFile(
    `${name} 无法作为 .xlsx 工作簿读取，请在 Excel 中重新另存为 .xlsx。`,
    `${name} cannot be read as an .xlsx workbook. Save it again as .xlsx.`,
  );

const dayMs = 86_400_000;
/** Day 0 of Excel; the first days of 1900 are off by one there, which no day of this century meets. */
const excelEpochMs = Date.UTC(1899, 11, 30);
/** 2000-01-01 and 2099-12-31 as Excel counts days. */
const [firstDay, lastDay] = [36_526, 73_050];

/** A cell as text; a day or time as `2026-11-23` or `08:00`, whether Excel holds it as such, as a number, or as text. */
export function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return timeText((value.getTime() - excelEpochMs) / dayMs);
  if (typeof value === 'number') return isTimeOrDay(value) ? timeText(value) : String(value);
  return String(value).trim();
}

/** The same where a number is a number: 40,000 visitors are not a day in 2009. */
export const numberText = (value: CellValue): string => (typeof value === 'number' ? String(value) : textOf(value));

/** A fraction of a day, or a day of this century: what people mean by a number in a column of days or times. */
const isTimeOrDay = (value: number) => (value >= 0 && value <= 1) || (value >= firstDay && value <= lastDay);

/** Excel's number of days: a day where it is one of this century, else the time of day; to the minute. */
function timeText(days: number): string {
  const minutes = Math.round(days * 1_440);
  const iso = new Date(excelEpochMs + minutes * 60_000).toISOString();
  return days >= firstDay ? iso.slice(0, 10) : iso.slice(11, 16);
}

/** What the entries of a zip archive say they will be, together; null for what is no archive. */
function unpackedSize(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) return null;
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    size += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
}
