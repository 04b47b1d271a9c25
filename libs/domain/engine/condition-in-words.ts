import type { Language } from './localized';
import type { Condition, Option, Playbook, Question } from './playbook';

type Questions = Readonly<Record<string, Question>>;

/** All questions by field, which are unique in a playbook. */
export const questionsOf = ({ steps }: Pick<Playbook, 'steps'>): Questions =>
  Object.fromEntries(steps.flatMap(({ ask }) => Object.entries(ask)));

/**
 * A condition as people say it, by the words of its questions: `伤得怎么样：“轻伤”或“较重”`. An unanswered question
 * makes a `not` true, so that is said as 没有选 and not as the opposite answer. What `questions` does not know is named
 * by its id.
 */
export function conditionInWords(condition: Condition, questions: Questions, language: Language): string {
  return words(condition, false, questions, language).text;
}

type Words = { readonly text: string; readonly compound: boolean };

/** `not` goes inwards, so that only single questions are denied: not (a and b) is not a, or not b. */
function words(condition: Condition, denied: boolean, questions: Questions, language: Language): Words {
  if ('not' in condition) return words(condition.not, !denied, questions, language);
  if ('field' in condition) return { text: fieldWords(condition, denied, questions, language), compound: false };
  const parts = 'all' in condition ? condition.all : condition.any;
  const said = parts.map((part) => words(part, denied, questions, language));
  if (said.length === 1 && said[0]) return said[0];
  const { group, either, and } = wording[language];
  const grouped = said.map(({ text, compound }) => (compound ? group(text) : text));
  return { text: grouped.join('all' in condition === denied ? either : and), compound: true };
}

type FieldCondition = Extract<Condition, { readonly field: string }>;

function fieldWords({ field, in: wanted }: FieldCondition, denied: boolean, questions: Questions, language: Language) {
  const { is, isNot, includes, includesNot, quote, comma, or } = wording[language];
  const question = questions[field];
  const named = wanted.map((value) => quote(nameOfAnswer(question, value, language)));
  const last = named.at(-1) ?? '';
  const before = named.slice(0, -1).join(comma);
  const options = before === '' ? last : before + or + last;
  // A Chinese question loses its mark before the colon that follows.
  const label = question?.label[language].replace(/？$/, '') ?? field;
  if (question?.type === 'many-of') return denied ? includesNot(label, options) : includes(label, options);
  return denied ? isNot(label, options) : is(label, options);
}

/** An answer with options as people read it, without its explanation in brackets where the rest still tells it apart. */
export function nameOfAnswer(question: Question | undefined, value: string | boolean, language: Language): string {
  if (typeof value === 'boolean') return value ? wording[language].yes : wording[language].no;
  const options = question && 'options' in question ? question.options : [];
  const option = options.find(({ id }) => id === value);
  return option ? shortLabel(option, options, language) : value;
}

function shortLabel(option: Option, options: readonly Option[], language: Language): string {
  const short = ({ label }: Option) => label[language].replace(/\s*[（(][^（()）]*[)）]$/, '');
  const unique = options.filter((one) => short(one) === short(option)).length === 1;
  return unique && short(option) !== '' ? short(option) : option.label[language];
}

const wording = {
  zh: {
    is: (question: string, options: string) => `${question}：${options}`,
    isNot: (question: string, options: string) => `${question}：没有选${options}`,
    includes: (question: string, options: string) => `${question}：选了${options}`,
    includesNot: (question: string, options: string) => `${question}：没有选${options}`,
    quote: (text: string) => `“${text}”`,
    group: (text: string) => `（${text}）`,
    comma: '、',
    or: '或',
    and: '，并且',
    either: '，或者',
    yes: '是',
    no: '否',
  },
  en: {
    is: (question: string, options: string) => `“${question}” is ${options}`,
    isNot: (question: string, options: string) => `“${question}” is not ${options}`,
    includes: (question: string, options: string) => `“${question}” includes ${options}`,
    includesNot: (question: string, options: string) => `“${question}” does not include ${options}`,
    quote: (text: string) => `“${text}”`,
    group: (text: string) => `(${text})`,
    comma: ', ',
    or: ' or ',
    and: ', and ',
    either: ', or ',
    yes: 'Yes',
    no: 'No',
  },
} as const;
