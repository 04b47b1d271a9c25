import { describe, expect, it } from '@jest/globals';
import { at, oneOf, playbook, step } from '../examples/playbook';
import type { Settlement } from './run';
import { DomainError } from './problem';
import { settleStep } from './settle-step';
import { startRun } from './start-run';

const serious = { field: 'injury', in: ['serious'] };
const book = playbook(
  step('help', { required: true }),
  step('assess', { after: ['help'], ask: { injury: oneOf('none', 'serious') } }),
  step('doctor', { after: ['assess'], when: serious, withinSeconds: 120, escalate: { policy: 'urgent' } }),
  step('escort', { after: ['doctor'], when: serious }),
  step('record', { after: ['escort'], required: true }),
);
const started = startRun(book, at(0)).run;
const done = (answers = {}): Settlement => ({ kind: 'done', answers });
const skip = (reason: string): Settlement => ({ kind: 'skipped', reason });
const helped = settleStep(book, started, 'help', done(), at(10)).run;

const refusal = (settle: () => unknown): DomainError => {
  try {
    settle();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

describe('settleStep', () => {
  it('makes what waited for the step ready', () => {
    expect(settleStep(book, started, 'help', done(), at(10)).changed).toEqual([
      { id: 'help', state: 'done', readyAt: at(0), answers: {} },
      { id: 'assess', state: 'ready', readyAt: at(10) },
    ]);
  });

  it('calls people and sets the deadline when an answer makes a step needed', () => {
    const change = settleStep(book, helped, 'assess', done({ injury: 'serious' }), at(20));
    expect(change.changed[1]).toEqual({ id: 'doctor', state: 'ready', readyAt: at(20), dueAt: at(140) });
    expect(change.escalations).toEqual([{ stepId: 'doctor', policy: 'urgent' }]);
  });

  it('passes over everything the answer makes unnecessary, in one go', () => {
    const change = settleStep(book, helped, 'assess', done({ injury: 'none' }), at(20));
    expect(change.changed.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'assess done',
      'doctor not_needed',
      'escort not_needed',
      'record ready',
    ]);
    expect(change.escalations).toEqual([]);
  });

  it('counts a skipped step as settled, and its question as unanswered', () => {
    const { run } = settleStep(book, helped, 'assess', skip('客人已离开'), at(20));
    expect(run.steps.map(({ state }) => state)).toEqual(['done', 'skipped', 'not_needed', 'not_needed', 'ready']);
  });

  it('leaves the run it was given as it was', () => {
    const before = structuredClone(started);
    settleStep(book, started, 'help', done(), at(10));
    expect(started).toEqual(before);
  });

  it.each<[string, string, Settlement, string, string]>([
    ['an unknown step', 'dance', done(), 'not_found', 'step.unknown'],
    ['a name every object inherits', '__proto__', done(), 'not_found', 'step.unknown'],
    ['a step out of turn', 'record', done(), 'conflict', 'step.not_ready'],
    ['a step already done', 'help', done(), 'conflict', 'step.already_settled'],
    ['a wrong answer', 'assess', done({ injury: 'x' }), 'invalid', 'step.answers_invalid'],
    ['a skip without a reason', 'assess', skip(' '), 'invalid', 'step.reason_invalid'],
    ['a skip with an endless reason', 'assess', skip('字'.repeat(4_001)), 'invalid', 'step.reason_invalid'],
  ])('refuses %s', (_, id, settlement, fault, code) => {
    expect(refusal(() => settleStep(book, helped, id, settlement, at(20)))).toMatchObject({ fault, code });
  });

  it('refuses to skip a required step', () => {
    expect(refusal(() => settleStep(book, started, 'help', skip('忙'), at(20)))).toMatchObject({
      fault: 'conflict',
      code: 'step.required',
    });
  });

  it('says which steps come first', () => {
    expect(refusal(() => settleStep(book, helped, 'record', done(), at(20))).sentence.en).toContain('escort');
  });

  it('refuses a step that turned out not to be needed', () => {
    const { run } = settleStep(book, helped, 'assess', done({ injury: 'none' }), at(20));
    expect(refusal(() => settleStep(book, run, 'doctor', done(), at(30))).code).toBe('step.already_settled');
  });

  it('refuses a promise that lies after everything should be over, and keeps one that has passed', () => {
    const promising = {
      ...playbook(
        step('ask', { ask: { 'call-at': { type: 'date-time', label: { zh: '何时', en: 'When' } } } }),
        step('call', { after: ['ask'], by: 'call-at' }),
      ),
      resolveWithinSeconds: 86_400,
    };
    const promise = (when: Date) => () =>
      settleStep(promising, startRun(promising, at(0)).run, 'ask', done({ 'call-at': when.toISOString() }), at(0));
    expect(refusal(promise(at(86_401))).fields).toMatchObject([{ path: 'answers.call-at', code: 'too_far' }]);
    expect(promise(at(86_400))().changed.at(-1)).toMatchObject({ id: 'call', state: 'ready', dueAt: at(86_400) });
    expect(promise(at(-60))().changed.at(-1)).toMatchObject({ id: 'call', state: 'ready', dueAt: at(-60) });
  });
});
