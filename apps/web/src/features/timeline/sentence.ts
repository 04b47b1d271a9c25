import type { NotCalled, Role, TimelineData, TimelineKind } from '@zenmeban/domain/engine';
import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../lib/types';

/** What sentences need besides the entry: names of steps and people, and times as the site reads them. */
export type Speaker = {
  t: TFunction;
  step: (id: string | undefined) => string;
  person: (id: string) => string;
  time: (iso: string) => string;
  post: (post: string) => string;
  role: (role: Role) => string;
  playbook: string;
};

type Sayings = { readonly [K in TimelineKind]: (data: TimelineData[K], speaker: Speaker) => string };

const names = ({ t, person }: Speaker, ids: readonly string[]) => ids.map(person).join(t('app.comma'));

/** Why people of a level were not called, each reason in a few words. */
const reasons = ({ t, person, post, role }: Speaker, skipped: readonly NotCalled[]) =>
  skipped
    .map(({ personId, why, post: onPost, role: withRole }) =>
      t(`timeline.why_${why}`, {
        name: personId === null ? '' : person(personId),
        post: onPost ? post(onPost) : '',
        role: withRole ? role(withRole) : '',
      }),
    )
    .join(t('app.comma'));

type Call = Pick<TimelineData['escalation.called'], 'level' | 'reason' | 'nth' | 'afterNobody'>;

function callSentence({ level, reason, nth, afterNobody }: Call, called: string, { t }: Speaker): string {
  const nthTime = nth === undefined ? '' : t('timeline.nthTime', { count: nth, ordinal: true });
  const words = { level, names: called, nth: nthTime };
  switch (reason) {
    case 'no_progress':
      return t(nth === undefined ? 'timeline.calledNoProgress' : 'timeline.calledNoProgressAgain', words);
    case 'snoozed':
      return t('timeline.calledSnoozed', words);
    case 'handed_over':
      return t('timeline.calledHandedOver', words);
    case 'not_taken':
      return t('timeline.calledNotTaken', words);
    default:
      if (nth !== undefined) return t('timeline.calledAgain', words);
      if (afterNobody) return t('timeline.calledAfterNobody', words);
      return t(level > 1 ? 'timeline.calledUnacknowledged' : 'timeline.called', words);
  }
}

/** One entry in plain words; who did it stands before it. */
const sayings: Sayings = {
  'incident.opened': ({ drill }, { t, playbook }) =>
    t(drill ? 'timeline.practised' : 'timeline.opened', { title: playbook }),
  'incident.restricted': (_, { t }) => t('timeline.restricted'),
  'step.done': ({ stepId }, { t, step }) => t('timeline.stepDone', { step: step(stepId) }),
  'step.skipped': ({ stepId }, { t, step }) => t('timeline.stepSkipped', { step: step(stepId) }),
  'step.ready': ({ stepId, dueAt }, { t, step, time }) =>
    dueAt
      ? t('timeline.stepReadyDue', { step: step(stepId), time: time(dueAt) })
      : t('timeline.stepReady', { step: step(stepId) }),
  'step.not_needed': ({ stepId }, { t, step }) => t('timeline.stepNotNeeded', { step: step(stepId) }),
  'step.assigned': ({ stepId, personId, post, dueAt }, speaker) => {
    const words = { step: speaker.step(stepId), name: speaker.person(personId), post: speaker.post(post) };
    return dueAt
      ? speaker.t('timeline.stepAssignedDue', { ...words, time: speaker.time(dueAt) })
      : speaker.t('timeline.stepAssigned', words);
  },
  'step.overdue': ({ stepId }, { t, step }) => t('timeline.stepOverdue', { step: step(stepId) }),
  'step.reminded': ({ stepId, dueAt, personIds }, speaker) =>
    speaker.t('timeline.stepReminded', {
      step: speaker.step(stepId),
      time: speaker.time(dueAt),
      names: names(speaker, personIds),
    }),
  'escalation.started': ({ cause, stepId }, { t, step }) => t(`timeline.started_${cause}`, { step: step(stepId) }),
  'escalation.called': ({ personIds, skipped = [], ...call }, speaker) => {
    const said = callSentence(call, names(speaker, personIds), speaker);
    return skipped.length > 0 ? speaker.t('timeline.andNot', { said, why: reasons(speaker, skipped) }) : said;
  },
  'escalation.nobody': ({ level, skipped = [] }, speaker) =>
    skipped.length > 0
      ? speaker.t('timeline.nobodyBecause', { level, why: reasons(speaker, skipped) })
      : speaker.t('timeline.nobody', { level }),
  'escalation.exhausted': (_, { t }) => t('timeline.exhausted'),
  'incident.acknowledged': ({ via }, { t }) =>
    t(via === 'mail' ? 'timeline.acknowledgedMail' : 'timeline.acknowledgedApp'),
  'incident.snoozed': ({ via, until }, { t, time }) =>
    t(via === 'mail' ? 'timeline.snoozedMail' : 'timeline.snoozedApp', { time: time(until) }),
  'incident.handed_over': ({ via, personIds }, speaker) =>
    speaker.t(via === 'mail' ? 'timeline.handedOverMail' : 'timeline.handedOverApp', {
      names: names(speaker, personIds),
    }),
  'incident.commented': (_, { t }) => t('timeline.commented'),
  'incident.resolved': (_, { t }) => t('timeline.resolved'),
  'incident.reviewed': (_, { t }) => t('timeline.reviewed'),
  'incident.closed': (_, { t }) => t('timeline.closed'),
  'incident.reopened': (_, { t }) => t('timeline.reopened'),
  'incident.cancelled': (_, { t }) => t('timeline.cancelled'),
};

const isKnown = (kind: string): kind is TimelineKind => Object.hasOwn(sayings, kind);

/** The sentence of an entry; one of a kind this version does not know is named, not hidden. */
export function sentenceOf(entry: TimelineEntry, speaker: Speaker): string {
  if (!isKnown(entry.kind)) return speaker.t('timeline.other', { kind: entry.kind });
  const say = sayings[entry.kind] as (data: unknown, speaker: Speaker) => string;
  return say(entry.data, speaker);
}

/** What a person wrote in an entry: a note, a reason, a comment. */
export function wordsOf({ kind, data }: TimelineEntry): string {
  if (kind.startsWith('escalation.')) return '';
  const texts = ['note', 'reason', 'text', 'resolution'].map((key) => data[key]);
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}
