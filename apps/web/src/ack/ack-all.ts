import type { paths } from '../lib/api-types';
import { ackTexts } from './ack-texts';
import { card, type Part } from './card';
import { fill, localTime } from './fill';

/** The incidents of a mail that told of several. */
type All = paths['/api/v1/acknowledgements/all']['get']['responses'][200]['content']['application/json'];

const words = {
  zh: {
    heading: (count: number) => `${count} 起事件需要您确认`,
    take: '全部由我负责',
    taken: '都已有人处理',
    old: '这个链接已用过或已过期，请打开最新的一封邮件，或登录后确认。',
    state: { waiting: '待确认', acknowledged: '{name} 已确认', snoozed: '{name} 已推后到 {time}', over: '已结束' },
  },
  en: {
    heading: (count: number) => (count === 1 ? 'An incident needs you' : `${count} incidents need you`),
    take: 'I take all of these',
    taken: 'Somebody is on each of these',
    old: 'This link was used or is too old. Open the latest mail, or sign in and acknowledge.',
    state: {
      waiting: 'not taken yet',
      acknowledged: '{name} is on it',
      snoozed: '{name} put it off until {time}',
      over: 'over',
    },
  },
} as const;

/** Looks what the link stands for, and shows it; only the button acts, on all of them. */
export async function showAll(token: string, language: 'zh' | 'en'): Promise<void> {
  await show(token, language, { headers: { 'X-Acknowledgement-Token': token } });
}

const takeAll = (token: string, language: 'zh' | 'en') =>
  show(token, language, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });

async function show(token: string, language: 'zh' | 'en', request: RequestInit): Promise<void> {
  const texts = ackTexts[language];
  try {
    const url = '/api/v1/acknowledgements/all';
    const response = await fetch(url, { ...request, credentials: 'omit', cache: 'no-store' });
    if (response.ok) return showFound(token, (await response.json()) as All);
    if (response.status >= 400 && response.status < 500 && response.status !== 429)
      return card('bad', texts.invalid, [texts.invalidText, { link: texts.signIn, href: '/' }]);
  } catch {
    /* As any other answer that is none. */
  }
  const again: Part = { button: texts.retry, busy: texts.loading, act: () => show(token, language, request) };
  card('bad', texts.network, [texts.networkText, again]);
}

function showFound(token: string, { language, usable, items }: All): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const { heading, take, taken, old, state } = words[language];
  const texts = ackTexts[language];
  const standing = ({ state: now, acknowledgedBy, snoozedUntil, timeZone }: All['items'][number]) =>
    fill(state[now], {
      name: acknowledgedBy?.name ?? '',
      time: snoozedUntil === null ? '' : localTime(snoozedUntil, timeZone, language),
    });
  const list: Part = {
    items: items.map((item) => [
      { strong: item.playbookTitle[language], tag: texts.severity[item.severity], level: item.severity },
      [item.siteName[language], item.placeName?.[language]].filter((part) => part !== undefined).join(' · '),
      { standing: standing(item), waits: item.state === 'waiting', link: item.reference, href: item.incidentUrl },
    ]),
  };
  const waiting = items.filter((item) => item.state === 'waiting').length;
  if (waiting === 0) return card('good', taken, [texts.thanks, list]);
  const button: Part = { button: take, busy: texts.sending, act: () => takeAll(token, language) };
  card('call', heading(waiting), [usable ? button : old, list]);
}
