import type { NotificationState } from '@zenmeban/database';
import { awaitsAnswer, type EscalationCause, type EscalationPolicy } from '@zenmeban/domain/engine';

import type { Hides } from './hidden-steps';

type PersonRef = { id: string; name: string };

export type AlarmRow = {
  incidentId: string;
  id: string;
  policyId: string;
  cause: EscalationCause;
  stepId: string | null;
  level: number;
  startedAt: Date;
  lastCalledAt: Date | null;
  lastProgressAt: Date | null;
  nextLevelAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: PersonRef | null;
  endedAt: Date | null;
};

/** The chains of some incidents, with the time of the next call while one is armed. */
export const alarmStatement = `
SELECT e.incident_id AS "incidentId", e.id, e.policy_id AS "policyId", e.cause, e.step_id AS "stepId",
  e.levels_called AS level, e.started_at AS "startedAt", e.last_called_at AS "lastCalledAt",
  e.last_progress_at AS "lastProgressAt", t.due_at AS "nextLevelAt",
  e.acknowledged_at AS "acknowledgedAt", e.ended_at AS "endedAt",
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS "acknowledgedBy"
FROM app.escalation e
LEFT JOIN app.person p ON p.id = e.acknowledged_by_id
LEFT JOIN app.timer t ON t.key = 'escalation:' || e.id AND t.state = 'armed'
WHERE e.incident_id = ANY($1) ORDER BY e.incident_id, e.started_at, e.id`;

export type CallRow = {
  escalationId: string;
  level: number;
  person: PersonRef;
  calledAt: Date;
  state: NotificationState;
};

/** Whom the chains of one incident called, and what became of each notice. */
export const callStatement = `
SELECT entry.data->>'escalationId' AS "escalationId", (entry.data->>'level')::int AS level, entry.at AS "calledAt",
  jsonb_build_object('id', person.id, 'name', person.name) AS person, n.state
FROM app.timeline_entry entry
CROSS JOIN LATERAL jsonb_array_elements_text(entry.data->'personIds') AS called(person_id)
JOIN app.person ON person.id = called.person_id::uuid
JOIN app.notification n ON n.dedupe_key = (entry.data->>'firing') || ':' || person.id || ':mail'
WHERE entry.incident_id = $1 AND entry.kind = 'escalation.called'
ORDER BY entry.at, entry.id, person.name`;

/** All chains together, as the list and the header show them. */
export function alarmOf(chains: readonly AlarmRow[]) {
  const running = chains.filter(({ endedAt }) => endedAt === null);
  const calling = running.filter(isCalling);
  const shown = calling.length > 0 ? calling : running.length > 0 ? running : chains;
  const acknowledged = chains.filter(({ acknowledgedAt }) => acknowledgedAt !== null).at(-1);
  const next = shown.flatMap(({ nextLevelAt }) => (nextLevelAt ? [nextLevelAt.getTime()] : []));
  const state =
    chains.length === 0
      ? ('none' as const)
      : calling.length > 0
        ? ('calling' as const)
        : running.length > 0
          ? ('acknowledged' as const)
          : ('ended' as const);
  return {
    state,
    level: Math.max(0, ...shown.map(({ level }) => level)),
    nextLevelAt: next.length > 0 ? new Date(Math.min(...next)) : null,
    acknowledgedBy: acknowledged?.acknowledgedBy ?? null,
    acknowledgedAt: acknowledged?.acknowledgedAt ?? null,
  };
}

const isCalling = (chain: AlarmRow) =>
  awaitsAnswer({
    startedAt: chain.startedAt,
    levelsCalled: chain.level,
    lastCalledAt: chain.lastCalledAt ?? undefined,
    acknowledgedAt: chain.acknowledgedAt ?? undefined,
    lastProgressAt: chain.lastProgressAt ?? undefined,
    endedAt: chain.endedAt ?? undefined,
  });

/** The same as a condition on `e`, for lists. */
export const isCallingSql = `(e.ended_at IS NULL AND (e.acknowledged_at IS NULL
  OR e.last_called_at > greatest(e.acknowledged_at, e.last_progress_at)))`;

/** As the contract's `escalation`; which hidden step one is about stays unsaid. */
export function escalationViews(
  chains: readonly AlarmRow[],
  calls: readonly CallRow[],
  policies: Readonly<Record<string, EscalationPolicy>>,
  hides: Hides,
) {
  return chains.map(
    ({ incidentId: _incident, policyId, lastCalledAt: _called, lastProgressAt: _progress, ...chain }) => ({
      ...chain,
      stepId: chain.stepId !== null && hides(chain.stepId) ? null : chain.stepId,
      policy: { id: policyId, title: policies[policyId]?.title ?? { zh: policyId, en: policyId } },
      levels: policies[policyId]?.levels.length ?? 0,
      calls: calls.filter((call) => call.escalationId === chain.id).map(({ escalationId: _id, ...call }) => call),
    }),
  );
}
