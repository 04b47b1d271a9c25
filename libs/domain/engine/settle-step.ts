import { checkAnswers } from './check-answers';
import type { Playbook, Step } from './playbook';
import { DomainError } from './problem';
import { promisesTooFar } from './promises-too-far';
import type { Run, RunChange, RunStep, Settlement } from './run';
import { blockersOf, cascade, changeBetween, isSettled } from './steps';
import { textProblem } from './text';
import { textProblemMessages } from './text-messages';

/**
 * Settles one ready step and moves on what waited for it.
 *
 * The answers kept are the checked ones (`changed[…].answers`): empty optional ones left out, instants in UTC.
 * @throws DomainError `step.unknown` (not_found), `step.not_ready`, `step.already_settled`, `step.required` (conflict),
 *   `step.answers_invalid`, `step.reason_invalid` (invalid, with every field).
 */
export function settleStep(playbook: Playbook, run: Run, stepId: string, settlement: Settlement, now: Date): RunChange {
  const step = playbook.steps.find(({ id }) => id === stepId);
  const before = run.steps.find(({ id }) => id === stepId);
  if (!step || !before) throw stepUnknown();
  if (isSettled(before)) throw stepSettled(step);
  if (before.state !== 'ready') throw stepNotReady(playbook, step, run);

  const after =
    settlement.kind === 'done'
      ? done(playbook, step, before, settlement.answers, now)
      : skipped(step, before, settlement);
  const settled: Run = { steps: run.steps.map((other) => (other === before ? after : other)) };
  return changeBetween(playbook, run, cascade(playbook, settled, now).run);
}

function done(playbook: Playbook, step: Step, before: RunStep, given: unknown, now: Date): RunStep {
  const { answers, problems: own } = checkAnswers(step.ask, given);
  const problems = [...own, ...promisesTooFar(playbook, answers, now)];
  if (problems.length === 0) return { ...before, state: 'done', answers };
  const sentence = {
    zh: '有些回答需要改正，请看标出的问题。',
    en: 'Some answers need correcting; see the marked questions.',
  };
  throw new DomainError('invalid', 'step.answers_invalid', sentence, problems);
}

function skipped(step: Step, before: RunStep, { reason }: { readonly reason: string }): RunStep {
  if (step.required) {
    throw new DomainError('conflict', 'step.required', {
      zh: `“${step.title.zh}”是必做步骤，不能跳过，请完成它。`,
      en: `"${step.title.en}" is a required step and cannot be skipped; please complete it.`,
    });
  }
  const problem = textProblem(reason);
  if (!problem) return { ...before, state: 'skipped' };
  const sentence = { zh: '请写明跳过的原因。', en: 'Please say why the step is skipped.' };
  const field = { path: 'reason', code: problem, message: textProblemMessages[problem] };
  throw new DomainError('invalid', 'step.reason_invalid', sentence, [field]);
}

const stepUnknown = () =>
  new DomainError('not_found', 'step.unknown', {
    zh: '这个预案里没有这一步，请刷新后再试。',
    en: 'This playbook has no such step; please refresh and try again.',
  });

const stepSettled = (step: Step) =>
  new DomainError('conflict', 'step.already_settled', {
    zh: `“${step.title.zh}”已经处理过了，请看下一步。`,
    en: `"${step.title.en}" has already been dealt with; please go on to the next step.`,
  });

function stepNotReady(playbook: Playbook, step: Step, run: Run): DomainError {
  const open = new Set(blockersOf(step, run));
  const titles = playbook.steps.filter(({ id }) => open.has(id)).map(({ title }) => title);
  return new DomainError('conflict', 'step.not_ready', {
    zh: `还没轮到“${step.title.zh}”，请先完成：${titles.map(({ zh }) => zh).join('、')}。`,
    en: `It is not the turn of "${step.title.en}" yet; please finish first: ${titles.map(({ en }) => en).join(', ')}.`,
  });
}
