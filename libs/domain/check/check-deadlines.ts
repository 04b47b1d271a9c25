import type { Localized, Playbook, Step } from '../engine';
import { pathOfStep } from './path-of-step';
import { askedBy } from './check-conditions';
import type { Finding, Path } from './finding';
import { formatDuration } from './duration';
import { inTurn, type Way } from './ways';

/**
 * No deadline outlives what it belongs to: a reminder comes after the step began, a promise has been made when it is
 * the deadline, and on no way may a step be due after the incident should be resolved.
 */
export function checkDeadlines(playbook: Playbook, ways: readonly Way[]): Finding[] {
  return [
    ...playbook.steps.flatMap((step, index) => checkStep(playbook, step, pathOfStep(playbook, index))),
    ...dueTooLate(playbook, ways),
  ];
}

function checkStep(playbook: Playbook, step: Step, at: Path): Finding[] {
  const { withinSeconds, remindSeconds, by } = step;
  const findings: Finding[] = [];
  if (remindSeconds !== undefined) {
    if (withinSeconds === undefined && by === undefined)
      findings.push({ path: [...at, 'remind'], code: 'remind.of_nothing', message: remindsOfNothing });
    else if (withinSeconds !== undefined && remindSeconds >= withinSeconds)
      findings.push({ path: [...at, 'remind'], code: 'remind.too_early', message: remindsTooEarly });
  }
  if (by !== undefined) findings.push(...checkPromise(playbook, by, withinSeconds, at));
  return findings;
}

/** A promised time is an answer; where there may be none, `within` must say what counts instead. */
function checkPromise(playbook: Playbook, by: string, withinSeconds: number | undefined, at: Path): Finding[] {
  const asking = playbook.steps.find(({ id }) => id === askedBy(playbook).get(by));
  const question = asking?.ask[by];
  if (!asking || question?.type !== 'date-time')
    return [{ path: [...at, 'by'], code: 'by.no_time', message: notATime(by) }];
  const maybeUnanswered = question.optional === true || !asking.required || asking.when !== undefined;
  return maybeUnanswered && withinSeconds === undefined
    ? [{ path: [...at, 'by'], code: 'by.maybe_unanswered', message: maybeNoTime(by) }]
    : [];
}

/** Where each step is due at the latest, counted from the opening along everything it waits for, over all ways. */
function dueTooLate(playbook: Playbook, ways: readonly Way[]): Finding[] {
  const target = playbook.resolveWithinSeconds;
  if (target === undefined) return [];
  const latest = new Map<string, number>();
  const turn = inTurn(playbook.steps);
  for (const { outcomes } of ways) {
    const settled = new Map<string, number>();
    for (const { id, after, withinSeconds } of turn) {
      const ready = Math.max(0, ...after.map((other) => settled.get(other) ?? 0));
      const isNeeded = outcomes.get(id) !== 'not_needed';
      const due = ready + (isNeeded ? (withinSeconds ?? 0) : 0);
      settled.set(id, due);
      if (isNeeded) latest.set(id, Math.max(latest.get(id) ?? 0, due));
    }
  }
  const late = playbook.steps.flatMap((step, index): { due: number; finding: Finding }[] => {
    const due = latest.get(step.id) ?? 0;
    if (due <= target || step.withinSeconds === undefined) return [];
    const path = [...pathOfStep(playbook, index), 'within'];
    return [{ due, finding: { path, code: 'deadline.too_late', message: tooLate(due, target) } }];
  });
  // What comes after the first late step is late because of it.
  return late.slice(0, 1).map(({ finding }) => finding);
}

const tooLate = (due: number, target: number): Localized => ({
  zh: `这一步最迟在开始后${formatDuration(due, 'zh')}才到期，而整个事件应在${formatDuration(target, 'zh')}内解决（resolve-within）。`,
  en: `This step may be due ${formatDuration(due)} after the opening, but the incident should be resolved within ${formatDuration(target)} (resolve-within).`,
});
const remindsTooEarly: Localized = {
  zh: '提醒（remind）应比时限（within）短。',
  en: 'The reminder must be shorter than the time the step has (within).',
};
const remindsOfNothing: Localized = {
  zh: '没有时限（within 或 by），就没有什么可提醒。',
  en: 'Without a deadline (within or by) there is nothing to remind of.',
};
const notATime = (field: string): Localized => ({
  zh: `“${field}”不是本预案里问日期时间（date-time）的问题。`,
  en: `"${field}" is no date-time question of this playbook.`,
});
const maybeNoTime = (field: string): Localized => ({
  zh: `“${field}”可能没有回答；请另写 within，或让它成为必答。`,
  en: `"${field}" may stay unanswered; give within as well, or make it certain to be answered.`,
});
