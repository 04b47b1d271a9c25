import { Escalation, type Transaction } from '@zenmeban/database';
import { type EscalationPolicy, heedsHours, nextEscalation, type Opens } from '@zenmeban/domain/engine';
import { Roster } from '@zenmeban/roster';
import { Timers } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { earliestDeadlines, type EscalatedIncident, escalationKey, policyOf, stateOf } from './chain-state';

/** The chains of an incident and their timers: what everybody needs who changes one. */
@Injectable()
export class Chains {
  constructor(
    private readonly timers: Timers,
    private readonly roster: Roster,
  ) {}

  /** Those that have not ended, the oldest first. */
  running(tx: Transaction, incidentId: string): Promise<Escalation[]> {
    return tx.find(Escalation, { where: { incidentId, endedAt: IsNull() }, order: { startedAt: 'ASC', id: 'ASC' } });
  }

  /** Writes what changed of a chain and arms the timer for its next call. */
  async change(
    tx: Transaction,
    incident: EscalatedIncident,
    escalation: Escalation,
    changed: Partial<Omit<Escalation, 'incident' | 'acknowledgedBy' | 'handedTo' | 'handedOverBy'>>,
    now: Date,
  ): Promise<void> {
    Object.assign(escalation, changed);
    await tx.update(Escalation, { id: escalation.id }, changed);
    await this.arm(tx, incident, escalation, now);
  }

  /** Arms the timer for the chain's next call, if there is one. */
  async arm(tx: Transaction, incident: EscalatedIncident, escalation: Escalation, now: Date): Promise<void> {
    const policy = policyOf(incident, escalation.policyId);
    const expectedBy = (await earliestDeadlines(tx, [incident.id])).get(incident.id);
    const opens = await this.opens(tx, incident, policy);
    const next = nextEscalation(policy, { ...stateOf(escalation), expectedBy }, opens);
    if (next) await this.armAt(tx, [{ escalation, dueAt: next.dueAt < now ? now : next.dueAt }]);
  }

  /** Arms the timers of chains whose next moment is known. */
  async armAt(tx: Transaction, due: readonly { escalation: Escalation; dueAt: Date }[]): Promise<void> {
    await this.timers.arm(
      tx,
      due.map(({ escalation: { id, incidentId }, dueAt }) => ({
        ...{ key: escalationKey(id), kind: 'escalation' as const, incidentId, subject: id, dueAt },
      })),
    );
  }

  async disarm(tx: Transaction, escalations: readonly Escalation[]): Promise<void> {
    await this.timers.cancel(
      tx,
      escalations.map(({ id }) => escalationKey(id)),
    );
  }

  /** The hours of a policy at the incident's site; undefined when it calls at any hour. */
  async opens(
    tx: Transaction,
    { siteId, severity }: EscalatedIncident,
    policy: EscalationPolicy,
  ): Promise<Opens | undefined> {
    return heedsHours(policy, severity) ? this.roster.opens(tx, siteId, policy.hours) : undefined;
  }
}
