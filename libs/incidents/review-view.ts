import type { Person, Transaction } from '@zenmeban/database';
import {
  answeredForReview,
  missingForRegister,
  noReview,
  type Playbook,
  type Review,
  type ReviewField,
  reviewFields,
  reviewQuestion,
  type Run,
} from '@zenmeban/domain/engine';
import type { Hides } from './hidden-steps';

/** What changed of a review. */
export type ReviewChange = { readonly before: Partial<Review>; readonly after: Partial<Review> };

/** Who looks: which steps are hidden from them, and whether they may review. */
export type ReviewViewer = { readonly hides: Hides; readonly mayReview: boolean };

type WrittenReview = Review & { readonly by: Pick<Person, 'id' | 'name'>; readonly at: Date };

/** The review of an incident ($1) with its author. */
const reviewStatement = `
SELECT r.category, r.cause, r.justified, r.remedy, r.satisfaction, r.note, r.reviewed_at AS at,
  jsonb_build_object('id', p.id, 'name', p.name) AS by
FROM app.incident_review r JOIN app.person p ON p.id = r.reviewed_by_id WHERE r.incident_id = $1`;

export async function loadReview(tx: Transaction, incidentId: string): Promise<WrittenReview | null> {
  const [row] = await tx.query<WrittenReview[]>(reviewStatement, [incidentId]);
  return row ?? null;
}

/**
 * As the contract's `review`: each field this version asks for and this person may see, with what was answered and what
 * the review says instead; `missing` is what keeps a complaint from being closed. The note is for those who may review.
 */
export function reviewView(
  playbook: Playbook,
  run: Run,
  written: WrittenReview | null,
  { hides, mayReview }: ReviewViewer,
) {
  const review = written ?? noReview;
  const answered = answeredForReview(playbook, run);
  const seen = reviewFields.filter((field) => !isFieldHidden(playbook, field, hides));
  const missing = missingForRegister(playbook, run, review);
  return {
    fields: seen.flatMap((field) => {
      const question = reviewQuestion(playbook, field);
      if (!question) return [];
      return [{ field, options: question.options, answered: answered[field], value: review[field] }];
    }),
    note: mayReview ? review.note : '',
    by: written?.by ?? null,
    at: written?.at ?? null,
    missing: missing.filter((field) => seen.includes(field)),
  };
}

/** Whether a confidential step asks for a field that this person may therefore neither see nor change. */
export function isFieldHidden(playbook: Playbook, field: ReviewField, hides: Hides): boolean {
  const question = reviewQuestion(playbook, field);
  return question !== null && hides(question.stepId);
}

/** What differs between two reviews; null when nothing does. */
export function changeOfReview(before: Review, after: Review): ReviewChange | null {
  const changed = [...reviewFields, 'note' as const].filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return null;
  const of = (review: Review) => Object.fromEntries(changed.map((field) => [field, review[field]]));
  return { before: of(before), after: of(after) };
}

/** A change as this person may see it; null when nothing of it is for them. */
export function changeAsSeen(
  { before, after }: ReviewChange,
  playbook: Playbook,
  { hides, mayReview }: ReviewViewer,
): ReviewChange | null {
  const isShown = (field: string) =>
    field === 'note'
      ? mayReview
      : reviewFields.some((known) => known === field && !isFieldHidden(playbook, known, hides));
  const of = (review: Partial<Review>) =>
    Object.fromEntries(Object.entries(review).filter(([field]) => isShown(field)));
  return Object.keys(after).some(isShown) ? { before: of(before), after: of(after) } : null;
}
