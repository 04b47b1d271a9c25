import type { Language, Localized } from '@zenmeban/domain/engine';
import type { LedgerLine } from '@zenmeban/notifications';

type Column = { readonly title: Localized; readonly of: (line: LedgerLine, language: Language) => string };

const stateWords: Readonly<Record<LedgerLine['state'], Localized>> = {
  waiting: { zh: '未到期', en: 'waiting' },
  on_time: { zh: '按时', en: 'on time' },
  late: { zh: '迟到', en: 'late' },
  failed: { zh: '失败', en: 'failed' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  nobody: { zh: '无人可联系', en: 'reached nobody' },
};

const yes: Localized = { zh: '是', en: 'yes' };
const time = (at: Date | null) => at?.toISOString() ?? '';

const columns: readonly Column[] = [
  { title: { zh: '事件', en: 'Incident' }, of: ({ incident }) => incident.reference },
  { title: { zh: '案场', en: 'Site' }, of: ({ site }, language) => site.name[language] },
  { title: { zh: '类型', en: 'Kind' }, of: ({ template }) => template },
  { title: { zh: '级别', en: 'Level' }, of: ({ level }) => String(level ?? '') },
  { title: { zh: '渠道', en: 'Channel' }, of: ({ channel }) => channel },
  {
    title: { zh: '收件人', en: 'Recipient' },
    of: ({ recipient, channelName }) => recipient?.name ?? channelName ?? '',
  },
  { title: { zh: '应发时间', en: 'Planned' }, of: ({ plannedAt }) => time(plannedAt) },
  { title: { zh: '承诺时间', en: 'Promised by' }, of: ({ promisedBy }) => time(promisedBy) },
  { title: { zh: '首次发送', en: 'Sent' }, of: ({ sentAt }) => time(sentAt) },
  { title: { zh: '对方接收', en: 'Accepted' }, of: ({ acceptedAt }) => time(acceptedAt) },
  { title: { zh: '结果', en: 'State' }, of: ({ state }, language) => stateWords[state][language] },
  { title: { zh: '迟到秒数', en: 'Seconds late' }, of: ({ lateSeconds }) => String(Math.round(lateSeconds * 10) / 10) },
  { title: { zh: '发送次数', en: 'Attempts' }, of: ({ attempts }) => String(attempts) },
  { title: { zh: '已补救', en: 'Repaired' }, of: ({ repaired }, language) => (repaired ? yes[language] : '') },
  { title: { zh: '响应时间', en: 'Acknowledged' }, of: ({ acknowledgedAt }) => time(acknowledgedAt) },
  { title: { zh: '响应人', en: 'Acknowledged by' }, of: ({ acknowledgedBy }) => acknowledgedBy?.name ?? '' },
  { title: { zh: '原因', en: 'Because' }, of: ({ because }, language) => because?.[language] ?? '' },
];

/** The lines as CSV (RFC 4180) with a byte order mark, by which Excel knows that it is UTF-8; times in UTC. */
export async function* ledgerFile(lines: AsyncIterable<LedgerLine>, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${row(columns.map(({ title }) => title[language]))}`;
  for await (const line of lines) yield row(columns.map(({ of }) => of(line, language)));
}

const row = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;

/** What a spreadsheet would take for a formula begins with one of these, also in full width. */
const formula = /^\s*[=+\-@\t\r\0＝＋－＠]/;

/** A cell that is text wherever it is opened. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
