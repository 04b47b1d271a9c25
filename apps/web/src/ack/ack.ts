import './ack.css';
import { type AckAnswer, type Acknowledgement, decide, type Decision, look } from './ack-api';
import { ackTexts, type AckTexts } from './ack-texts';
import { showAll } from './ack-all';
import { type Act, card, type Part } from './card';
import { fill, localTime } from './fill';

/*
 * The page behind the mail's link. The token stands after the `#`, which no server and no log ever sees; it leaves the
 * address bar at once, and only this tab's history keeps it, so that the page can be loaded again. Opening the page
 * only looks: mail scanners open links too. Only a button acts.
 */
const opened = location.hash || ((history.state as { opened?: string } | null)?.opened ?? '');
const [, all = '', token = ''] = /^#(all\.)?(.*)$/.exec(opened) ?? [];
history.replaceState({ opened }, '', location.pathname);

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
  if (answer.kind === 'refused') return void refused(answer.sentence);
  language = answer.found.language;
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  showFound(answer.found);
}

/** Nothing was decided: the page as it is now, with the reason on top. */
async function refused(sentence: string): Promise<void> {
  const answer = await look(token);
  if (answer.kind === 'found') showFound(answer.found, [{ warning: sentence }]);
  else show(answer.kind === 'refused' ? { kind: 'unreachable' } : answer, start);
}

function showFound(found: Acknowledgement, warnings: readonly Part[] = []): void {
  const { severity, playbookTitle, siteName, placeName, reference, openedAt, incidentUrl } = found;
  const place = placeName ? ` · ${placeName[language]}` : '';
  const facts: Part[] = [
    ...warnings,
    { strong: playbookTitle[language], tag: texts().severity[severity], level: severity },
    `${siteName[language]}${place}`,
    reference,
    fill(texts().opened, { time: localTime(openedAt, found.timeZone, language) }),
  ];
  const link: Part = { link: texts().open, href: incidentUrl };
  if (found.state === 'waiting') return card('call', texts().heading, [...facts, ...decisions(found), link]);
  const [tone, heading, text] = outcome(found);
  card(tone, heading, [...facts, text, link]);
}

/** How it stands when there is nothing (more) to decide here. */
function outcome(found: Acknowledgement): ['good' | 'bad' | 'calm', string, string] {
  const name = found.acknowledgedBy?.name ?? '';
  const time = (at: string | null) => (at === null ? '' : localTime(at, found.timeZone, language));
  switch (found.state) {
    case 'acknowledged':
      return ['good', fill(texts().acknowledged, { name, time: time(found.acknowledgedAt) }), texts().thanks];
    case 'snoozed':
      return ['good', fill(texts().snoozed, { time: time(found.snoozedUntil) }), fill(texts().snoozedText, { name })];
    case 'handed_over':
      return ['good', fill(texts().handedOver, { name: found.handedTo?.name ?? '' }), texts().handedOverText];
    case 'called_again':
      return ['bad', texts().calledAgain, fill(texts().calledAgainText, { name, time: time(found.acknowledgedAt) })];
    case 'expired':
      return ['bad', texts().expired, texts().expiredText];
    default:
      return ['calm', texts().over, texts().overText];
  }
}

/** The big button, how long it may be put off, and to whom it may be handed. */
function decisions({ snooze, candidates }: Acknowledgement): Part[] {
  const act = (button: string, decision: Decision): Act => ({
    ...{ button, busy: texts().sending },
    act: () => send(decision),
  });
  const times = [5, 15, 30].filter((minutes) => snooze && minutes <= snooze.atMostMinutes);
  const later = times.map((minutes) =>
    act(fill(texts().minutes, { minutes: String(minutes) }), { path: '/snooze', body: { minutes } }),
  );
  const people = candidates.map(({ id, name, onDuty }) =>
    act(onDuty ? `${name} · ${texts().onDuty}` : name, { path: '/hand-over', body: { to: id } }),
  );
  return [
    act(texts().button, { path: '' }),
    ...(snooze && snooze.left > 0 && later.length > 0 ? [{ group: texts().later, folded: false, acts: later }] : []),
    ...(snooze?.left === 0 ? [texts().usedUp] : []),
    ...(people.length > 0 ? [{ group: texts().handOver, folded: true, acts: people }] : []),
  ];
}

async function send(decision: Decision): Promise<void> {
  show(await decide(token, decision, language), () => send(decision));
}

async function start(): Promise<void> {
  show(await look(token), start);
}

document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
if (token === '') show({ kind: 'invalid' }, start);
else {
  card('calm', texts().loading, []);
  void (all ? showAll(token, language) : start());
}
