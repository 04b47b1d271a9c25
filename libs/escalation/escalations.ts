import { Escalation, Incident, type Transaction } from '@zenmeban/database';
import {
  awaitsAnswer,
  type CallReason,
  type EscalationCause,
  isHandedOver,
  type NextEscalation,
  nextEscalation,
} from '@zenmeban/domain/engine';
import { Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type EscalatedIncident, policyOf, stateOf } from './chain-state';
import { Chains } from './chains';

/** A call that will never arrive: of which chain, at which level, and why it was made. */
export type UndeliveredCall = Pick<NextEscalation, 'level' | 'reason'> & { incidentId: string; escalationId: string };

/** Begins and ends chains of calls, and tells them what happens to their incident. */
@Injectable()
export class Escalations {
  constructor(
    private readonly chains: Chains,
    private readonly timeline: Timeline,
  ) {}

  /** Begins a chain now; its first level is called when its timer fires, which may be at once. A drill calls nobody. */
  async start(
    tx: Transaction,
    incident: EscalatedIncident,
    { policyId, cause, stepId, actorId }: StartedFor,
    now: Date,
  ): Promise<void> {
    if (incident.drill) return;
    const escalation = tx.create(Escalation, {
      ...{ id: v7(), incidentId: incident.id, policyId: policyOf(incident, policyId).id },
      ...{ cause, stepId: stepId ?? null, startedAt: now, levelsCalled: 0, timesCalled: 0 },
    });
    await tx.insert(Escalation, escalation);
    await this.chains.arm(tx, incident, escalation, now);
    const about = { escalationId: escalation.id, policy: policyId, cause, ...(stepId !== undefined && { stepId }) };
    await this.timeline.append(tx, [{ kind: 'escalation.started', data: about, incidentId: incident.id, actorId }]);
  }

  /** The incident moved: acknowledged chains wait again from now. A hand-over still waits for whom it is for. */
  async progress(tx: Transaction, incident: EscalatedIncident, now: Date): Promise<void> {
    for (const escalation of await this.chains.running(tx, incident.id)) {
      if (escalation.acknowledgedAt === null || isHandedOver(stateOf(escalation))) continue;
      await this.chains.change(tx, incident, escalation, { lastProgressAt: now }, now);
    }
  }

  /** The incident is resolved or cancelled: nobody is called any more. */
  async end(tx: Transaction, incidentId: string, now: Date): Promise<void> {
    const running = await this.chains.running(tx, incidentId);
    for (const { id } of running) await tx.update(Escalation, { id }, { endedAt: now });
    await this.chains.disarm(tx, running);
  }

  /**
   * A call could not be delivered for good: the level after it is called at once, instead of after its delay and the
   * repeats of this one. When somebody answered, or that level was called meanwhile or is none, the chain keeps its pace.
   */
  async hurry(tx: Transaction, notice: UndeliveredCall): Promise<void> {
    const escalation = await tx.findOneByOrFail(Escalation, { id: notice.escalationId });
    const incident = await tx.findOneByOrFail(Incident, { id: notice.incidentId });
    const policy = policyOf(incident, escalation.policyId);
    const timesCalled = timesAtMost(policy.levels[escalation.levelsCalled - 1]);
    const state = { ...stateOf(escalation), timesCalled };
    if (!awaitsAnswer(state)) return;
    const next = nextEscalation(policy, state);
    if (!next || next.level !== notice.level + 1 || !follows[next.reason].includes(notice.reason)) return;
    const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
    await tx.update(Escalation, { id: escalation.id }, { timesCalled });
    await this.chains.armAt(tx, [{ escalation, dueAt: now }]);
  }
}

type StartedFor = { policyId: string; cause: EscalationCause; stepId?: string; actorId: string | null };

/** The calls of a level and all its repeats. */
export const timesAtMost = (level: { repeat?: { times: number } } | undefined): number =>
  1 + (level?.repeat?.times ?? 0);

/** By the reason of the next call, the reasons of the calls it comes after. */
const follows: Readonly<Record<CallReason, readonly CallReason[]>> = {
  unacknowledged: ['unacknowledged'],
  no_progress: ['no_progress', 'snoozed'],
  not_taken: ['not_taken', 'handed_over'],
  snoozed: [],
  handed_over: [],
};
