import { describe, expect, it } from '@jest/globals';
import { playbook, step } from '../examples/playbook';
import { progress, requiredStepsOpen } from './progress';
import type { StepState } from './run';

const book = playbook(
  step('a', { required: true }),
  step('b'),
  step('c', { required: true }),
  step('d', { required: true }),
);
const runOf = (...states: StepState[]) => ({
  steps: states.map((state, index) => ({ id: book.steps[index]?.id ?? '', state })),
});

describe('progress', () => {
  it.each<[StepState[], number, number, number]>([
    [['ready', 'waiting', 'waiting', 'waiting'], 0, 4, 0],
    [['done', 'skipped', 'ready', 'waiting'], 2, 4, 0.5],
    [['done', 'not_needed', 'not_needed', 'ready'], 1, 2, 0.5],
    [['done', 'done', 'not_needed', 'done'], 3, 3, 1],
    [['not_needed', 'not_needed', 'not_needed', 'not_needed'], 0, 0, 1],
  ])('of %j is %i of %i', (states, settled, total, fraction) => {
    expect(progress(book, runOf(...states))).toEqual({ settled, total, fraction });
  });
});

describe('requiredStepsOpen', () => {
  it.each<[StepState[], string[]]>([
    [
      ['ready', 'ready', 'waiting', 'not_needed'],
      ['a', 'c'],
    ],
    [['done', 'ready', 'done', 'ready'], ['d']],
    [['done', 'ready', 'not_needed', 'done'], []],
  ])('of %j are %j', (states, open) => {
    expect(requiredStepsOpen(book, runOf(...states))).toEqual(open);
  });
});
