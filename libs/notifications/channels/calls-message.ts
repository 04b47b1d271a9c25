import type { Language } from '@zenmeban/domain/engine';
import { byIncident, type IncidentTold, stepsText } from '../by-incident';
import { callWords } from '../call-words';
import type { Told } from '../claim';
import { severityWord } from '../words';
import type { ChannelItem, ChannelMessage } from './channel-message';

/**
 * What a channel is told of one or more calls: each incident once, the gravest first. Reference, place, playbook, step,
 * why and a link; of a restricted incident the reference and the link alone. Never a confidential step, a person, a
 * summary, a note or an answer.
 */
export function callsMessage(told: readonly Told[], language: Language, publicUrl: string): ChannelMessage {
  const items = byIncident(told).map((one) => itemOf(one, language, publicUrl));
  return { language, items, title: titleOf(items, language), overviewUrl: `${publicUrl}/` };
}

function itemOf({ call, steps }: IncidentTold<Told>, language: Language, publicUrl: string): ChannelItem {
  const { incident, notice } = call;
  if (!incident || notice.template !== 'escalation') throw new Error('channels are told of calls only');
  const { id, siteCode, reference, severity, restricted, siteName, placeName, playbookTitle } = incident;
  const { level } = notice.variables;
  const { cause, reason } = callWords(notice.variables, language, { whom: 'group' });
  const why = [cause, reason].filter((text) => text !== null);
  const place = [siteName[language], placeName?.[language]].filter((text) => text !== undefined);
  return {
    ...{ id, siteCode, level, severity, reference },
    place: restricted ? null : place.join(language === 'zh' ? ' ' : ', '),
    playbook: restricted ? null : playbookTitle[language],
    step: restricted ? null : stepsText(steps, language, 'group'),
    why: why.join(language === 'zh' ? '' : ' '),
    url: `${publicUrl}/incidents/${id}`,
  };
}

function titleOf(items: readonly ChannelItem[], language: Language): string {
  const [first] = items;
  if (!first) throw new Error('a message tells of something');
  const severity = severityWord[language][first.severity];
  if (items.length === 1)
    return `[${severity}] ${[first.playbook, first.reference].filter((text) => text !== null).join(' · ')}`;
  return language === 'zh'
    ? `[${severity}] ${items.length} 起事件需要处理`
    : `[${severity}] ${items.length} incidents need somebody`;
}
