import { type Language, severities } from '@zenmeban/domain/engine';
import type { Told } from '../claim';
import { causeSentence, reasonSentence, severityWord } from '../words';
import type { ChannelItem, ChannelMessage } from './channel-message';

/**
 * What a channel is told of one or more calls, the gravest first. Reference, place, playbook, why and a link; of a
 * restricted incident the reference and the link alone. Never a step, a person, a summary, a note or an answer.
 */
export function callsMessage(told: readonly Told[], language: Language, publicUrl: string): ChannelMessage {
  const items = told
    .map((call) => itemOf(call, language, publicUrl))
    .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  return { language, items, title: titleOf(items, language), overviewUrl: `${publicUrl}/` };
}

function itemOf({ incident, notice }: Told, language: Language, publicUrl: string): ChannelItem {
  if (!incident || notice.template !== 'escalation') throw new Error('channels are told of calls only');
  const { id, reference, severity, restricted, siteName, placeName, playbookTitle } = incident;
  const { level, reason, cause } = notice.variables;
  const why = [causeSentence[language][cause], reasonSentence(level, reason, language)].filter((text) => text !== null);
  const place = [siteName[language], placeName?.[language]].filter((text) => text !== undefined);
  return {
    ...{ severity, reference },
    place: restricted ? null : place.join(language === 'zh' ? ' ' : ', '),
    playbook: restricted ? null : playbookTitle[language],
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
