import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, both } from '../examples/playbook';
import type { EscalationLevel, EscalationPolicy, EscalationState } from './escalation';
import { nextEscalation } from './next-escalation';

const seconds = (max: number) => fc.integer({ min: 10, max });
const level: fc.Arbitrary<EscalationLevel> = fc.record(
  {
    afterSeconds: fc.integer({ min: 0, max: 3_600 }),
    targets: fc.constantFrom<EscalationLevel['targets']>([{ onDuty: 'supervisor' }], [{ role: 'manager' }]),
    repeat: fc.record({ times: fc.integer({ min: 1, max: 5 }), everySeconds: seconds(600) }),
  },
  { requiredKeys: ['afterSeconds', 'targets'] },
);
const policy: fc.Arbitrary<EscalationPolicy> = fc
  .record({
    levels: fc.array(level, { minLength: 1, maxLength: 5 }),
    noProgressSeconds: seconds(7_200),
    hours: fc.constantFrom(undefined, 'opening' as const),
  })
  .map(({ hours, ...given }) => ({ id: 'any', title: both('Any'), ...given, ...(hours && { hours }) }));

const moment = fc.integer({ min: 0, max: 86_400 }).map(at);
const state: fc.Arbitrary<EscalationState> = fc.record(
  {
    startedAt: fc.constant(at(0)),
    levelsCalled: fc.integer({ min: 0, max: 5 }),
    timesCalled: fc.integer({ min: 0, max: 6 }),
    ...{ lastCalledAt: moment, acknowledgedAt: moment, lastProgressAt: moment },
    ...{ expectedBy: moment, snoozedUntil: moment, handedOverAt: moment },
  },
  { requiredKeys: ['startedAt', 'levelsCalled'] },
);

/** Open for an hour in every four. */
const opens = (given: Date) => {
  const hour = 3_600_000;
  const into = given.getTime() % (4 * hour);
  return into < hour ? given : new Date(given.getTime() - into + 4 * hour);
};

describe('whatever happened', () => {
  it('somebody is called next, at a level there is', () => {
    fc.assert(
      fc.property(policy, state, (rules, given) => {
        const next = nextEscalation(rules, given, opens);
        expect(next?.level).toBeGreaterThanOrEqual(1);
        expect(next?.level).toBeLessThanOrEqual(rules.levels.length);
        expect(next?.dueAt.getTime()).not.toBeNaN();
      }),
    );
  });

  it('nobody is called any more after the end', () => {
    fc.assert(
      fc.property(policy, state, moment, (rules, given, endedAt) => {
        expect(nextEscalation(rules, { ...given, endedAt }, opens)).toBeNull();
      }),
    );
  });

  it('nobody is called before the call that came last', () => {
    fc.assert(
      fc.property(policy, state, (rules, given) => {
        const { snoozedUntil: _until, ...rest } = given;
        const due = nextEscalation(rules, rest)?.dueAt.getTime();
        expect(due).toBeGreaterThanOrEqual((rest.lastCalledAt ?? rest.startedAt).getTime());
      }),
    );
  });

  it('hours only ever let a call wait, and never beyond the next opening', () => {
    fc.assert(
      fc.property(policy, state, (rules, given) => {
        const anyHour = nextEscalation(rules, given);
        const open = nextEscalation(rules, given, opens);
        expect([anyHour?.dueAt, anyHour && opens(anyHour.dueAt)]).toContainEqual(open?.dueAt);
        expect(open).toMatchObject({ level: anyHour?.level, reason: anyHour?.reason });
      }),
    );
  });
});

describe('a chain that nobody answers', () => {
  const acknowledgedAfter = fc.option(fc.integer({ min: 0, max: 3_600 }), { nil: undefined });

  it('climbs to the last level, then keeps calling it, within a bound of calls per hour', () => {
    fc.assert(
      fc.property(policy, acknowledgedAfter, (rules, acknowledged) => {
        const calls = callsOfADay(rules, acknowledged === undefined ? {} : { acknowledgedAt: at(acknowledged) });
        const levels = calls.map((call) => call.level);
        expect(levels).toEqual(levels.toSorted((a, b) => a - b));
        expect(new Set(levels).size).toBe(rules.levels.length);
        const perHour = mostWithinAnHour(calls.map(({ dueAt }) => dueAt.getTime()));
        const climbing = rules.levels.reduce((sum, { repeat }) => sum + 1 + (repeat?.times ?? 0), 0);
        expect(perHour).toBeLessThanOrEqual(climbing + 1 + Math.floor(3_600 / rules.noProgressSeconds));
      }),
    );
  });
});

/** What is called within a day, or until every level was called and a few more, when every call is made in time. */
function callsOfADay(rules: EscalationPolicy, given: Partial<EscalationState>) {
  const calls: NonNullable<ReturnType<typeof nextEscalation>>[] = [];
  let now: EscalationState = { startedAt: at(0), levelsCalled: 0, timesCalled: 0, ...given };
  while (calls.length < 60) {
    const next = nextEscalation(rules, now);
    if (!next) break;
    calls.push(next);
    const again = next.level <= now.levelsCalled;
    now = {
      ...now,
      levelsCalled: Math.max(now.levelsCalled, next.level),
      timesCalled: again ? (now.timesCalled ?? 0) + 1 : 1,
      lastCalledAt: next.dueAt,
    };
  }
  return calls;
}

const mostWithinAnHour = (times: readonly number[]): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 3_600_000).length));
