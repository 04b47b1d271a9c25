import {
  type Answer,
  type Answers,
  checkAnswers,
  type Language,
  textProblem,
  textProblemMessages,
} from '@zenmeban/domain/engine';
import type { FieldError } from '../../lib/problem';
import type { Step } from '../../lib/types';

/** What a person has typed into a step and not sent yet. Numbers are kept as typed. */
export type StepDraft = { answers: Readonly<Record<string, Answer>>; note: string };

export const emptyDraft: StepDraft = { answers: {}, note: '' };

export const isEmptyDraft = ({ answers, note }: StepDraft): boolean =>
  note.trim() === '' &&
  Object.values(answers).every((answer) => answer === '' || (Array.isArray(answer) && !answer.length));

/** Reads a kept draft; what cannot be read is no draft. */
export function readDraft(text: string | null): StepDraft {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (typeof kept !== 'object' || kept === null) return emptyDraft;
    const { answers, note } = kept as Partial<StepDraft>;
    return {
      answers: typeof answers === 'object' && answers !== null ? answers : {},
      note: typeof note === 'string' ? note : '',
    };
  } catch {
    return emptyDraft;
  }
}

/** The answers as the API wants them: only those given, numbers as numbers. */
export function answersIn(step: Step, draft: StepDraft): Answers {
  const given = Object.entries(draft.answers).filter(([field, answer]) => field in step.ask && answer !== '');
  return Object.fromEntries(given.map(([field, answer]) => [field, asAsked(step, field, answer)]));
}

function asAsked(step: Step, field: string, answer: Answer): Answer {
  if (step.ask[field]?.type !== 'number' || typeof answer !== 'string') return answer;
  return readNumber(answer) ?? answer;
}

/** `1,000`, `１０００`, `1 000 元` and `0,5` as people type them; null when it is no number. */
export function readNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s元¥￥]/g, '');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const number = Number(grouped ? plain.replaceAll(',', '') : plain.replace(',', '.'));
  return plain !== '' && Number.isFinite(number) ? number : null;
}

/** Everything wrong with a draft, with the paths the server would use, before it is sent. */
export function draftProblems(step: Step, draft: StepDraft, language: Language): FieldError[] {
  const { problems } = checkAnswers(step.ask, answersIn(step, draft));
  const noteProblem = textProblem(draft.note);
  const note =
    noteProblem && noteProblem !== 'empty'
      ? [{ path: 'note', code: noteProblem, message: textProblemMessages[noteProblem] }]
      : [];
  return [...problems, ...note].map(({ path, code, message }) => ({ path, code, message: message[language] }));
}
