import type { Decision } from '@zenmeban/domain/check';
import type { Answer, Answers, Question, Step } from '@zenmeban/domain/engine';

/** A legal answer to every question of a step that must be answered. */
export function plainAnswers(ask: Step['ask']): Answers {
  const needed = Object.entries(ask).filter(([, question]) => question.optional !== true);
  return Object.fromEntries(needed.map(([field, question]) => [field, plainAnswer(question)]));
}

function plainAnswer(question: Question): Answer {
  switch (question.type) {
    case 'one-of':
      return question.options[0]?.id ?? '';
    case 'many-of':
      return [question.options[0]?.id ?? ''];
    case 'yes-no':
      return false;
    case 'text':
      return '已记录';
    case 'number':
      return question.min;
    case 'date-time':
      return new Date().toISOString();
  }
}

/** A legal answer to every question of a step: as a way decides, plain otherwise; what it leaves open stays open. */
export function decidedAnswers(step: Pick<Step, 'ask'>, decision: Decision | undefined): Answers {
  return { ...plainAnswers(step.ask), ...decision?.answers };
}

/** Those of the answers whose fields are named. */
export function pick(answers: Answers, fields: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => fields.includes(field)));
}

/** What the analysis counts of a complaint that was looked into, and the answers that say so. */
export const complained = {
  ...{ channel: 'oral', category: 'waiting', cause: 'staffing' },
  ...{ justified: 'yes', remedy: 'apology', satisfaction: 'partly' },
} as const;

export const complaintAnswers: Answers = { ...complained, 'customer-known': true };
