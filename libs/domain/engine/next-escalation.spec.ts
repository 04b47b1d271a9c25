import { describe, expect, it } from '@jest/globals';
import { at, urgent } from '../examples/playbook';
import type { EscalationState, NextEscalation } from './escalation';
import { nextEscalation } from './next-escalation';

const state = (given: Partial<EscalationState> = {}): EscalationState => ({
  startedAt: at(0),
  levelsCalled: 0,
  ...given,
});
const next = (level: number, seconds: number, reason: NextEscalation['reason'] = 'unacknowledged') => ({
  level,
  dueAt: at(seconds),
  reason,
});

describe('nextEscalation', () => {
  it.each<[string, Partial<EscalationState>, NextEscalation | null]>([
    ['calls the first level at once', {}, next(1, 0)],
    ['calls the second 5 minutes after the first', { levelsCalled: 1, lastCalledAt: at(2) }, next(2, 302)],
    ['calls the third 10 minutes after the second', { levelsCalled: 2, lastCalledAt: at(302) }, next(3, 902)],
    [
      'calls the last level again when everybody was called and nobody answered',
      { levelsCalled: 3, lastCalledAt: at(902) },
      next(3, 2_702),
    ],
    [
      'calls the next level when nothing moves after an acknowledgement',
      { levelsCalled: 1, lastCalledAt: at(0), acknowledgedAt: at(60) },
      next(2, 1_860, 'no_progress'),
    ],
    [
      'waits anew after every progress',
      { levelsCalled: 1, lastCalledAt: at(0), acknowledgedAt: at(60), lastProgressAt: at(600) },
      next(2, 2_400, 'no_progress'),
    ],
    [
      'lets an acknowledged incident rest while its steps still have days',
      { levelsCalled: 1, lastCalledAt: at(0), acknowledgedAt: at(60), expectedBy: at(86_400) },
      next(2, 88_200, 'no_progress'),
    ],
    [
      'keeps its pace where the deadline comes before that',
      { levelsCalled: 1, lastCalledAt: at(0), acknowledgedAt: at(60), expectedBy: at(1_800) },
      next(2, 1_860, 'no_progress'),
    ],
    [
      'goes on calling whoever has not answered, however much time the steps have',
      { levelsCalled: 1, lastCalledAt: at(2), expectedBy: at(86_400) },
      next(2, 302),
    ],
    [
      'spaces repeated calls as it spaced the first',
      { levelsCalled: 2, lastCalledAt: at(1_860), acknowledgedAt: at(60) },
      next(3, 3_660, 'no_progress'),
    ],
    [
      'calls the last level again and again rather than fall silent',
      { levelsCalled: 3, lastCalledAt: at(9_000), acknowledgedAt: at(60) },
      next(3, 10_800, 'no_progress'),
    ],
    [
      'begins with the first level when acknowledged before any call',
      { acknowledgedAt: at(0) },
      next(1, 1_800, 'no_progress'),
    ],
    ['ends when the chain has ended', { endedAt: at(5) }, null],
    ['ends though acknowledged', { levelsCalled: 1, acknowledgedAt: at(60), endedAt: at(70) }, null],
  ])('%s', (_, given, expected) => {
    expect(nextEscalation(urgent, state(given))).toEqual(expected);
  });

  it('calls nobody by a policy without levels', () => {
    expect(nextEscalation({ ...urgent, levels: [] }, state())).toBeNull();
  });
});
