import type { Condition, Localized, Option, Playbook, Question } from '@zenmeban/domain/engine';
import type { TFunction } from 'i18next';

/** In which language the rules of a playbook are put into words. */
export type Speaker = { t: TFunction; say: (text: Localized) => string };

type Questions = Readonly<Record<string, Question>>;

/** All questions of a playbook by field; field names are unique in it. */
export const questionsOf = ({ steps }: Pick<Playbook, 'steps'>): Questions =>
  Object.fromEntries(steps.flatMap(({ ask }) => Object.entries(ask)));

/**
 * A condition as people say it, by the words of its questions: `伤得怎么样：“轻伤”或“较重”`. An unanswered question
 * makes a `not` true, so that is said as "没有选" and not as the opposite answer.
 */
export function conditionWords(condition: Condition, questions: Questions, speaker: Speaker): string {
  return words(condition, false, questions, speaker).text;
}

type Words = { text: string; compound: boolean };

/** `not` goes inwards, so that only single questions are denied: not (a and b) is not a, or not b. */
function words(condition: Condition, denied: boolean, questions: Questions, speaker: Speaker): Words {
  if ('not' in condition) return words(condition.not, !denied, questions, speaker);
  if ('field' in condition) return { text: fieldWords(condition, denied, questions, speaker), compound: false };
  const parts = 'all' in condition ? condition.all : condition.any;
  const said = parts.map((part) => words(part, denied, questions, speaker));
  if (said.length === 1 && said[0]) return said[0];
  const { t } = speaker;
  const grouped = said.map(({ text, compound }) => (compound ? t('rules.group', { what: text }) : text));
  return { text: grouped.join('all' in condition === denied ? t('rules.either') : t('rules.and')), compound: true };
}

type FieldCondition = Extract<Condition, { field: string }>;

function fieldWords({ field, in: wanted }: FieldCondition, denied: boolean, questions: Questions, speaker: Speaker) {
  const { t, say } = speaker;
  const question = questions[field];
  const gaps = {
    question: question ? asName(say(question.label)) : field,
    options: listed(
      wanted.map((value) => t('rules.quoted', { text: answerName(value, question, speaker) })),
      t,
    ),
  };
  if (question?.type === 'many-of') return t(denied ? 'rules.includesNot' : 'rules.includes', gaps);
  return t(denied ? 'rules.isNot' : 'rules.is', gaps);
}

function answerName(value: string | boolean, question: Question | undefined, { t, say }: Speaker): string {
  if (typeof value === 'boolean') return value ? t('incident.yes') : t('incident.no');
  const options = question && 'options' in question ? question.options : [];
  const option = options.find(({ id }) => id === value);
  return option ? shortLabel(option, options, say) : value;
}

/** Without its explanation in brackets, where the rest still tells it from the others. */
function shortLabel(option: Option, options: readonly Option[], say: Speaker['say']): string {
  const short = (one: Option) => say(one.label).replace(/\s*[（(][^（()）]*[)）]$/, '');
  const unique = options.filter((one) => short(one) === short(option)).length === 1;
  return unique && short(option) !== '' ? short(option) : say(option.label);
}

/** A Chinese question loses its mark before the colon that follows. */
const asName = (label: string): string => label.replace(/？$/, '');

/** `a、b或c` */
function listed(items: readonly string[], t: TFunction): string {
  const before = items.slice(0, -1).join(t('app.comma'));
  const last = items.at(-1) ?? '';
  return before === '' ? last : t('rules.orLast', { before, last });
}
