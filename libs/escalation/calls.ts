import { Escalation, Incident, type Transaction } from '@zenmeban/database';
import {
  callableAt,
  type EscalationPolicy,
  isHandedOver,
  type NextEscalation,
  nextEscalation,
  type NotCalled,
  type Opens,
} from '@zenmeban/domain/engine';
import { type Reach, Roster, type Skipped } from '@zenmeban/roster';
import { type NewEntry, Timeline } from '@zenmeban/timeline';
import type { FiredTimer } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { earliestDeadlines, policyOf, stateOf } from './chain-state';
import { Chains } from './chains';
import { type EarlierCalls, earlierCalls } from './earlier-calls';
import { timesAtMost } from './escalations';

/** What is noted of a chain when it calls. */
type Call = { next: NextEscalation; reach: Reach; timer: FiredTimer; before: EarlierCalls };

/** A chain whose next call is due, with what decides about it. */
type Due = {
  readonly timer: FiredTimer;
  readonly escalation: Escalation;
  readonly incident: Incident;
  readonly policy: EscalationPolicy;
  readonly opens: Opens | undefined;
  readonly expectedBy: Date | undefined;
};

/** What is noted, and when the chain is due again. */
type Decided = {
  readonly entries: readonly NewEntry[];
  readonly armed: { escalation: Escalation; dueAt: Date } | null;
};

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

  /**
   * Timer handler: the next call of each of these chains is due. What they need is read for all of them together, and so
   * is written what they decide: a crowd costs few statements.
   */
  async fire(tx: Transaction, timers: readonly FiredTimer[]): Promise<void> {
    const due = await this.load(tx, timers);
    const reaches = await this.firstReaches(tx, due);
    const before = await earlierCalls(
      tx,
      due.map(({ escalation }) => escalation),
    );
    const decided: Decided[] = [];
    for (const one of due) decided.push(await this.callNext(tx, one, reaches.get(one), before));
    await save(
      tx,
      due.map(({ escalation }) => escalation),
    );
    await this.chains.armAt(
      tx,
      decided.flatMap(({ armed }) => armed ?? []),
    );
    await this.timeline.append(
      tx,
      decided.flatMap(({ entries }) => entries),
    );
  }

  private async load(tx: Transaction, timers: readonly FiredTimer[]): Promise<Due[]> {
    const incidentIds = timers.map(({ incidentId }) => incidentId);
    const escalations = byId(await tx.findBy(Escalation, { id: In(timers.map(({ subject }) => subject)) }));
    const incidents = byId(await tx.findBy(Incident, { id: In(incidentIds) }));
    const deadlines = await earliestDeadlines(tx, incidentIds);
    const due: Due[] = [];
    for (const timer of timers) {
      const escalation = escalations.get(timer.subject);
      const incident = incidents.get(timer.incidentId);
      if (!escalation || !incident) throw new Error(`timer ${timer.id} is about a chain that is not there`);
      const policy = policyOf(incident, escalation.policyId);
      const opens = await this.chains.opens(tx, incident, policy);
      due.push({ timer, escalation, incident, policy, opens, expectedBy: deadlines.get(incident.id) });
    }
    return due;
  }

  /** Whom the level that is due reaches, for each chain. */
  private async firstReaches(tx: Transaction, due: readonly Due[]): Promise<ReadonlyMap<Due, Reach>> {
    const asked = due.map(({ incident: { siteId, severity }, policy, escalation, expectedBy }) => {
      const next = nextEscalation(policy, { ...stateOf(escalation), expectedBy });
      return { siteId, severity, targets: next ? targetsOf(policy, next.level) : [] };
    });
    const reaches = await this.roster.reachEach(tx, asked);
    return new Map(due.flatMap((one, index) => (reaches[index] ? [[one, reaches[index]] as const] : [])));
  }

  /**
   * Levels that reach nobody are passed over at once, unless the one after them must wait for the policy's hours.
   * @param first whom the first level reaches that is called here
   */
  private async callNext(tx: Transaction, due: Due, first: Reach | undefined, before: EarlierCalls): Promise<Decided> {
    const { timer, escalation, incident, policy, opens, expectedBy } = due;
    const { now } = timer;
    const following = () => nextEscalation(policy, { ...stateOf(escalation), expectedBy });
    const entries: NewEntry[] = [];
    for (let next = following(), known = first; next; known = undefined) {
      const callable = callableAt(policy, next.level, now, opens);
      if (callable > now) return { entries, armed: { escalation, dueAt: callable } };
      const again = next.level <= escalation.levelsCalled;
      const reach = withGiver(escalation, await this.reach(tx, incident, policy, { level: next.level, again, known }));
      entries.push(this.callEntry(policy, escalation, { next, reach, timer, before }));
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
    const then = nextEscalation(policy, { ...stateOf(escalation), expectedBy }, opens);
    return { entries, armed: then && { escalation, dueAt: then.dueAt < now ? now : then.dueAt } };
  }

  /**
   * Whom a level reaches. When it is called again, or is the last, and reaches nobody: everyone of the policy who can be
   * reached, and if that is nobody either, whoever wanted to be left in peace.
   */
  private async reach(
    tx: Transaction,
    { siteId, severity }: Incident,
    policy: EscalationPolicy,
    { level, again, known }: { level: number; again: boolean; known: Reach | undefined },
  ): Promise<Reach> {
    const reach = known ?? (await this.roster.reach(tx, siteId, targetsOf(policy, level), severity));
    if (reach.personIds.length > 0 || (!again && level < policy.levels.length)) return reach;
    const everyone = policy.levels.flatMap(({ targets }) => targets);
    const wider = await this.roster.reach(tx, siteId, everyone, severity);
    if (wider.personIds.length > 0) return { ...wider, skipped: reach.skipped };
    return this.roster.reach(tx, siteId, everyone, severity, { despiteQuietHours: true });
  }

  private callEntry(policy: EscalationPolicy, escalation: Escalation, { next, reach, timer, before }: Call): NewEntry {
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
        ...before(escalationId, next),
        ...(policy.bundleSeconds !== undefined && { bundleSeconds: policy.bundleSeconds }),
      },
      ...bySystem(escalation.incidentId),
    };
  }
}

const targetsOf = (policy: EscalationPolicy, level: number) => policy.levels[level - 1]?.targets ?? [];

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));

/** Writes how often which level of the chains was called. */
async function save(tx: Transaction, escalations: readonly Escalation[]): Promise<void> {
  const rows = escalations.map(({ id, levelsCalled, timesCalled: times, lastCalledAt }) => ({
    ...{ id, levels_called: levelsCalled, times_called: times, last_called_at: lastCalledAt },
  }));
  await tx.query(
    `UPDATE app.escalation SET levels_called = now.levels_called, times_called = now.times_called,
       last_called_at = now.last_called_at
     FROM jsonb_to_recordset($1)
       AS now(id uuid, levels_called smallint, times_called smallint, last_called_at timestamptz)
     WHERE escalation.id = now.id`,
    [JSON.stringify(rows)],
  );
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
