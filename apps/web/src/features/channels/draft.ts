import type { Language, Severity } from '@zenmeban/domain/engine';
import type { Channel } from '../../lib/types';
import { type ChannelKind, kindFacts } from './kinds';

/** What is typed into the form of a channel. An empty address or secret of one that exists leaves it as it is. */
export type ChannelDraft = {
  readonly kind: ChannelKind;
  readonly name: string;
  readonly address: string;
  readonly secret: string;
  readonly language: Language;
  readonly leastSeverity: Severity;
};

/** The form of an existing channel, or an empty one in the reader's language. */
export const draftOf = (channel: Channel | null, language: Language): ChannelDraft => ({
  kind: channel?.kind ?? 'wecom',
  name: channel?.name ?? '',
  address: '',
  secret: '',
  language: channel?.language ?? language,
  leastSeverity: channel?.leastSeverity ?? 'low',
});

/** What to send: without what was left empty, and without a secret where the kind has none to type. */
export function changeOf({ name, address, secret, language, leastSeverity, kind }: ChannelDraft) {
  const typed = kindFacts[kind].secret === 'required' || kindFacts[kind].secret === 'optional';
  return {
    name: name.trim(),
    language,
    leastSeverity,
    ...(address.trim() !== '' && { address: address.trim() }),
    ...(typed && secret.trim() !== '' && { secret: secret.trim() }),
  };
}
