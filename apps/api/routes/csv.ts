/** One line of a CSV file (RFC 4180). */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** What a spreadsheet would take for a formula begins with one of these, also in full width. */
const formula = /^\s*[=+\-@\t\r\0＝＋－＠]/;

/** A cell that is text wherever it is opened. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
