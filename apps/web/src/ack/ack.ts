import './ack.css';
import { type AckAnswer, acknowledge, type Acknowledgement, look } from './ack-api';
import { ackTexts, type AckTexts } from './ack-texts';
import { card, type Part } from './card';

/*
 * The page behind the mail's link. The token stands after the `#`, which no server and no log ever sees; it leaves the
 * address bar at once. Opening the page only looks: mail scanners open links too. Only the button acts.
 */
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

let language: 'zh' | 'en' = navigator.language.startsWith('zh') ? 'zh' : 'en';
const texts = (): AckTexts => ackTexts[language];

function show(answer: AckAnswer, again: () => Promise<void>): void {
  if (answer.kind === 'unreachable') {
    const retry: Part = { button: texts().retry, busy: texts().loading, act: again };
    return card('bad', texts().network, [texts().networkText, retry]);
  }
  if (answer.kind === 'invalid') {
    return card('bad', texts().invalid, [texts().invalidText, { link: texts().signIn, href: '/' }]);
  }
  language = answer.found.language;
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  showFound(answer.found);
}

function showFound(found: Acknowledgement): void {
  const { severity, playbookTitle, siteName, placeName, reference, openedAt, incidentUrl } = found;
  const place = placeName ? ` · ${placeName[language]}` : '';
  const facts: Part[] = [
    { strong: playbookTitle[language], tag: texts().severity[severity], level: severity },
    `${siteName[language]}${place}`,
    reference,
    texts().opened.replace('{time}', localTime(openedAt, found)),
  ];
  const link: Part = { link: texts().open, href: incidentUrl };
  if (found.state === 'over') return card('calm', texts().over, [...facts, texts().overText, link]);
  if (found.state === 'acknowledged') {
    const said = texts()
      .acknowledged.replace('{name}', found.acknowledgedBy?.name ?? '')
      .replace('{time}', found.acknowledgedAt ? localTime(found.acknowledgedAt, found) : '');
    return card('good', said, [...facts, texts().thanks, link]);
  }
  const button: Part = {
    button: texts().button,
    busy: texts().sending,
    act: send,
  };
  card('call', texts().heading, [...facts, button, link]);
}

const localTime = (at: string, { timeZone }: Acknowledgement): string =>
  new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

async function send(): Promise<void> {
  show(await acknowledge(token), send);
}

async function start(): Promise<void> {
  show(await look(token), start);
}

document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
if (token === '') show({ kind: 'invalid' }, start);
else {
  card('calm', texts().loading, []);
  void start();
}
