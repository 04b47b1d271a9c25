import type { CallHistory, CallReason, EscalationCause, Language, Localized } from '@zenmeban/domain/engine';

/** What of a call its words depend on: `nth`, of the calls of this level; `afterNobody`, the levels before reached nobody. */
export type CallMade = {
  readonly level: number;
  readonly reason: CallReason;
  readonly cause: EscalationCause;
} & CallHistory;

/** Who handed it over. The note itself may tell of customers: a mail says that there is one, and no more. */
export type HandedOver = { readonly by: string; readonly withNote: boolean };

/** A person may learn who handed it over; a group is told of no person. */
export type CallReader =
  { readonly whom: 'group' } | { readonly whom: 'person'; readonly handedOver: HandedOver | null };

/** `cause` leads; `reason` adds to it, or null when there is nothing to add; `causeWord` is for the subject. */
export type CallWords = { readonly causeWord: string; readonly cause: string; readonly reason: string | null };

type AnsweredBefore = Exclude<CallReason, 'unacknowledged'>;

/** What began the chain, in a few words: two mails about one incident are told apart in the list. */
const causeWord: Readonly<Record<EscalationCause, Localized>> = {
  opened: { zh: '新事件', en: 'new' },
  called: { zh: '呼叫主管', en: 'called for' },
  step: { zh: '需要支援', en: 'help needed' },
  overdue: { zh: '步骤超时', en: 'step overdue' },
};

const causeSentence: Readonly<Record<EscalationCause, Localized>> = {
  opened: {
    zh: '刚刚发生了一起需要您立即知道的事件。',
    en: 'Something has just happened that you need to know at once.',
  },
  called: { zh: '现场同事请求主管支援。', en: 'Your colleagues on the floor are asking for a supervisor.' },
  step: { zh: '处置已进行到需要您参与的步骤。', en: 'The handling has reached a step that needs you.' },
  overdue: {
    zh: '有一个步骤已超过时限，仍未完成。',
    en: 'A step is past its deadline and still not done.',
  },
};

/** Once somebody has answered, the incident is news to nobody: then this is what the call is about. */
const reasonWord: Readonly<Record<AnsweredBefore, Localized>> = {
  snoozed: { zh: '推后的时间到了', en: 'put off until now' },
  handed_over: { zh: '交给您处理', en: 'handed over to you' },
  no_progress: { zh: '没有进展', en: 'no progress' },
  not_taken: { zh: '交出后无人确认', en: 'handed over, not taken' },
};

const reasonSentence: Readonly<Record<Exclude<AnsweredBefore, 'handed_over'>, Localized>> = {
  snoozed: { zh: '推后提醒的时间到了。', en: 'The time until which this was put off is over.' },
  no_progress: {
    zh: '此前已有人确认，但之后没有任何进展。',
    en: 'Somebody acknowledged it, but nothing has happened since.',
  },
  not_taken: {
    zh: '同事已交给别人，但接手的人没有确认。',
    en: 'It was handed to somebody else, who has not acknowledged.',
  },
};

const unanswered: Localized = {
  zh: '此前被通知的同事未在时限内确认。',
  en: 'Whoever was called before did not acknowledge in time.',
};
const reachedNobody: Localized = {
  zh: '此前的级别都没有联系到人。',
  en: 'Nobody of the levels before could be reached.',
};

/** What a call says of itself, in mails and on channels alike. */
export function callWords(call: CallMade, language: Language, reader: CallReader): CallWords {
  const { reason, cause } = call;
  if (reason === 'unacknowledged')
    return {
      causeWord: causeWord[cause][language],
      cause: causeSentence[cause][language],
      reason: joined([callAgain(call), whyThisLevel(call)], language),
    };
  /* That it happened is no longer news; that a step waits, or a supervisor is asked for, still has to be said. */
  const about = cause === 'opened' ? null : causeSentence[cause];
  return {
    causeWord: reasonWord[reason][language],
    cause: (reason === 'handed_over' ? handOver(reader) : reasonSentence[reason])[language],
    reason: joined([callAgain(call), about], language),
  };
}

function handOver(reader: CallReader): Localized {
  if (reader.whom === 'group') return { zh: '已交给另一位同事处理。', en: 'It is handed over to a colleague.' };
  const { by, withNote } = reader.handedOver ?? { by: null, withNote: false };
  return {
    zh: `${by ?? '同事'}把它交给了您${withNote ? '，并留了话，请打开事件查看' : ''}。`,
    en: `${by ?? 'A colleague'} hands it over to you${withNote ? ', with a note: open the incident to read it' : ''}.`,
  };
}

function callAgain({ nth }: CallMade): Localized | null {
  if (nth === undefined) return null;
  return { zh: `这一级是第 ${nth} 次呼叫。`, en: `This level is called again: call ${nth}.` };
}

/** Null on the first call of all. */
function whyThisLevel({ level, nth, afterNobody }: CallMade): Localized | null {
  if (afterNobody) return reachedNobody;
  return level > 1 || nth !== undefined ? unanswered : null;
}

function joined(sentences: readonly (Localized | null)[], language: Language): string | null {
  const said = sentences.flatMap((sentence) => sentence?.[language] ?? []);
  return said.length === 0 ? null : said.join(language === 'zh' ? '' : ' ');
}
