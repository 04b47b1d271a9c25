import { type Localized, type Post, postNames, posts } from '@zenmeban/domain/engine';
import { dayAdvice, readDay } from '@zenmeban/spreadsheet';
import { postOf, type ShiftField } from './shift-columns';

/** Where something stands in the file, both from 1. */
export type Position = { readonly row: number; readonly column: number };

/** What a row of shifts says, checked by itself; whether site and person exist is for the plan to say. */
export type ShiftDraft = {
  position: Position;
  site: string;
  /** Lower case. */
  email: string;
  post: Post;
  /** Local at the site: `2026-11-23`, `22:00`, `06:00`; an end not after the start is on the next day. */
  date: string;
  start: string;
  end: string;
};

export type CellProblem = { readonly field: ShiftField; readonly message: Localized };

/** How one column is read, and what to do where that fails. */
export type Reading = { readonly read: (text: string) => string | undefined; readonly advice: Localized };

/**
 * Reads one row and tells everything that is wrong in it.
 * @param cellOf the text of a column as written
 * @param person how a person is found from what is written: by address, or where all are known also by name
 */
export function readShiftRow(
  position: Position,
  cellOf: (field: ShiftField) => string,
  person: Reading = byAddress,
): { draft: ShiftDraft } | { problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const parsed = (field: ShiftField, { read, advice }: Reading): string => {
    const text = cellOf(field);
    const fail = (zh: string, en: string) => problems.push({ field, message: { zh, en } });
    const value = text === '' ? undefined : read(text);
    if (text === '') fail(`${names[field]}为空，请填写。`, `${field} is empty. Fill it in.`);
    else if (text.length > 200) fail(`${names[field]}超过 200 个字符。`, `${field} is longer than 200 characters.`);
    else if (/[\p{Cc}\p{Cs}]/u.test(text))
      fail(`${names[field]}含有无法显示的字符。`, `${field} contains a character that cannot be shown.`);
    else if (value === undefined) fail(`${names[field]}“${text}”：${advice.zh}`, `${field} "${text}": ${advice.en}`);
    return value ?? '';
  };
  const draft = {
    position,
    site: parsed('site', bySiteCode),
    email: parsed('person', person),
    post: postOf(parsed('post', byPost)) ?? 'reception',
    date: parsed('date', byDate),
    start: parsed('start', byTime('08:00')),
    end: parsed('end', byTime('17:30')),
  };
  return problems.length > 0 ? { problems } : { draft };
}

const names: Readonly<Record<ShiftField, string>> = {
  ...{ site: '案场', person: '人员', post: '岗位', date: '日期', start: '开始', end: '结束' },
};

export const siteCode = (text: string): string | undefined =>
  /^[A-Z][A-Z0-9]{1,9}$/.test(text.toUpperCase()) ? text.toUpperCase() : undefined;

export const siteCodeAdvice: Localized = {
  zh: '案场代码由 2 到 10 位字母和数字组成，以字母开头，如 BJ1。',
  en: 'a site code has 2 to 10 letters and digits and begins with a letter, like BJ1.',
};

/** An address in lower case; undefined when it is none. */
export const mailAddress = (text: string): string | undefined =>
  text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text) ? text.toLowerCase() : undefined;

const bySiteCode: Reading = { read: siteCode, advice: siteCodeAdvice };
const byAddress: Reading = {
  read: mailAddress,
  advice: { zh: '请填写此人的邮箱地址。', en: 'write the e-mail address of the person.' },
};
const byPost: Reading = {
  read: postOf,
  advice: {
    zh: `岗位可以是${posts.map((post) => postNames[post].zh).join('、')}。`,
    en: `posts are ${posts.map((post) => postNames[post].en).join(', ')}.`,
  },
};
const byDate: Reading = { read: readDay, advice: dayAdvice };
const byTime = (like: string): Reading => ({
  read: localTime,
  advice:
    like === '08:00'
      ? { zh: '请写成 08:00 这样的时间。', en: 'write a time like 08:00.' }
      : {
          zh: '请写成 17:30 这样的时间；早于开始时间表示次日。',
          en: 'write a time like 17:30; an end before the start is on the next day.',
        },
});

/** `8:00`, `08:00`, `８：００` → `08:00`; `24:00` is the end of the day. */
function localTime(text: string): string | undefined {
  const parts = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text.normalize('NFKC'));
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
