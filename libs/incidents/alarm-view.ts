import type { NotificationState } from '@zenmeban/database';
import {
  awaitsAnswer,
  type EscalationCause,
  type EscalationPolicy,
  type EscalationState,
  isHandedOver,
  isSnoozed,
  snoozeBounds,
} from '@zenmeban/domain/engine';
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
  snoozedUntil: Date | null;
  snoozes: number;
  handedOverAt: Date | null;
  handedTo: PersonRef | null;
  endedAt: Date | null;
};

/** The chains of some incidents, with the time of the next call while one is armed. */
export const alarmStatement = `
SELECT e.incident_id AS "incidentId", e.id, e.policy_id AS "policyId", e.cause, e.step_id AS "stepId",
  e.levels_called AS level, e.started_at AS "startedAt", e.last_called_at AS "lastCalledAt",
  e.last_progress_at AS "lastProgressAt", t.due_at AS "nextLevelAt",
  e.acknowledged_at AS "acknowledgedAt", e.ended_at AS "endedAt",
  e.snoozed_until AS "snoozedUntil", e.snoozes, e.handed_over_at AS "handedOverAt",
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS "acknowledgedBy",
  CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'name', h.name) END AS "handedTo"
FROM app.escalation e
LEFT JOIN app.person p ON p.id = e.acknowledged_by_id
LEFT JOIN app.person h ON h.id = e.handed_to_id
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

type Policies = Readonly<Record<string, EscalationPolicy>>;

/** All chains together, as the list and the header show them. */
export function alarmOf(chains: readonly AlarmRow[], policies: Policies) {
  const running = chains.filter(({ endedAt }) => endedAt === null);
  const calling = running.filter(isCalling);
  const shown = calling.length > 0 ? calling : running.length > 0 ? running : chains;
  const acknowledged = chains
    .flatMap(({ acknowledgedAt, acknowledgedBy }) => (acknowledgedAt ? [{ acknowledgedAt, acknowledgedBy }] : []))
    .toSorted((a, b) => a.acknowledgedAt.getTime() - b.acknowledgedAt.getTime())
    .at(-1);
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
    snoozedUntil: running.find((chain) => isSnoozed(stateOf(chain)))?.snoozedUntil ?? null,
    handedTo: running.find((chain) => isHandedOver(stateOf(chain)))?.handedTo ?? null,
    snooze: snoozeOf(running, policies),
  };
}

/** Whole minutes, and how many times still; null where it may not be put off at all. */
function snoozeOf(running: readonly AlarmRow[], policies: Policies) {
  const bounds = snoozeBounds(running.map(({ policyId, snoozes }) => ({ policy: policies[policyId], snoozes })));
  return bounds && { atMostMinutes: Math.floor(bounds.atMostSeconds / 60), left: bounds.left };
}

const stateOf = (chain: AlarmRow): EscalationState => ({
  startedAt: chain.startedAt,
  levelsCalled: chain.level,
  lastCalledAt: chain.lastCalledAt ?? undefined,
  acknowledgedAt: chain.acknowledgedAt ?? undefined,
  lastProgressAt: chain.lastProgressAt ?? undefined,
  snoozedUntil: chain.snoozedUntil ?? undefined,
  handedOverAt: chain.handedOverAt ?? undefined,
  endedAt: chain.endedAt ?? undefined,
});

const isCalling = (chain: AlarmRow) => awaitsAnswer(stateOf(chain));

/** The same as a condition on `e`, for lists. */
export const isCallingSql = `(e.ended_at IS NULL AND (e.acknowledged_at IS NULL OR e.handed_over_at > e.acknowledged_at
  OR e.last_called_at > greatest(e.acknowledged_at, e.last_progress_at)))`;

/** As the contract's `escalation`; which hidden step one is about stays unsaid. */
export function escalationViews(
  chains: readonly AlarmRow[],
  calls: readonly CallRow[],
  policies: Policies,
  hides: Hides,
) {
  return chains.map(({ id, policyId, ...chain }) => ({
    id,
    policy: { id: policyId, title: policies[policyId]?.title ?? { zh: policyId, en: policyId } },
    cause: chain.cause,
    stepId: chain.stepId !== null && hides(chain.stepId) ? null : chain.stepId,
    startedAt: chain.startedAt,
    level: chain.level,
    levels: policies[policyId]?.levels.length ?? 0,
    nextLevelAt: chain.nextLevelAt,
    acknowledgedBy: chain.acknowledgedBy,
    acknowledgedAt: chain.acknowledgedAt,
    /** Whether it waits for somebody to answer, as the alarm says of all chains together. */
    calling: isCalling({ ...chain, id, policyId }),
    endedAt: chain.endedAt,
    calls: calls.filter((call) => call.escalationId === id).map(({ escalationId: _id, ...call }) => call),
  }));
}
