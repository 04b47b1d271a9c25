/** A file that cannot be read at all; one sentence says why and what to do. */
export class UnreadableFile extends Error {}

const largestFile = 10 * 1024 * 1024;

/**
 * The text of a file that must be UTF-8, without its byte order mark.
 * @throws UnreadableFile for another encoding (Excel in China writes GBK unless told otherwise), a binary or a huge file
 */
export function readText(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableFile(`${name} is empty.`);
  if (bytes.length > largestFile)
    throw new UnreadableFile(`${name} is larger than 10 MB. Split it into several files.`);
  const start = bytes.subarray(0, 4);
  if (start[0] === 0x50 && start[1] === 0x4b)
    throw new UnreadableFile(`${name} is a workbook, not text. In Excel choose "Save as", "CSV UTF-8".`);
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    throw new UnreadableFile(`${name} is UTF-16. ${saveAsUtf8}`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new UnreadableFile(`${name} is not a text file.`);
    return text;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      isGbk(bytes) ? `${name} is GBK, not UTF-8. ${saveAsUtf8}` : `${name} is not UTF-8. ${saveAsUtf8}`,
    );
  }
}

const saveAsUtf8 =
  'Save it again as UTF-8 (Excel: "Save as", "CSV UTF-8"; 请在 Excel 中“另存为”→“CSV UTF-8”) and import that.';

/** GB 18030 accepts almost anything, hence: it decodes, and Chinese characters come out. */
function isGbk(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
