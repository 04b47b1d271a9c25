import type { Answers, Condition } from './playbook';

/**
 * Whether `condition` holds for `answers` (those of all done steps together).
 * A question without an answer makes a condition on it false; a `many-of` answer matches when any chosen option does.
 */
export function evaluate(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, answers));
  if ('any' in condition) return condition.any.some((part) => evaluate(part, answers));
  if ('not' in condition) return !evaluate(condition.not, answers);
  if (!Object.hasOwn(answers, condition.field)) return false;
  const answer = answers[condition.field];
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return given.some((value) => condition.in.some((wanted) => wanted === value));
}

/** The fields a condition mentions. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  return 'not' in condition ? fieldsOf(condition.not) : [condition.field];
}
