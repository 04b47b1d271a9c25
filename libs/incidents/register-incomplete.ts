import { DomainError, type ReviewField, reviewFieldNames } from '@zenmeban/domain/engine';

/** Refuses to close a complaint, and names everything its register still needs. */
export function registerIncomplete(missing: readonly ReviewField[]): DomainError {
  const names = missing.map((field) => reviewFieldNames[field]);
  return new DomainError(
    'conflict',
    'incident.register_incomplete',
    {
      zh: `投诉台账还缺：${names.map(({ zh }) => zh).join('、')}。请先在复核中补全，再关闭。`,
      en: `The complaint register still lacks: ${names.map(({ en }) => en).join(', ')}. Fill in the review, then close.`,
    },
    missing.map((field) => ({
      path: `review.${field}`,
      code: 'required',
      message: {
        zh: `请填写${reviewFieldNames[field].zh}。`,
        en: `Please say: ${reviewFieldNames[field].en}.`,
      },
    })),
  );
}
