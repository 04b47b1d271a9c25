import { checkAnswer } from './check-answer';
import type { Localized } from './localized';
import type { Answers, Option, Playbook } from './playbook';
import type { FieldProblem } from './problem';
import type { Run } from './run';
import { answersOf } from './steps';

/** What a supervisor looks at again (复核) before closing: questions of the playbook by their ids. */
export const reviewFields = ['category', 'cause', 'justified', 'remedy', 'satisfaction'] as const;
export type ReviewField = (typeof reviewFields)[number];

/** What a review says, by field; null = as the answers say. */
export type ReviewValues = Readonly<Record<ReviewField, string | null>>;
export type Review = ReviewValues & { readonly note: string };

/** The review of an incident that nobody has reviewed. */
export const noReview: Review = {
  ...{ category: null, cause: null, justified: null, remedy: null, satisfaction: null },
  note: '',
};

export const reviewFieldNames: Readonly<Record<ReviewField, Localized>> = {
  category: { zh: '投诉类别', en: 'category' },
  cause: { zh: '原因', en: 'cause' },
  justified: { zh: '是否成立', en: 'whether it was justified' },
  remedy: { zh: '处理措施', en: 'remedy' },
  satisfaction: { zh: '满意度', en: 'satisfaction' },
};

/** Without these a line of the complaint register (投诉台账) says nothing one could learn from. */
const neededForComplaints: readonly ReviewField[] = ['category', 'cause', 'justified', 'remedy'];

/** The step that asks for a field, and the options it offers; null when this version of the playbook does not ask. */
export function reviewQuestion(
  { steps }: Playbook,
  field: ReviewField,
): { readonly stepId: string; readonly options: readonly Option[] } | null {
  for (const { id, ask } of steps) {
    const question = Object.hasOwn(ask, field) ? ask[field] : undefined;
    if (question?.type === 'one-of') return { stepId: id, options: question.options };
  }
  return null;
}

/** What was answered to the questions a review looks at; null where nothing was. */
export function answeredForReview(playbook: Playbook, run: Run): ReviewValues {
  const answers = answersOf(run);
  const said = (field: ReviewField) => (reviewQuestion(playbook, field) ? textOf(answers, field) : null);
  return {
    category: said('category'),
    cause: said('cause'),
    justified: said('justified'),
    remedy: said('remedy'),
    satisfaction: said('satisfaction'),
  };
}

/** Every value that is no option of this version of the playbook, by its field. */
export function reviewProblems(playbook: Playbook, values: Partial<ReviewValues>): FieldProblem[] {
  return reviewFields.flatMap((field): FieldProblem[] => {
    const value = values[field] ?? null;
    if (value === null) return [];
    const question = reviewQuestion(playbook, field);
    if (!question) return [{ path: field, code: 'not_asked', message: notAsked(reviewFieldNames[field]) }];
    const label = reviewFieldNames[field];
    const { problem } = checkAnswer({ type: 'one-of', label, options: question.options }, value);
    return problem ? [{ path: field, ...problem }] : [];
  });
}

/** What the complaint register needs, and neither the answers nor the review say; nothing for any other incident. */
export function missingForRegister(playbook: Playbook, run: Run, review: ReviewValues): ReviewField[] {
  if (playbook.register?.id !== 'complaint') return [];
  const answered = answeredForReview(playbook, run);
  return neededForComplaints.filter(
    (field) => reviewQuestion(playbook, field) && review[field] === null && answered[field] === null,
  );
}

function textOf(answers: Answers, field: ReviewField): string | null {
  const answer = Object.hasOwn(answers, field) ? answers[field] : undefined;
  return typeof answer === 'string' ? answer : null;
}

const notAsked = (name: Localized): Localized => ({
  zh: `这份预案不问“${name.zh}”，不用填写。`,
  en: `This playbook does not ask for the ${name.en}; leave it out.`,
});
