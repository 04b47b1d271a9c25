import { readInstant } from './instant';
import type { Localized } from './localized';
import type { Answer, Option, Question } from './playbook';
import { textProblem } from './text';
import { textProblemMessages } from './text-messages';

export type AnswerProblem = { readonly code: string; readonly message: Localized };

/** The answer as it is kept, or what is wrong; neither when an optional question stays unanswered. */
export type CheckedAnswer = { readonly answer?: Answer; readonly problem?: AnswerProblem };

/** One answer, as a client sent it, against its question. */
export function checkAnswer(question: Question, given: unknown): CheckedAnswer {
  if (isUnanswered(given)) return question.optional ? {} : { problem: missing };
  switch (question.type) {
    case 'one-of':
      return typeof given === 'string' ? chosen(question.options, [given], given) : wrongType(aText);
    case 'many-of':
      return isTexts(given) ? chosen(question.options, given, [...given]) : wrongType(aList);
    case 'yes-no':
      return typeof given === 'boolean' ? { answer: given } : wrongType(yesOrNo);
    case 'text':
      return typeof given === 'string' ? written(given) : wrongType(aText);
    case 'number':
      return typeof given === 'number' && Number.isFinite(given) ? counted(question, given) : wrongType(aNumber);
    case 'date-time':
      return typeof given === 'string' ? dated(given) : wrongType(anInstant);
  }
}

const isUnanswered = (given: unknown): boolean =>
  given === undefined || given === '' || (Array.isArray(given) && given.length === 0);

const isTexts = (given: unknown): given is string[] =>
  Array.isArray(given) && given.every((value) => typeof value === 'string');

function chosen(options: readonly Option[], ids: readonly string[], answer: Answer): CheckedAnswer {
  const names = options.map(({ id }) => id);
  if (!ids.every((id) => names.includes(id))) return invalid('not_an_option', notAnOption(names));
  if (new Set(ids).size < ids.length) return invalid('repeated_option', repeated);
  return { answer };
}

function written(given: string): CheckedAnswer {
  const problem = textProblem(given);
  return problem ? invalid(problem, textProblemMessages[problem]) : { answer: given };
}

function counted({ min, max }: { readonly min: number; readonly max: number }, given: number): CheckedAnswer {
  if (given >= min && given <= max) return { answer: given };
  return invalid('out_of_range', { zh: `应在 ${min} 到 ${max} 之间。`, en: `Must lie between ${min} and ${max}.` });
}

function dated(given: string): CheckedAnswer {
  const instant = readInstant(given);
  if (!instant) return wrongType(anInstant);
  const year = instant.getUTCFullYear();
  if (year >= 2000 && year <= 2100) return { answer: instant.toISOString() };
  return invalid('out_of_range', {
    zh: '年份应在 2000 到 2100 之间。',
    en: 'The year must lie between 2000 and 2100.',
  });
}

const invalid = (code: string, message: Localized): CheckedAnswer => ({ problem: { code, message } });
const wrongType = (wanted: Localized): CheckedAnswer =>
  invalid('wrong_type', { zh: `这里需要${wanted.zh}。`, en: `This must be ${wanted.en}.` });

const missing: AnswerProblem = {
  code: 'required',
  message: { zh: '请回答这个问题。', en: 'Please answer this question.' },
};
const repeated: Localized = { zh: '同一选项只能选一次。', en: 'Each option may be chosen once.' };
const notAnOption = (names: readonly string[]): Localized => ({
  zh: `没有这个选项；可选：${names.join('、')}。`,
  en: `Not one of the options: ${names.join(', ')}.`,
});

const aText: Localized = { zh: '文字', en: 'a text' };
const aList: Localized = { zh: '一组选项', en: 'a list of options' };
const yesOrNo: Localized = { zh: '是或否', en: 'yes or no (true or false)' };
const aNumber: Localized = { zh: '数字', en: 'a number' };
const anInstant: Localized = {
  zh: '带时区的日期时间（如 2026-11-23T09:30:00+08:00）',
  en: 'a date and time with its offset (such as 2026-11-23T09:30:00+08:00)',
};
