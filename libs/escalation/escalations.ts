import { Escalation, Incident, type Transaction } from '@zenmeban/database';
import {
  awaitsAnswer,
  type EscalationCause,
  type EscalationPolicy,
  type EscalationState,
  type NextEscalation,
  nextEscalation,
} from '@zenmeban/domain/engine';
import { type Reach, Roster } from '@zenmeban/roster';
import { type NewEntry, Timeline } from '@zenmeban/timeline';
import { type FiredTimer, Timers } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 } from 'uuid';
import { unknownPolicy } from './policies';

/** What an escalation needs to know of its incident; the caller holds its lock. */
export type EscalatedIncident = Pick<Incident, 'id' | 'siteId' | 'policies' | 'drill'>;

/** A call that will never arrive: of which chain, at which level, and why it was made. */
export type UndeliveredCall = Pick<NextEscalation, 'level' | 'reason'> & { incidentId: string; escalationId: string };

export const escalationKey = (escalationId: string) => `escalation:${escalationId}`;

/** Runs the chains of calls: begins them, calls level after level, takes acknowledgements, ends them. */
@Injectable()
export class Escalations {
  constructor(
    private readonly timers: Timers,
    private readonly timeline: Timeline,
    private readonly roster: Roster,
  ) {}

  /** Begins a chain now; its first level is called when its timer fires, which may be at once. A drill calls nobody. */
  async start(
    tx: Transaction,
    incident: EscalatedIncident,
    cause: { policyId: string; cause: EscalationCause; stepId?: string; actorId: string | null },
    now: Date,
  ): Promise<void> {
    if (incident.drill) return;
    const policy = policyOf(incident, cause.policyId);
    const escalation = tx.create(Escalation, {
      id: v7(),
      incidentId: incident.id,
      policyId: policy.id,
      cause: cause.cause,
      stepId: cause.stepId ?? null,
      startedAt: now,
      levelsCalled: 0,
    });
    await tx.insert(Escalation, escalation);
    await this.arm(tx, policy, escalation, now);
    await this.timeline.append(tx, [
      {
        kind: 'escalation.started',
        data: {
          escalationId: escalation.id,
          policy: policy.id,
          cause: cause.cause,
          ...(cause.stepId !== undefined && { stepId: cause.stepId }),
        },
        incidentId: incident.id,
        actorId: cause.actorId,
      },
    ]);
  }

  /** Timer handler: the next level of each of these chains is due. */
  async fire(tx: Transaction, timers: readonly FiredTimer[]): Promise<void> {
    for (const timer of timers) await this.callNext(tx, timer);
  }

  /** Levels that reach nobody are passed over at once. */
  private async callNext(tx: Transaction, timer: FiredTimer): Promise<void> {
    const escalation = await tx.findOneByOrFail(Escalation, { id: timer.subject });
    const incident = await tx.findOneByOrFail(Incident, { id: timer.incidentId });
    const policy = policyOf(incident, escalation.policyId);
    const entries: NewEntry[] = [];
    const expectedBy = await earliestDeadline(tx, incident.id);
    const state = () => ({ ...stateOf(escalation), expectedBy });
    let next = nextEscalation(policy, state());
    while (next) {
      const again = next.level <= escalation.levelsCalled;
      const reach = await this.reach(tx, incident, policy, next.level, again);
      const { personIds } = reach;
      escalation.lastCalledAt = timer.now;
      escalation.levelsCalled = Math.max(escalation.levelsCalled, next.level);
      entries.push(this.callEntry(policy, escalation, next, reach, timer));
      if (!again && next.reason === 'unacknowledged' && next.level === policy.levels.length)
        entries.push({ kind: 'escalation.exhausted', data: { escalationId: escalation.id }, ...bySystem(incident.id) });
      const following = nextEscalation(policy, state());
      if (personIds.length > 0 || !following || following.level <= next.level) break;
      next = following;
    }
    await tx.update(
      Escalation,
      { id: escalation.id },
      {
        levelsCalled: escalation.levelsCalled,
        lastCalledAt: escalation.lastCalledAt,
      },
    );
    await this.arm(tx, policy, escalation, timer.now);
    await this.timeline.append(tx, entries);
  }

  /**
   * Somebody takes the incident on: every chain that still calls is acknowledged and from now on watched for progress.
   * @returns whether anything changed; a second acknowledgement changes nothing
   */
  async acknowledge(
    tx: Transaction,
    incident: EscalatedIncident,
    personId: string,
    via: 'app' | 'mail',
    now: Date,
  ): Promise<boolean> {
    const running = await tx.findBy(Escalation, { incidentId: incident.id, endedAt: IsNull() });
    const calling = running.filter((escalation) => awaitsAnswer(stateOf(escalation)));
    if (calling.length === 0) return false;
    for (const escalation of calling) {
      Object.assign(escalation, { acknowledgedAt: now, acknowledgedById: personId, lastProgressAt: now });
      await tx.update(
        Escalation,
        { id: escalation.id },
        {
          acknowledgedAt: now,
          acknowledgedById: personId,
          lastProgressAt: now,
        },
      );
      await this.arm(tx, policyOf(incident, escalation.policyId), escalation, now);
    }
    await this.timeline.append(tx, [
      {
        kind: 'incident.acknowledged',
        data: { escalationIds: calling.map((escalation) => escalation.id), via },
        incidentId: incident.id,
        actorId: personId,
      },
    ]);
    return true;
  }

