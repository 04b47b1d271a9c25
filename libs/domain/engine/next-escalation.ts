import { isHandedOver, isSnoozed, isSnoozedOut } from './awaits-answer';
import type { EscalationPolicy, EscalationState, NextEscalation } from './escalation';
import { callableAt, type Opens } from './calling-hours';

/**
 * The next call of a chain, or null when nobody is to be called any more.
 *
 * While nobody acknowledges, level after level, each `afterSeconds` after the last call of the one before, and each as
 * often as it is repeated. An acknowledgement does not end the chain: whenever nothing moves for `noProgressSeconds`,
 * the next level is called; while every step under way has longer than that, silence counts from the earliest of their
 * deadlines. A snooze calls the level last called again when it is over; that call, and a hand-over, wait for an answer
 * as the first call did. Once all were called, acknowledged or not, the last one is called again and again at the pace
 * of `noProgressSeconds`: an incident that nobody moves never falls silent. Only `endedAt` ends it.
 *
 * `opens` moves a call that must wait for the policy's `hours`; without it they are not heeded.
 */
export function nextEscalation(policy: EscalationPolicy, state: EscalationState, opens?: Opens): NextEscalation | null {
  if (state.endedAt || policy.levels.length === 0) return null;
  const next = nextAtAnyHour(policy, state);
  return { ...next, dueAt: callableAt(policy, next.level, next.dueAt, opens) };
}

function nextAtAnyHour(policy: EscalationPolicy, state: EscalationState): NextEscalation {
  if (isHandedOver(state)) return nextLevel(policy, state, 'not_taken');
  if (!state.acknowledgedAt) return repeated(policy, state) ?? nextLevel(policy, state, 'unacknowledged');
  if (state.snoozedUntil && isSnoozed(state)) {
    return { level: within(policy, state.levelsCalled), dueAt: state.snoozedUntil, reason: 'snoozed' };
  }
  return isSnoozedOut(state)
    ? nextLevel(policy, state, 'no_progress')
    : afterSilence(policy, state, state.acknowledgedAt);
}

/** The present level once more, if it is to be repeated before the next one is called. */
function repeated({ levels }: EscalationPolicy, state: EscalationState): NextEscalation | null {
  const { levelsCalled, timesCalled = 1, lastCalledAt } = state;
  const repeat = levels[levelsCalled - 1]?.repeat;
  if (!repeat || !lastCalledAt || timesCalled > repeat.times) return null;
  return { level: levelsCalled, dueAt: later(lastCalledAt, repeat.everySeconds), reason: 'unacknowledged' };
}

/** What is handed over before anybody was called stands in for the call of the first level. */
function nextLevel(
  { levels, noProgressSeconds }: EscalationPolicy,
  state: EscalationState,
  reason: NextEscalation['reason'],
): NextEscalation {
  const called = reason === 'unacknowledged' ? state.levelsCalled : Math.max(1, state.levelsCalled);
  const since = latest(state.lastCalledAt ?? state.startedAt, isHandedOver(state) ? state.handedOverAt : undefined);
  return {
    level: within({ levels }, called + 1),
    dueAt: later(since, levels[called]?.afterSeconds ?? noProgressSeconds),
    reason,
  };
}

/**
 * Counts from whatever came last, its own calls included, so that a repeated call is spaced as the first one was. When
 * the steps under way have more time than that, silence means something only after their deadline.
 */
function afterSilence(policy: EscalationPolicy, state: EscalationState, acknowledgedAt: Date): NextEscalation {
  const { lastProgressAt, lastCalledAt, expectedBy } = state;
  const silent = later(latest(acknowledgedAt, lastProgressAt, lastCalledAt), policy.noProgressSeconds);
  return {
    level: within(policy, state.levelsCalled + 1),
    dueAt: expectedBy && expectedBy > silent ? later(expectedBy, policy.noProgressSeconds) : silent,
    reason: 'no_progress',
  };
}

const within = ({ levels }: Pick<EscalationPolicy, 'levels'>, level: number): number =>
  Math.min(Math.max(1, level), levels.length);

const latest = (first: Date, ...others: readonly (Date | undefined)[]): Date =>
  new Date(Math.max(first.getTime(), ...others.flatMap((at) => at?.getTime() ?? [])));

const later = (since: Date, seconds: number) => new Date(since.getTime() + seconds * 1_000);
