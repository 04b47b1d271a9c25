import { describe, expect, it } from '@jest/globals';
import { at, playbook, step } from '../examples/playbook';
import { startRun } from './start-run';
import { isOverdue, readySteps } from './steps';

const never = { any: [] };

describe('startRun', () => {
  it('makes what waits for nothing ready, each with its own deadline', () => {
    const change = startRun(
      playbook(step('help', { withinSeconds: 60 }), step('cordon'), step('record', { after: ['help'] })),
      at(0),
    );
    expect(change.run.steps).toEqual([
      { id: 'help', state: 'ready', readyAt: at(0), dueAt: at(60) },
      { id: 'cordon', state: 'ready', readyAt: at(0) },
      { id: 'record', state: 'waiting' },
    ]);
    expect(change.changed.map(({ id }) => id)).toEqual(['help', 'cordon']);
  });

  it('passes over steps whose condition is false, and what waited for them', () => {
    const change = startRun(
      playbook(
        step('third', { after: ['second'] }),
        step('first', { when: never }),
        step('second', { after: ['first'], when: never }),
      ),
      at(0),
    );
    expect(change.run.steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'third ready',
      'first not_needed',
      'second not_needed',
    ]);
    expect(change.changed.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
  });

  it('asks for the escalations of the steps that are ready', () => {
    const call = { escalate: { policy: 'urgent' } };
    const change = startRun(
      playbook(step('a', call), step('b', { ...call, when: never }), step('c', { ...call, after: ['a'] })),
      at(0),
    );
    expect(change.escalations).toEqual([{ stepId: 'a', policy: 'urgent' }]);
  });
});

describe('readySteps', () => {
  it('follows the order of the playbook, whatever the order of the run', () => {
    const book = playbook(step('a'), step('b'), step('c', { after: ['a'] }));
    const { run } = startRun(book, at(0));
    expect(readySteps(book, { steps: run.steps.toReversed() }).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('isOverdue', () => {
  it.each([
    ['before its deadline', 'ready', 59, false],
    ['at its deadline', 'ready', 60, true],
    ['after its deadline', 'ready', 61, true],
    ['when done', 'done', 61, false],
  ] as const)('%s', (_, state, seconds, overdue) => {
    expect(isOverdue({ id: 'a', state, dueAt: at(60) }, at(seconds))).toBe(overdue);
  });

  it('is never so without a deadline', () => {
    expect(isOverdue({ id: 'a', state: 'ready' }, at(9_999))).toBe(false);
  });
});
