import { Escalation, Incident, type Transaction } from '@zenmeban/database';
import {
  callableAt,
  type EscalationPolicy,
  isHandedOver,
  type NextEscalation,
  nextEscalation,
  type NotCalled,
} from '@zenmeban/domain/engine';
import { type Reach, Roster, type Skipped } from '@zenmeban/roster';
import { type NewEntry, Timeline } from '@zenmeban/timeline';
import type { FiredTimer } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { earliestDeadline, policyOf, stateOf } from './chain-state';
import { Chains } from './chains';
import { timesAtMost } from './escalations';

/** What is noted of a chain when it calls. */
type Call = { next: NextEscalation; reach: Reach; timer: FiredTimer };

/** So many calls of one level are counted; a chain that nobody moves goes on for longer. */
const mostCounted = 1_000;

/** Calls: the handler of the timers of chains. */
@Injectable()
export class Calls {
  constructor(
    private readonly chains: Chains,
    private readonly timeline: Timeline,
    private readonly roster: Roster,
  ) {}

  /** Timer handler: the next call of each of these chains is due. */
  async fire(tx: Transaction, timers: readonly FiredTimer[]): Promise<void> {
    for (const timer of timers) await this.callNext(tx, timer);
  }

  /** Levels that reach nobody are passed over at once, unless the one after them must wait for the policy's hours. */
  private async callNext(tx: Transaction, timer: FiredTimer): Promise<void> {
    const { now } = timer;
    const escalation = await tx.findOneByOrFail(Escalation, { id: timer.subject });
    const incident = await tx.findOneByOrFail(Incident, { id: timer.incidentId });
    const policy = policyOf(incident, escalation.policyId);
    const opens = await this.chains.opens(tx, incident, policy);
    const expectedBy = await earliestDeadline(tx, incident.id);
    const following = () => nextEscalation(policy, { ...stateOf(escalation), expectedBy });
    const entries: NewEntry[] = [];
    let waitsUntil: Date | null = null;
    for (let next = following(); next;) {
      const callable = callableAt(policy, next.level, now, opens);
      if (callable > now) waitsUntil = callable;
      if (waitsUntil) break;
      const again = next.level <= escalation.levelsCalled;
      const reach = withGiver(escalation, await this.reach(tx, incident, policy, next.level, again));
      entries.push(this.callEntry(policy, escalation, { next, reach, timer }));
      if (!again && next.reason !== 'no_progress' && next.level === policy.levels.length)
        entries.push({ kind: 'escalation.exhausted', data: { escalationId: escalation.id }, ...bySystem(incident.id) });
      const nobody = reach.personIds.length === 0;
      escalation.timesCalled = timesCalled(policy, escalation, next.level, nobody);
      escalation.levelsCalled = Math.max(escalation.levelsCalled, next.level);
      escalation.lastCalledAt = now;
      const level = next.level;
      next = nobody ? following() : null;
      if (next && next.level <= level) break;
    }
    const { levelsCalled, timesCalled: times, lastCalledAt } = escalation;
    await tx.update(Escalation, { id: escalation.id }, { levelsCalled, timesCalled: times, lastCalledAt });
    if (waitsUntil) await this.chains.armAt(tx, escalation, waitsUntil);
    else await this.chains.arm(tx, incident, escalation, now);
    await this.timeline.append(tx, entries);
  }

  /**
   * Whom a level reaches. When it is called again, or is the last, and reaches nobody: everyone of the policy who can be
   * reached, and if that is nobody either, whoever wanted to be left in peace.
   */
  private async reach(
    tx: Transaction,
    { siteId, severity }: Incident,
    { levels }: EscalationPolicy,
    level: number,
    again: boolean,
  ): Promise<Reach> {
    const reach = await this.roster.reach(tx, siteId, levels[level - 1]?.targets ?? [], severity);
    if (reach.personIds.length > 0 || (!again && level < levels.length)) return reach;
    const everyone = levels.flatMap(({ targets }) => targets);
    const wider = await this.roster.reach(tx, siteId, everyone, severity);
    if (wider.personIds.length > 0) return { ...wider, skipped: reach.skipped };
    return this.roster.reach(tx, siteId, everyone, severity, { despiteQuietHours: true });
  }

  private callEntry(policy: EscalationPolicy, escalation: Escalation, { next, reach, timer }: Call): NewEntry {
    const { id: escalationId, cause, stepId } = escalation;
    const skipped = reach.skipped.map(notCalled);
    if (reach.personIds.length === 0) {
      const data = { escalationId, level: next.level, skipped };
      return { kind: 'escalation.nobody', data, ...bySystem(escalation.incidentId) };
    }
    return {
      kind: 'escalation.called',
      data: {
        ...{ escalationId, level: next.level, reason: next.reason, personIds: [...reach.personIds] },
        ...{ firing: `${timer.id}:${timer.gen}`, cause, dueAt: timer.dueAt.toISOString() },
        ...(stepId !== null && { stepId }),
        ...(skipped.length > 0 && { skipped }),
        ...(policy.bundleSeconds !== undefined && { bundleSeconds: policy.bundleSeconds }),
      },
      ...bySystem(escalation.incidentId),
    };
  }
}

/** How often the level was called, this call included; one that reached nobody is not repeated. */
function timesCalled(policy: EscalationPolicy, before: Escalation, level: number, nobody: boolean): number {
  if (nobody) return timesAtMost(policy.levels[level - 1]);
  return level <= before.levelsCalled ? Math.min(before.timesCalled + 1, mostCounted) : 1;
}

/** Whoever handed it over is told, by the first call after it, that it was not taken. */
function withGiver(escalation: Escalation, reach: Reach): Reach {
  const { handedOverAt, handedOverById, lastCalledAt } = escalation;
  const isFirst = handedOverAt !== null && lastCalledAt?.getTime() === handedOverAt.getTime();
  if (!isFirst || handedOverById === null || reach.personIds.length === 0 || !isHandedOver(stateOf(escalation))) {
    return reach;
  }
  return { ...reach, personIds: [...new Set([...reach.personIds, handedOverById])] };
}

const notCalled = ({ target, personId, why }: Skipped): NotCalled => ({
  personId,
  ...('onDuty' in target ? { post: target.onDuty } : 'role' in target ? { role: target.role } : {}),
  why,
});

const bySystem = (incidentId: string) => ({ incidentId, actorId: null });
