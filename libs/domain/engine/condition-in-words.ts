import type { Language } from './localized';
import type { Condition, Playbook, Question } from './playbook';

/**
 * A condition as a sentence's part, such as `“伤得怎么样？”为“轻伤”或“较重”` and `“How badly hurt?” is “Minor” or “Serious”`.
 * Questions and options the playbook does not know are named by their ids.
 */
export function conditionInWords(condition: Condition, playbook: Playbook, language: Language): string {
  const questions = new Map(playbook.steps.flatMap(({ ask }) => Object.entries(ask)));
  const words = wording[language];

  const say = (part: Condition, isInside: boolean): string => {
    if ('field' in part) return sayField(part.field, part.in, questions.get(part.field), language);
    if ('not' in part) return words.not(say(part.not, true));
    const parts = 'all' in part ? part.all : part.any;
    const joined = parts.map((one) => say(one, true)).join('all' in part ? words.and : words.or);
    return isInside && parts.length > 1 ? words.brackets(joined) : joined;
  };
  return say(condition, false);
}

function sayField(
  field: string,
  values: readonly (string | boolean)[],
  question: Question | undefined,
  language: Language,
) {
  const words = wording[language];
  const label = question?.label[language] ?? field;
  const named = values.map((value) => words.quote(nameOfOption(question, value, language)));
  return words.is(words.quote(label), named.join(words.orOption));
}

/** An option as people read it; `yes-no` questions are answered by yes and no. */
export function nameOfOption(question: Question | undefined, value: string | boolean, language: Language): string {
  if (typeof value === 'boolean') return value ? wording[language].yes : wording[language].no;
  const options = question && 'options' in question ? question.options : [];
  return options.find(({ id }) => id === value)?.label[language] ?? value;
}

const wording = {
  zh: {
    quote: (text: string) => `“${text}”`,
    is: (label: string, options: string) => `${label}为${options}`,
    not: (part: string) => `并非${part}`,
    brackets: (part: string) => `（${part}）`,
    and: '，且',
    or: '，或',
    orOption: '或',
    yes: '是',
    no: '否',
  },
  en: {
    quote: (text: string) => `“${text}”`,
    is: (label: string, options: string) => `${label} is ${options}`,
    not: (part: string) => `not ${part}`,
    brackets: (part: string) => `(${part})`,
    and: ' and ',
    or: ', or ',
    orOption: ' or ',
    yes: 'Yes',
    no: 'No',
  },
} as const;
