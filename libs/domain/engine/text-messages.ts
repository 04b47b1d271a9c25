import type { Localized } from './localized';
import { maxTextLength, type TextProblem } from './text';

/** What a person is told about a text; `too_long` speaks of the usual limit. */
export const textProblemMessages: Readonly<Record<TextProblem, Localized>> = {
  empty: { zh: '请填写内容。', en: 'Please write something.' },
  too_long: {
    zh: `文字太长，最多 ${maxTextLength} 个字。`,
    en: `This text is too long: at most ${maxTextLength} characters.`,
  },
  nul: {
    zh: '文字里有不能保存的字符，请删去后重试。',
    en: 'This text holds a character that cannot be stored; please remove it.',
  },
  lone_surrogate: {
    zh: '文字里有残缺的字符（例如半个表情），请删去后重试。',
    en: 'This text holds a broken character (such as half an emoji); please remove it.',
  },
};
