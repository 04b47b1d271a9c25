import type { Answer, Answers, Question } from '@zenmeban/domain/engine';
import { type Dice, seconds } from './dice';
import type { Case, Saying, Story } from './stories';

/**
 * What somebody in this case answers to these questions. What the story does not say is chosen among what is legal,
 * so that a changed playbook can still be told; the domain checks it all again.
 */
export function answersFor(
  ask: Readonly<Record<string, Question>>,
  told: { story: Story; happened: Case },
  at: Date,
  dice: Dice,
): Answers {
  const said: Saying = { ...told.story.answers, ...told.happened.answers };
  const given = Object.entries(ask).flatMap(([field, question]): [string, Answer][] => {
    const known = choose(said[field], question, dice);
    if (known !== undefined && fits(known, question)) return [[field, known]];
    if (question.type === 'date-time') return [[field, field.endsWith('-at') ? at.toISOString() : laterDay(at, dice)]];
    return question.optional ? [] : [[field, anything(question, told.happened, dice)]];
  });
  return Object.fromEntries(given);
}

/** A list is a choice; for a question that takes many options, a list of lists is. */
function choose(said: Saying[string] | undefined, question: Question, dice: Dice): Answer | undefined {
  if (said === undefined || typeof said !== 'object') return said;
  const list = said as readonly Answer[];
  return question.type === 'many-of' && !Array.isArray(list[0]) ? (said as Answer) : dice.pick(list);
}

function fits(answer: Answer, question: Question): boolean {
  if (question.type === 'one-of') return question.options.some(({ id }) => id === answer);
  if (question.type === 'many-of')
    return Array.isArray(answer) && answer.every((one) => question.options.some(({ id }) => id === one));
  if (question.type === 'yes-no') return typeof answer === 'boolean';
  if (question.type === 'number') return typeof answer === 'number' && answer >= question.min && answer <= question.max;
  return question.type === 'text' && typeof answer === 'string';
}

function anything(question: Question, happened: Case, dice: Dice): Answer {
  if (question.type === 'one-of') return dice.pick(question.options).id;
  if (question.type === 'many-of') return [dice.pick(question.options).id];
  if (question.type === 'yes-no') return false;
  if (question.type === 'number') return Math.ceil(question.min);
  return happened.summary;
}

/** What is promised: one to two days later at a full hour. */
function laterDay(at: Date, dice: Dice): string {
  const hour = 3_600_000;
  const later = seconds(at, dice.between(20, 40) * 3_600);
  return new Date(Math.round(later.getTime() / hour) * hour).toISOString();
}
