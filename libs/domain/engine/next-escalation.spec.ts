import { describe, expect, it } from '@jest/globals';
import { at, urgent } from '../examples/playbook';
import type { EscalationState, NextEscalation } from './escalation';
import { heedsHours } from './calling-hours';
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

const repeat = { times: 2, everySeconds: 120 };

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

  describe('with a level that is repeated', () => {
    const [first, ...others] = urgent.levels;
    const twice = { ...urgent, levels: [{ targets: [], afterSeconds: 0, ...first, repeat }, ...others] };

    it.each<[string, Partial<EscalationState>, NextEscalation]>([
      ['calls it again', { levelsCalled: 1, timesCalled: 1, lastCalledAt: at(2) }, next(1, 122)],
      ['calls it again so often', { levelsCalled: 1, timesCalled: 2, lastCalledAt: at(122) }, next(1, 242)],
      ['then calls the next', { levelsCalled: 1, timesCalled: 3, lastCalledAt: at(242) }, next(2, 542)],
      [
        'repeats nothing that was acknowledged',
        { levelsCalled: 1, timesCalled: 1, lastCalledAt: at(2), acknowledgedAt: at(3) },
        next(2, 1_803, 'no_progress'),
      ],
    ])('%s', (_, given, expected) => {
      expect(nextEscalation(twice, state(given))).toEqual(expected);
    });
  });

  it.each<[string, Partial<EscalationState>, NextEscalation]>([
    [
      'calls whoever put it off again when the time is over',
      {
        levelsCalled: 2,
        lastCalledAt: at(302),
        acknowledgedAt: at(400),
        lastProgressAt: at(400),
        snoozedUntil: at(1_300),
      },
      next(2, 1_300, 'snoozed'),
    ],
    [
      'calls the first level when it was put off before any call',
      { acknowledgedAt: at(1), snoozedUntil: at(300) },
      next(1, 300, 'snoozed'),
    ],
    [
      'forgets the snooze when something moved',
      { levelsCalled: 1, lastCalledAt: at(0), acknowledgedAt: at(60), lastProgressAt: at(90), snoozedUntil: at(300) },
      next(2, 1_890, 'no_progress'),
    ],
    [
      'waits after a snooze as after a first call',
      { levelsCalled: 1, lastCalledAt: at(300), acknowledgedAt: at(60), lastProgressAt: at(60), snoozedUntil: at(300) },
      next(2, 600, 'no_progress'),
    ],
    [
      'waits for whom it was handed to as after a first call',
      { levelsCalled: 1, lastCalledAt: at(100), acknowledgedAt: at(60), handedOverAt: at(100) },
      next(2, 400, 'not_taken'),
    ],
    [
      'waits for them also when nobody was called before',
      { lastCalledAt: at(5), handedOverAt: at(5) },
      next(2, 305, 'not_taken'),
    ],
    [
      'goes on from there while they do not answer',
      { levelsCalled: 2, lastCalledAt: at(400), acknowledgedAt: at(60), handedOverAt: at(100) },
      next(3, 1_000, 'not_taken'),
    ],
    [
      'watches for progress once they acknowledged',
      { levelsCalled: 1, lastCalledAt: at(100), acknowledgedAt: at(130), handedOverAt: at(100) },
      next(2, 1_930, 'no_progress'),
    ],
  ])('%s', (_, given, expected) => {
    expect(nextEscalation(urgent, state(given))).toEqual(expected);
  });

  describe('with hours', () => {
    const patient = { ...urgent, hours: 'opening' as const };
    const opens = () => at(50_000);

    it('lets a level wait whose people are not at work', () => {
      const called = state({ levelsCalled: 1, lastCalledAt: at(2) });
      expect(nextEscalation(patient, called, opens)).toEqual(next(2, 50_000));
      expect(nextEscalation(patient, called)).toEqual(next(2, 302));
      expect(nextEscalation(urgent, called, opens)).toEqual(next(2, 302));
    });

    it('calls whoever is on duty at any hour', () => {
      expect(nextEscalation(patient, state(), opens)).toEqual(next(1, 0));
    });

    it('heeds them for nothing severe', () => {
      expect((['low', 'normal', 'high', 'critical'] as const).map((severity) => heedsHours(patient, severity))).toEqual(
        [...[true, true], ...[false, false]],
      );
      expect(heedsHours(urgent, 'low')).toBe(false);
    });
  });

  it('calls nobody by a policy without levels', () => {
    expect(nextEscalation({ ...urgent, levels: [] }, state())).toBeNull();
  });
});
