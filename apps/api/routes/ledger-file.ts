import type { Language, Localized } from '@zenmeban/domain/engine';
import type { LedgerLine } from '@zenmeban/notifications';
import { csvRow } from './csv';
import { channelWord, kindWord, stateWords } from './ledger-file-words';

type Column = { readonly title: Localized; readonly of: (line: LedgerLine, language: Language) => string };

const yes: Localized = { zh: '是', en: 'yes' };

/** To make one takes a hundred times as long as to use it, and a year has half a million times to write. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  clocks.set(timeZone, made);
  return made;
}

/** `2026-11-23 14:05:09`, which a spreadsheet takes for a moment, as the clocks at the site showed it. */
const time = (at: Date | null, { site }: LedgerLine) => (at ? clockIn(site.timeZone).format(at) : '');

/** In words for people; the codes of a line stand in the last columns, for programs. */
const columns: readonly Column[] = [
  { title: { zh: '事件', en: 'Incident' }, of: ({ incident }) => incident.reference },
  { title: { zh: '案场', en: 'Site' }, of: ({ site }, language) => site.name[language] },
  { title: { zh: '事由', en: 'About' }, of: (line, language) => kindWord(line, language) },
  { title: { zh: '级别', en: 'Level' }, of: ({ level }) => String(level ?? '') },
  { title: { zh: '渠道', en: 'Channel' }, of: ({ kind, channel }, language) => channelWord(kind, channel, language) },
  {
    title: { zh: '收件人', en: 'Recipient' },
    of: ({ recipient, channelName }) => recipient?.name ?? channelName ?? '',
  },
  { title: { zh: '应发时间', en: 'Planned' }, of: (line) => time(line.plannedAt, line) },
  { title: { zh: '承诺时间', en: 'Promised by' }, of: (line) => time(line.promisedBy, line) },
  { title: { zh: '首次发送', en: 'Sent' }, of: (line) => time(line.sentAt, line) },
  { title: { zh: '对方接收', en: 'Accepted' }, of: (line) => time(line.acceptedAt, line) },
  { title: { zh: '结果', en: 'Outcome' }, of: ({ state }, language) => stateWords[state][language] },
  { title: { zh: '迟到秒数', en: 'Seconds late' }, of: ({ lateSeconds }) => String(Math.round(lateSeconds * 10) / 10) },
  { title: { zh: '发送次数', en: 'Attempts' }, of: ({ attempts }) => String(attempts) },
  { title: { zh: '已补救', en: 'Repaired' }, of: ({ repaired }, language) => (repaired ? yes[language] : '') },
  { title: { zh: '响应时间', en: 'Acknowledged' }, of: (line) => time(line.acknowledgedAt, line) },
  { title: { zh: '响应人', en: 'Acknowledged by' }, of: ({ acknowledgedBy }) => acknowledgedBy?.name ?? '' },
  { title: { zh: '原因', en: 'Because' }, of: ({ because }, language) => because?.[language] ?? '' },
  { title: { zh: '时区', en: 'Time zone' }, of: ({ site }) => site.timeZone },
  { title: { zh: '事由代码', en: 'About (code)' }, of: ({ template }) => template },
  { title: { zh: '渠道代码', en: 'Channel (code)' }, of: ({ kind, channel }) => (kind === 'nobody' ? '' : channel) },
  { title: { zh: '结果代码', en: 'Outcome (code)' }, of: ({ state }) => state },
  { title: { zh: '呼叫原因代码', en: 'Reason of the call (code)' }, of: ({ reason }) => reason ?? '' },
];

/**
 * The lines as CSV with a byte order mark, by which Excel knows that it is UTF-8; times by the clocks of each line's
 * site, whose zone is a column.
 */
export async function* ledgerFile(lines: AsyncIterable<LedgerLine>, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${csvRow(columns.map(({ title }) => title[language]))}`;
  for await (const line of lines) yield csvRow(columns.map(({ of }) => of(line, language)));
}
