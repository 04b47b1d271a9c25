import { describe, expect, it } from '@jest/globals';
import { awaitsAnswer } from './awaits-answer';
import type { EscalationState } from './escalation';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));

describe('a chain awaits an answer', () => {
  it.each<[string, Partial<EscalationState>, boolean]>([
    ['before its first call', { levelsCalled: 0 }, true],
    ['after a call', { lastCalledAt: at(1) }, true],
    ['not after an acknowledgement', { lastCalledAt: at(1), acknowledgedAt: at(2) }, false],
    ['after a call for want of progress', { lastCalledAt: at(40), acknowledgedAt: at(2), lastProgressAt: at(9) }, true],
    ['not after progress since', { lastCalledAt: at(40), acknowledgedAt: at(2), lastProgressAt: at(41) }, false],
    ['not after its end', { lastCalledAt: at(1), endedAt: at(2) }, false],
  ])('%s', (_, state, expected) => {
    expect(awaitsAnswer({ startedAt: at(0), levelsCalled: 1, ...state })).toBe(expected);
  });
});
