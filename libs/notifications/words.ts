import type { Language, Severity } from '@zenmeban/domain/engine';

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

/** In place of the title of a step that only some may know of. */
export const confidentialStep: Readonly<Record<Language, string>> = {
  zh: '保密步骤（请在系统内查看）',
  en: 'A confidential step (see it in the app)',
};

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
