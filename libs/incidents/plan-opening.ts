import { type EscalationPolicy, mustBeRestricted, type Playbook, startRun } from '@zenmeban/domain/engine';
import { escalationKey } from '@zenmeban/escalation';
import type { StoredPlaybook } from '@zenmeban/playbooks';
import { v7 } from 'uuid';
import { stepArmings } from './step-timers';

/** What is needed to open an incident; site and place are known to exist and to belong together. */
export type Opening = {
  /** A uuidv7, made by the client where there is one. */
  id: string;
  playbookId: string;
  site: { id: string; code: string; timeZone: string };
  placeId: string | null;
  summary: string;
  occurredAt: Date | null;
  openedById: string;
  /** For practice: the same steps, but nothing is armed and nobody called or assigned. */
  drill: boolean;
};

const epoch = new Date(0);
const secondsAfterOpening = (at: Date) => at.getTime() / 1_000;

/** The rows of an opening, with times as seconds after it. */
export function planOpening(
  opening: Pick<Opening, 'id' | 'openedById' | 'drill'>,
  playbook: Playbook,
  version: number,
  policies: Readonly<Record<string, EscalationPolicy>>,
) {
  const { run, escalations } = startRun(playbook, epoch);
  const byId = new Map(playbook.steps.map((step) => [step.id, step]));
  const ready = run.steps.filter((step) => step.state === 'ready');
  const restricted = mustBeRestricted(playbook, run);
  const chains = opening.drill ? [] : chainsOf(playbook, escalations);
  const entry = (kind: string, actorId: string | null, data: object) => ({ id: v7(), kind, actorId, data });
  return {
    restricted,
    owned: ready.flatMap(({ id, dueAt }) => {
      const post = byId.get(id)?.owner;
      return post ? [{ stepId: id, post, ...(dueAt && { dueAt }) }] : [];
    }),
    steps: run.steps.map(({ id, state }, position) => ({
      step_id: id,
      position,
      state,
      within_seconds: byId.get(id)?.withinSeconds ?? null,
      owner_post: byId.get(id)?.owner ?? null,
    })),
    chains,
    timers: [
      ...chains.map((chain) => ({
        id: v7(),
        key: escalationKey(chain.id),
        kind: 'escalation',
        subject: chain.id,
        after_seconds: policies[chain.policy_id]?.levels[0]?.afterSeconds ?? 0,
      })),
      ...(opening.drill ? [] : stepArmings({ id: opening.id, policies }, playbook, ready, epoch)).map(
        ({ key, kind, subject, dueAt }) => ({
          id: v7(),
          key,
          kind,
          subject,
          after_seconds: secondsAfterOpening(dueAt),
        }),
      ),
    ],
    entries: [
      entry('incident.opened', opening.openedById, {
        ...{ playbook: playbook.id, version },
        ...(opening.drill && { drill: true }),
      }),
      ...(restricted ? [entry('incident.restricted', null, {})] : []),
      ...ready.map(({ id }) => entry('step.ready', null, { stepId: id })),
      ...chains.map((chain) =>
        entry('escalation.started', null, {
          escalationId: chain.id,
          policy: chain.policy_id,
          cause: chain.cause,
          ...(chain.step_id !== null && { stepId: chain.step_id }),
        }),
      ),
    ],
  };
}

/** The parameters of `openStatement`, in its order; `plan` is of `planOpening`. */
export function openingParameters(
  opening: Opening,
  { versionId, content }: StoredPlaybook,
  policies: Readonly<Record<string, EscalationPolicy>>,
  plan: ReturnType<typeof planOpening>,
): unknown[] {
  return [
    opening.id,
    opening.site.id,
    opening.site.timeZone,
    opening.site.code,
    opening.placeId,
    versionId,
    content.severity,
    opening.summary,
    opening.openedById,
    opening.occurredAt,
    JSON.stringify(policies),
    opening.drill,
    plan.restricted,
    JSON.stringify(plan.steps),
    JSON.stringify(plan.chains),
    JSON.stringify(plan.timers),
    JSON.stringify(plan.entries.map(({ actorId, ...entry }) => ({ ...entry, actor_id: actorId }))),
  ];
}

/** The chains of calls an opening begins: the playbook's own, and those of the steps that are ready at once. */
function chainsOf(playbook: Playbook, escalations: ReturnType<typeof startRun>['escalations']) {
  return [
    ...(playbook.escalate ? [{ policy: playbook.escalate.policy, cause: 'opened', stepId: null }] : []),
    ...escalations.map(({ policy, stepId }) => ({ policy, cause: 'step', stepId })),
  ].map((chain) => ({ id: v7(), policy_id: chain.policy, cause: chain.cause, step_id: chain.stepId }));
}
