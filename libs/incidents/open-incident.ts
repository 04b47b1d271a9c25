import { Database, Incident, type Transaction } from '@zenmeban/database';
import { DomainError, type EscalationPolicy, type Playbook, startRun } from '@zenmeban/domain/engine';
import { escalationKey, Policies } from '@zenmeban/escalation';
import { Playbooks, type StoredPlaybook } from '@zenmeban/playbooks';
import { Timeline, type WrittenEntry } from '@zenmeban/timeline';
import { Timers } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { openStatement } from './open-statement';
import { StepOwners } from './step-owners';

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
};

/** The policy "call the supervisor" uses; every incident freezes it, whatever its playbook names. */
export const calledPolicy = 'supervisor';

const epoch = new Date(0);

/** Opens incidents: one statement, one transaction, once per id. */
@Injectable()
export class OpenIncident {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly policies: Policies,
    private readonly timeline: Timeline,
    private readonly timers: Timers,
    private readonly owners: StepOwners,
  ) {}

  /**
   * @returns whether it was opened now; `false` when this id already stands for the same playbook by the same person
   * Throws `playbook.unknown`, `playbook.not_an_incident`, `incident.id_taken`.
   */
  async open(opening: Opening): Promise<{ opened: boolean }> {
    const stored = await this.playbooks.get(opening.playbookId);
    if (stored.content.kind !== 'incident') throw notAnIncident();
    const policies = await this.policies.freeze(policyIds(stored.content));
    try {
      await this.database.attempt((tx) => this.write(tx, opening, stored, policies));
      return { opened: true };
    } catch (error) {
      if (!isRepeatedId(error)) throw error;
      await this.assertSame(opening);
      return { opened: false };
    }
  }

  private async write(
    tx: Transaction,
    opening: Opening,
    stored: StoredPlaybook,
    policies: Record<string, EscalationPolicy>,
  ): Promise<void> {
    const plan = planOpening(opening, stored.content, stored.version, policies);
    const [opened] = await this.database.prepared<{ reference: string; openedAt: Date }>(
      tx,
      'open_incident',
      openStatement,
      openingParameters(opening, stored, policies, plan),
    );
    if (!opened) throw new Error('the statement that opens an incident returned nothing');
    const entries = plan.entries.map((entry) => ({ ...entry, incidentId: opening.id, at: opened.openedAt }));
    await this.timeline.project(tx, entries as WrittenEntry[]);
    await this.owners.assign(tx, { id: opening.id, siteId: opening.site.id }, plan.owned);
    this.timers.nudge();
  }

  /** The same id by the same person for the same playbook is a repetition; anything else is a mistake. */
  private async assertSame(opening: Opening): Promise<void> {
    const existing = await this.database.manager.findOneByOrFail(Incident, { id: opening.id });
    const { content } = await this.playbooks.version(existing.playbookVersionId);
    if (existing.openedById === opening.openedById && content.id === opening.playbookId) return;
    throw new DomainError('conflict', 'incident.id_taken', {
      zh: '这个编号已被另一事件使用，请重新打开预案。',
      en: 'This id already belongs to another incident; open the playbook again.',
    });
  }
}

/** The rows of an opening, with times as seconds after it. */
export function planOpening(
  opening: Pick<Opening, 'id' | 'openedById'>,
  playbook: Playbook,
  version: number,
  policies: Readonly<Record<string, EscalationPolicy>>,
) {
  const { run, escalations } = startRun(playbook, epoch);
  const byId = new Map(playbook.steps.map((step) => [step.id, step]));
  const ready = run.steps.filter((step) => step.state === 'ready');
  const chains = [
    ...(playbook.escalate ? [{ policy: playbook.escalate.policy, cause: 'opened', stepId: null }] : []),
    ...escalations.map(({ policy, stepId }) => ({ policy, cause: 'step', stepId })),
  ].map((chain) => ({ id: v7(), policy_id: chain.policy, cause: chain.cause, step_id: chain.stepId }));
  const entry = (kind: string, actorId: string | null, data: object) => ({ id: v7(), kind, actorId, data });
  return {
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
      ...ready.flatMap(({ id }) => {
        const seconds = byId.get(id)?.withinSeconds;
        if (seconds === undefined) return [];
        return [{ id: v7(), key: stepKey(opening.id, id), kind: 'step_due', subject: id, after_seconds: seconds }];
      }),
    ],
    entries: [
      entry('incident.opened', opening.openedById, { playbook: playbook.id, version }),
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
    false,
    JSON.stringify(plan.steps),
    JSON.stringify(plan.chains),
    JSON.stringify(plan.timers),
    JSON.stringify(plan.entries.map(({ actorId, ...entry }) => ({ ...entry, actor_id: actorId }))),
  ];
}

export const stepKey = (incidentId: string, stepId: string) => `step:${incidentId}:${stepId}`;

const policyIds = (playbook: Playbook) =>
  new Set([
    calledPolicy,
    playbook.overduePolicy,
    ...(playbook.escalate ? [playbook.escalate.policy] : []),
    ...playbook.steps.flatMap((step) => (step.escalate ? [step.escalate.policy] : [])),
  ]);

const isRepeatedId = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'incident_pkey';

const notAnIncident = () =>
  new DomainError('invalid', 'playbook.not_an_incident', {
    zh: '这是一份行为指引，只供阅读，不能据此上报事件。',
    en: 'This playbook is guidance to read; no incident is opened from it.',
  });
