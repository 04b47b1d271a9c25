import type { Localized } from '@zenmeban/domain/engine';

/** A file that cannot be read at all; one sentence says why and what to do. Its message is the English one. */
export class UnreadableFile extends Error {
  readonly sentence: Localized;

  constructor(zh: string, en: string) {
    super(en);
    this.sentence = { zh, en };
  }
}

const largestFile = 10 * 1024 * 1024;

/** Whether the bytes begin as every zip archive does, a workbook among them. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The text of a file that must be UTF-8, without its byte order mark.
 * @throws UnreadableFile for another encoding (Excel in China writes GBK unless told otherwise), a binary or a huge file
 */
export function readText(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableFile(`${name} 是空文件。`, `${name} is empty.`);
  if (bytes.length > largestFile)
    throw new UnreadableFile(
      `${name} 超过 10 MB，请分成几个文件。`,
      `${name} is larger than 10 MB. Split it into several files.`,
    );
  if (isZip(bytes))
    throw new UnreadableFile(
      `${name} 是工作簿而不是文本，请在 Excel 中“另存为”→“CSV UTF-8”。`,
      `${name} is a workbook, not text. In Excel choose "Save as", "CSV UTF-8".`,
    );
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw otherEncoding(name, 'UTF-16', '');
  if (bytes.includes(0)) throw new UnreadableFile(`${name} 不是文本文件。`, `${name} is not a text file.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw isGbk(bytes) ? otherEncoding(name, 'GBK', ', not UTF-8') : notUtf8(name);
  }
}

const saveAsUtf8 =
  'Save it again as UTF-8 (Excel: "Save as", "CSV UTF-8"; 请在 Excel 中“另存为”→“CSV UTF-8”) and import that.';
const saveAsUtf8InChinese = '请在 Excel 中“另存为”→“CSV UTF-8”，再导入。';

const otherEncoding = (name: string, encoding: string, more: string) =>
  new UnreadableFile(
    `${name} 的编码是 ${encoding}。${saveAsUtf8InChinese}`,
    `${name} is ${encoding}${more}. ${saveAsUtf8}`,
  );
const notUtf8 = (name: string) =>
  new UnreadableFile(`${name} 不是 UTF-8 编码。${saveAsUtf8InChinese}`, `${name} is not UTF-8. ${saveAsUtf8}`);

/** GB 18030 accepts almost anything, hence: it decodes, and Chinese characters come out. */
function isGbk(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