  /** The incident moved: acknowledged chains wait again from now. */
  async progress(tx: Transaction, incident: EscalatedIncident, now: Date): Promise<void> {
    const running = await tx.findBy(Escalation, { incidentId: incident.id, endedAt: IsNull() });
    for (const escalation of running.filter(({ acknowledgedAt }) => acknowledgedAt !== null)) {
      escalation.lastProgressAt = now;
      await tx.update(Escalation, { id: escalation.id }, { lastProgressAt: now });
      await this.arm(tx, policyOf(incident, escalation.policyId), escalation, now);
    }
  }

  /** The incident is resolved or cancelled: nobody is called any more. */
  async end(tx: Transaction, incidentId: string, now: Date): Promise<void> {
    const running = await tx.findBy(Escalation, { incidentId, endedAt: IsNull() });
    await tx.update(Escalation, { incidentId, endedAt: IsNull() }, { endedAt: now });
    await this.timers.cancel(
      tx,
      running.map(({ id }) => escalationKey(id)),
    );
  }

  /**
   * A call could not be delivered for good: the level after it is called at once instead of after its delay. When
   * somebody answered, or that level was called meanwhile or is none, the chain keeps its pace.
   */
  async hurry(tx: Transaction, notice: UndeliveredCall): Promise<void> {
    const escalation = await tx.findOneByOrFail(Escalation, { id: notice.escalationId });
    const incident = await tx.findOneByOrFail(Incident, { id: notice.incidentId });
    if (!awaitsAnswer(stateOf(escalation))) return;
    const next = nextEscalation(policyOf(incident, escalation.policyId), stateOf(escalation));
    if (next?.reason !== notice.reason || next.level !== notice.level + 1) return;
    const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
    await this.armAt(tx, escalation, now);
  }

  /** Whom a level reaches; when it is called again and reaches nobody, everyone of the policy who can be reached. */
  private async reach(
    tx: Transaction,
    { siteId, severity }: Incident,
    { levels }: EscalationPolicy,
    level: number,
    again: boolean,
  ): Promise<Reach> {
    const reach = await this.roster.reach(tx, siteId, levels[level - 1]?.targets ?? [], severity);
    if (reach.personIds.length > 0 || !again) return reach;
    return this.roster.reach(
      tx,
      siteId,
      levels.flatMap(({ targets }) => targets),
      severity,
    );
  }

  /** Arms the timer for the chain's next call, if there is one. */
  private async arm(tx: Transaction, policy: EscalationPolicy, escalation: Escalation, now: Date): Promise<void> {
    const expectedBy = await earliestDeadline(tx, escalation.incidentId);
    const next = nextEscalation(policy, { ...stateOf(escalation), expectedBy });
    if (next) await this.armAt(tx, escalation, next.dueAt < now ? now : next.dueAt);
  }

  private async armAt(tx: Transaction, escalation: Escalation, dueAt: Date): Promise<void> {
    await this.timers.arm(tx, [
      {
        key: escalationKey(escalation.id),
        kind: 'escalation',
        incidentId: escalation.incidentId,
        subject: escalation.id,
        dueAt,
      },
    ]);
  }

  private callEntry(
    policy: EscalationPolicy,
    escalation: Escalation,
    next: NextEscalation,
    { personIds, skipped }: Reach,
    timer: FiredTimer,
  ): NewEntry {
    const { id: escalationId, cause, stepId } = escalation;
    if (personIds.length === 0) {
      return {
        kind: 'escalation.nobody',
        data: { escalationId, level: next.level, skipped: skipped.map(({ personId, why }) => ({ personId, why })) },
        ...bySystem(escalation.incidentId),
      };
    }
    return {
      kind: 'escalation.called',
      data: {
        escalationId,
        level: next.level,
        reason: next.reason,
        personIds: [...personIds],
        firing: `${timer.id}:${timer.gen}`,
        cause,
        ...(stepId !== null && { stepId }),
        dueAt: timer.dueAt.toISOString(),
        ...(policy.bundleSeconds !== undefined && { bundleSeconds: policy.bundleSeconds }),
      },
      ...bySystem(escalation.incidentId),
    };
  }
}

/** The earliest deadline of the steps whose turn it is; undefined when one of them has none. */
async function earliestDeadline(tx: Transaction, incidentId: string): Promise<Date | undefined> {
  const [{ dueAt }] = await tx.query<[{ dueAt: Date | null }]>(
    `SELECT CASE WHEN bool_and(due_at IS NOT NULL) THEN min(due_at) END AS "dueAt"
     FROM app.incident_step WHERE incident_id = $1 AND state = 'ready'`,
    [incidentId],
  );
  return dueAt ?? undefined;
}

const bySystem = (incidentId: string) => ({ incidentId, actorId: null });

/** The incident's own frozen copy of a policy. */
export function policyOf(incident: Pick<Incident, 'policies'>, policyId: string): EscalationPolicy {
  const policy = incident.policies[policyId];
  if (!policy) throw unknownPolicy(policyId);
  return policy;
}

/** The row as the domain sees it. */
export function stateOf(escalation: Escalation): EscalationState {
  return {
    startedAt: escalation.startedAt,
    levelsCalled: escalation.levelsCalled,
    lastCalledAt: escalation.lastCalledAt ?? undefined,
    acknowledgedAt: escalation.acknowledgedAt ?? undefined,
    lastProgressAt: escalation.lastProgressAt ?? undefined,
    endedAt: escalation.endedAt ?? undefined,
  };
}
