import { checkAnswer, type AnswerProblem } from './check-answer';
import type { Answer, Answers, Question } from './playbook';
import type { FieldProblem } from './problem';

/** Answers fit to be kept, or every problem with its path (`answers.<field>`). */
export type CheckedAnswers = { readonly answers: Answers; readonly problems: readonly FieldProblem[] };

/**
 * Reads what a client sent as the answers to `questions`. Only own properties count, so `__proto__` and its like are
 * plain unknown fields. Unanswered optional questions are left out of `answers`.
 */
export function checkAnswers(questions: Readonly<Record<string, Question>>, given: unknown): CheckedAnswers {
  const fields = ownFields(given);
  if (!fields) return { answers: {}, problems: [notAMap] };
  const problems: FieldProblem[] = [];
  const answers: [string, Answer][] = [];

  for (const [field, question] of Object.entries(questions)) {
    const checked = checkAnswer(question, fields.get(field));
    if (checked.problem) problems.push(at(field, checked.problem));
    else if (checked.answer !== undefined) answers.push([field, checked.answer]);
  }
  for (const field of fields.keys()) {
    if (!Object.hasOwn(questions, field)) problems.push(at(field, unknownField(Object.keys(questions))));
  }
  return { answers: Object.fromEntries(answers), problems };
}

const at = (field: string, problem: AnswerProblem): FieldProblem => ({
  path: `answers.${field.slice(0, 100)}`,
  ...problem,
});

function ownFields(given: unknown): Map<string, unknown> | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  return new Map<string, unknown>(Object.entries(given));
}

const notAMap: FieldProblem = {
  path: 'answers',
  code: 'wrong_type',
  message: { zh: '回答应按问题逐项给出。', en: 'Answers must be given by question.' },
};

function unknownField(known: readonly string[]): AnswerProblem {
  const names = known.join(', ');
  return {
    code: 'unknown_field',
    message: known.length
      ? { zh: `这一步没有这个问题；可用的有：${names}。`, en: `This step does not ask that; it asks: ${names}.` }
      : { zh: '这一步没有问题要回答。', en: 'This step asks nothing.' },
  };
}
