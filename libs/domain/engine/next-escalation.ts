import type { EscalationPolicy, EscalationState, NextEscalation } from './escalation';

/**
 * The next call of a chain, or null when nobody is to be called any more.
 *
 * While nobody acknowledges, level after level, each `afterSeconds` after the one before. An acknowledgement does not
 * end the chain: whenever nothing moves for `noProgressSeconds`, the next level is called; while every step under way
 * has longer than that, silence counts from the earliest of their deadlines. Once all were called, acknowledged
 * or not, the last one is called again and again at that pace: an incident that nobody moves never falls silent. Only
 * `endedAt` ends it.
 */
export function nextEscalation(policy: EscalationPolicy, state: EscalationState): NextEscalation | null {
  if (state.endedAt || policy.levels.length === 0) return null;
  return state.acknowledgedAt ? afterSilence(policy, state, state.acknowledgedAt) : nextUnanswered(policy, state);
}

function nextUnanswered(policy: EscalationPolicy, state: EscalationState): NextEscalation {
  const next = policy.levels[state.levelsCalled];
  return {
    level: next ? state.levelsCalled + 1 : policy.levels.length,
    dueAt: later(state.lastCalledAt ?? state.startedAt, next ? next.afterSeconds : policy.noProgressSeconds),
    reason: 'unacknowledged',
  };
}

/**
 * Counts from whatever came last, its own calls included, so that a repeated call is spaced as the first one was. When
 * the steps under way have more time than that, silence means something only after their deadline.
 */
function afterSilence(policy: EscalationPolicy, state: EscalationState, acknowledgedAt: Date): NextEscalation {
  const moments = [acknowledgedAt, state.lastProgressAt, state.lastCalledAt].flatMap((at) => at?.getTime() ?? []);
  const silent = later(new Date(Math.max(...moments)), policy.noProgressSeconds);
  const { expectedBy } = state;
  return {
    level: Math.min(state.levelsCalled + 1, policy.levels.length),
    dueAt: expectedBy && expectedBy > silent ? later(expectedBy, policy.noProgressSeconds) : silent,
    reason: 'no_progress',
  };
}

const later = (since: Date, seconds: number) => new Date(since.getTime() + seconds * 1_000);
