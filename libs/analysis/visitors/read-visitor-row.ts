import type { Localized } from '@zenmeban/domain/engine';
import { dayAdvice, readDay, type TableRow } from '@zenmeban/spreadsheet';
import { figureProblems } from './figure-problems';
import type { VisitorField } from './visitor-columns';

/** What rows are read for: the sites they may name, by code, and the day it is there. */
export type Readable<Site> = {
  readonly sites: ReadonlyMap<string, { readonly site: Site; readonly today: string }>;
  /** Of rows that name none; null when every row must. */
  readonly usual: string | null;
};

export type RowProblem = { readonly field: VisitorField; readonly message: Localized };
export type ReadRow<Site> = { readonly site: Site; readonly day: string; readonly visitors: number };

/** Reads one row and tells everything that is wrong in it. */
export function readVisitorRow<Site>(
  { cells }: TableRow<VisitorField>,
  { sites, usual }: Readable<Site>,
): ReadRow<Site> | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const complain = (field: VisitorField, message: Localized) => problems.push({ field, message });
  const text = (field: VisitorField) => cells.get(field) ?? '';
  const code = text('site') === '' ? usual : text('site').normalize('NFKC').toUpperCase();
  const here = code === null ? undefined : sites.get(code);
  if (code === null) complain('site', noSite);
  else if (!here) complain('site', unknownSite(shortened(code)));
  const day = readDay(text('day'));
  if (text('day') === '') complain('day', { zh: '日期为空，请填写。', en: 'The day is empty. Fill it in.' });
  else if (day === undefined) complain('day', quoted(text('day'), dayAdvice));
  const visitors = readCount(text('visitors'));
  if (text('visitors') === '') complain('visitors', noCount);
  else if (visitors === undefined) complain('visitors', quoted(text('visitors'), countAdvice));
  for (const { path, message } of figureProblems(
    '',
    { day: day ?? '2000-01-01', visitors: visitors ?? 0 },
    here?.today ?? '9999-12-31',
  ))
    complain(path === 'day' ? 'day' : 'visitors', message);
  if (problems.length > 0 || !here || day === undefined || visitors === undefined) return { problems };
  return { site: here.site, day, visitors };
}

/** `1234`, `1,234`, `１２３４`, `-3`, `12.5`; undefined for what is no number. Whether it can be is asked elsewhere. */
function readCount(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d)[,' ](?=\d{3}(\D|$))/g, '');
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined;
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const quoted = (text: string, { zh, en }: Localized): Localized => ({
  zh: `“${shortened(text)}”：${zh}`,
  en: `"${shortened(text)}": ${en}`,
});

const noSite: Localized = { zh: '缺少案场代码，请填写。', en: 'The site is missing. Write its code.' };
const unknownSite = (code: string): Localized => ({
  zh: `没有案场 ${code}，或您不能填写这个案场的人数。`,
  en: `There is no site ${code}, or you may not enter its visitors.`,
});
const noCount: Localized = {
  zh: '人数为空；没有统计的日子请删去这一行。',
  en: 'The figure is empty. Take out the rows of days on which nobody counted.',
};
const countAdvice: Localized = { zh: '请只写数字，如 128。', en: 'write a number alone, like 128.' };
