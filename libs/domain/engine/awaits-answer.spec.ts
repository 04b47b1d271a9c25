import { describe, expect, it } from '@jest/globals';
import { awaitsAnswer, isSnoozed } from './awaits-answer';
import type { EscalationState } from './escalation';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));

describe('a chain awaits an answer', () => {
  it.each<[string, Partial<EscalationState>, boolean]>([
    ['before its first call', { levelsCalled: 0 }, true],
    ['after a call', { lastCalledAt: at(1) }, true],
    ['not after an acknowledgement', { lastCalledAt: at(1), acknowledgedAt: at(2) }, false],
    ['after a call for want of progress', { lastCalledAt: at(40), acknowledgedAt: at(2), lastProgressAt: at(9) }, true],
    ['not after progress since', { lastCalledAt: at(40), acknowledgedAt: at(2), lastProgressAt: at(41) }, false],
    [
      'while it was handed over and not taken',
      { acknowledgedAt: at(2), handedOverAt: at(5), lastProgressAt: at(9) },
      true,
    ],
    ['not once it was taken', { lastCalledAt: at(5), acknowledgedAt: at(5), handedOverAt: at(5) }, false],
    ['not while it is put off', { lastCalledAt: at(1), acknowledgedAt: at(2), snoozedUntil: at(12) }, false],
    ['after a snooze', { lastCalledAt: at(12), acknowledgedAt: at(2), snoozedUntil: at(12) }, true],
    ['not after its end', { lastCalledAt: at(1), endedAt: at(2) }, false],
  ])('%s', (_, state, expected) => {
    expect(awaitsAnswer({ startedAt: at(0), levelsCalled: 1, ...state })).toBe(expected);
  });
});

describe('a chain is put off', () => {
  const snooze = { acknowledgedAt: at(2), lastProgressAt: at(2), snoozedUntil: at(12) };
  it.each<[string, Partial<EscalationState>, boolean]>([
    ['until its time comes', { ...snooze, lastCalledAt: at(1) }, true],
    ['not once it was called again', { ...snooze, lastCalledAt: at(12) }, false],
    ['not once something moved', { ...snooze, lastProgressAt: at(3) }, false],
    ['not once it was handed over', { ...snooze, handedOverAt: at(3) }, false],
    ['not without a snooze', { acknowledgedAt: at(2) }, false],
    ['not after its end', { ...snooze, endedAt: at(4) }, false],
  ])('%s', (_, state, expected) => {
    expect(isSnoozed({ startedAt: at(0), levelsCalled: 1, ...state })).toBe(expected);
  });
});
