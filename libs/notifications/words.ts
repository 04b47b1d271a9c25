import type { CallHistory, CallReason, EscalationCause, Language, Localized, Severity } from '@zenmeban/domain/engine';

export const severityWord: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { low: '低', normal: '一般', high: '高', critical: '紧急' },
  en: { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' },
};

/** The stripe at the top of a mail; the word says the same. */
export const accents: Readonly<Record<Severity, string>> = {
  low: '#868e96',
  normal: '#1c7ed6',
  high: '#e8590c',
  critical: '#c92a2a',
};

/** The cause in a few words, for the subject: two mails about one incident are told apart in the list. */
export const causeWord: Readonly<Record<Language, Readonly<Record<EscalationCause, string>>>> = {
  zh: { opened: '新事件', called: '呼叫主管', step: '需要支援', overdue: '步骤超时' },
  en: { opened: 'new', called: 'called for', step: 'help needed', overdue: 'step overdue' },
};

export const causeSentence: Readonly<Record<Language, Readonly<Record<EscalationCause, string>>>> = {
  zh: {
    opened: '刚刚发生了一起需要您立即知道的事件。',
    called: '现场同事请求主管支援。',
    step: '处置已进行到需要您参与的步骤。',
    overdue: '有一个步骤已超过时限，仍未完成。',
  },
  en: {
    opened: 'Something has just happened that you need to know at once.',
    called: 'Your colleagues on the floor are asking for a supervisor.',
    step: 'The handling has reached a step that needs you.',
    overdue: 'A step is past its deadline and still not done.',
  },
};

/** In place of the title of a step that only some may know of. */
export const confidentialStep: Readonly<Record<Language, string>> = {
  zh: '保密步骤（请在系统内查看）',
  en: 'A confidential step (see it in the app)',
};

type Call = { readonly level: number; readonly reason: CallReason } & CallHistory;

/** Why it is this person's turn, when a call was made before, or might have been; null on the first call. */
export function reasonSentence({ level, reason, nth, afterNobody }: Call, language: Language): string | null {
  if (reason === 'snoozed')
    return language === 'zh' ? '您稍后再提醒的时间到了。' : 'The time until which this was put off is over.';
  if (reason === 'handed_over') return language === 'zh' ? '同事把它交给了您。' : 'A colleague hands it over to you.';
  const why = whyAgain({ level, reason, afterNobody });
  if (nth === undefined) return why?.[language] ?? null;
  const again = language === 'zh' ? `这一级是第 ${nth} 次呼叫。` : `This level is called again: call ${nth}.`;
  return [again, (why ?? unanswered)[language]].join(language === 'zh' ? '' : ' ');
}

const unanswered: Localized = {
  zh: '此前被通知的同事未在时限内确认。',
  en: 'Whoever was called before did not acknowledge in time.',
};

function whyAgain({ level, reason, afterNobody }: Call): Localized | null {
  if (reason === 'no_progress')
    return {
      zh: '此前已有人确认，但之后没有任何进展。',
      en: 'Somebody acknowledged it, but nothing has happened since.',
    };
  if (reason === 'not_taken')
    return {
      zh: '同事已交给别人，但接手的人没有确认。',
      en: 'It was handed to somebody else, who has not acknowledged.',
    };
  if (afterNobody) return { zh: '此前的级别都没有联系到人。', en: 'Nobody of the levels before could be reached.' };
  return level <= 1 ? null : unanswered;
}

/** `due`: the deadline as `localTime` writes it. */
export function reminderSentence(due: string, language: Language): string {
  return language === 'zh'
    ? `请在 ${due} 前完成这一步，并在事件页面上登记。`
    : `Please finish this step by ${due}, and record it on the incident’s page.`;
}

export function levelHeading(level: number, language: Language): string {
  return language === 'zh' ? `第 ${level} 级呼叫` : `Call, level ${level}`;
}

/** `2026年11月23日 14:05 (GMT+8)`: the day and minute as the clocks at the site show it. */
export function localTime(at: Date, timeZone: string, language: Language): string {
  const { day, time, zone } = formatsOf(timeZone, language);
  const named = zone.formatToParts(at).find((part) => part.type === 'timeZoneName');
  return `${day.format(at)} ${time.format(at)} (${named?.value ?? timeZone})`;
}

type Formats = Readonly<Record<'day' | 'time' | 'zone', Intl.DateTimeFormat>>;
const formats = new Map<string, Formats>();

/** Making them takes longer than a whole mail; there are as many as zones. */
function formatsOf(timeZone: string, language: Language): Formats {
  const key = `${language} ${timeZone}`;
  const made = formats.get(key) ?? makeFormats(timeZone, language);
  formats.set(key, made);
  return made;
}

function makeFormats(timeZone: string, language: Language): Formats {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, ...options });
  return {
    day: format({ year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    zone: format({ timeZoneName: 'short' }),
  };
}
