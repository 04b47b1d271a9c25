import type { ChannelItem, ChannelMessage } from './channel-message';
import { severityWord } from '../words';
import { oneLine } from '../one-line';

/**
 * What could be markup for one of the robots (their dialects differ and know no escapes) stands as its full-width twin,
 * which reads the same: no name of a place can make a link, a heading, a colour, or call everybody with `<@all>`.
 */
const twins: Readonly<Record<string, string>> = {
  ...{ '<': '＜', '>': '＞', '[': '［', ']': '］', '(': '（', ')': '）', '{': '｛', '}': '｝', '*': '＊', _: '＿' },
  ...{ '`': '｀', '#': '＃', '@': '＠', '~': '～', '|': '｜', '\\': '＼', '&': '＆', '!': '！' },
};

/** Makes any text harmless in the Markdown of the robots: one line, at most `max` characters, no markup, no address. */
export function plain(text: string, max = 120): string {
  return oneLine(text, max)
    .replace(/[<>[\](){}*_`#@~|\\&!]/g, (character) => twins[character] ?? '')
    .replace(/:\/\//g, '：//')
    .replace(/\b(www)\./gi, '$1．');
}

/** What the robots are told in their Markdown, and how each of them writes it. */
export type Dialect = {
  readonly heading: (text: string) => string;
  readonly paragraph: string;
  readonly maxBytes: number;
};

const words = {
  zh: { open: '打开事件', start: '打开怎么办', more: (n: number) => `另有 ${n} 起`, all: '查看全部' },
  en: { open: 'Open the incident', start: 'Open Zenmeban', more: (n: number) => `${n} more`, all: 'See all of them' },
} as const;

/** The message in Markdown, cut to what the robot takes: what does not fit is counted, and a link leads to all. */
export function markdown(message: ChannelMessage, dialect: Dialect): string {
  const { language, items, title, overviewUrl } = message;
  for (let shown = items.length; ; shown -= 1) {
    const left = items.length - shown;
    const { more, all } = words[language];
    const text = [
      dialect.heading(plain(title, 200)),
      ...items.slice(0, shown).map((item) => itemLines(item, message)),
      ...(left > 0 ? [`${more(left)}：[${all}](${overviewUrl})`] : []),
    ].join(dialect.paragraph);
    if (shown === 0 || Buffer.byteLength(text) <= dialect.maxBytes) return text;
  }
}

/** Of a single one the heading says severity, playbook and reference already. */
function itemLines(item: ChannelItem, { language, items }: ChannelMessage): string {
  const { open, start } = words[language];
  const link = `[${item.id === null ? start : open}](${item.url})`;
  const facts = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null).map((text) => plain(text));
  if (items.length === 1) return [...facts([item.place, item.why, item.step]), link].join('\n\n');
  const head = `**【${severityWord[language][item.severity]}】${plain(item.reference)}**`;
  return [head, ...facts([item.place, item.playbook, item.why, item.step]), link].join(' · ');
}
