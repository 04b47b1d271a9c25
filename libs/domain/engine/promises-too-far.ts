import { readInstant } from './instant';
import type { Answers, Playbook } from './playbook';
import type { FieldProblem } from './problem';

const daySeconds = 86_400;

/**
 * A promised time (the `by` of some step) may not lie further off than the playbook gives the whole incident: it is a
 * slip of the finger, and what waits for it would wait for years. One in the past stays: a phone may tell of it late.
 */
export function promisesTooFar(playbook: Playbook, answers: Answers, now: Date): FieldProblem[] {
  const { resolveWithinSeconds } = playbook;
  if (resolveWithinSeconds === undefined) return [];
  const latest = now.getTime() + resolveWithinSeconds * 1_000;
  const promises = new Set(playbook.steps.flatMap(({ by }) => by ?? []));
  return Object.entries(answers).flatMap(([field, answer]): FieldProblem[] => {
    const promised = promises.has(field) && typeof answer === 'string' ? readInstant(answer) : null;
    if (!promised || promised.getTime() <= latest) return [];
    const days = Math.ceil(resolveWithinSeconds / daySeconds);
    const message = {
      zh: `太远了：最晚约在 ${days} 天内，请看看日期。`,
      en: `Too far off: at the latest within ${days} days. Please look at the date.`,
    };
    return [{ path: `answers.${field}`, code: 'too_far', message }];
  });
}
