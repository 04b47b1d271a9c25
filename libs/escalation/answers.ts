import type { Escalation, Transaction } from '@zenmeban/database';
import { awaitsAnswer, isSnoozed, snoozeBounds } from '@zenmeban/domain/engine';
import { Roster } from '@zenmeban/roster';
import { Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { type EscalatedIncident, policyOf, stateOf } from './chain-state';
import { Chains } from './chains';
import { nothingToHandOver, nothingToSnooze, receiverUnreachable, refuseSnooze } from './refusals';

/** Who answers, how they came, and the database's time. */
export type Answer = { readonly personId: string; readonly via: 'app' | 'mail'; readonly now: Date };

/** To whom it is handed; `email` is how a policy would name them. */
export type Receiver = { readonly id: string; readonly name: string; readonly email: string };

/** What people answer to calls: they take it on, put it off, or hand it over. */
@Injectable()
export class Answers {
  constructor(
    private readonly chains: Chains,
    private readonly timeline: Timeline,
    private readonly roster: Roster,
  ) {}

  /**
   * Somebody takes the incident on: every chain that still calls, or was put off, is acknowledged and from now on
   * watched for progress.
   * @returns whether anything changed; a second acknowledgement changes nothing
   */
  async acknowledge(tx: Transaction, incident: EscalatedIncident, { personId, via, now }: Answer): Promise<boolean> {
    const running = await this.chains.running(tx, incident.id);
    const calling = running.filter((one) => awaitsAnswer(stateOf(one)) || isSnoozed(stateOf(one)));
    if (calling.length === 0) return false;
    for (const escalation of calling) {
      const at = afterLastCall(escalation, now);
      const taken = { acknowledgedAt: at, acknowledgedById: personId, lastProgressAt: at, snoozedUntil: null };
      await this.chains.change(tx, incident, escalation, taken, now);
    }
    const escalationIds = calling.map(({ id }) => id);
    const about = { incidentId: incident.id, actorId: personId };
    await this.timeline.append(tx, [{ kind: 'incident.acknowledged', data: { escalationIds, via }, ...about }]);
    return true;
  }

  /**
   * Acknowledges, and asks to be called again so much later if nothing moves until then. The strictest policy that
   * calls says how long, and how often. A second tap changes nothing and uses up nothing: whoever put it off already,
   * for as long as this give or take a minute; somebody else's takes it over and counts.
   * Throws `snooze.nothing_calls`, `.not_allowed`, `.used_up`, `.too_long` (conflict).
   */
  async snooze(
    tx: Transaction,
    incident: EscalatedIncident,
    minutes: number,
    { personId, via, now }: Answer,
  ): Promise<void> {
    const running = await this.chains.running(tx, incident.id);
    if (running.length === 0) throw nothingToSnooze();
    const until = new Date(now.getTime() + minutes * 60_000);
    if (running.every((one) => isPutOffBy(one, personId, until))) return;
    refuseSnooze(
      minutes,
      snoozeBounds(running.map(({ policyId, snoozes }) => ({ policy: policyOf(incident, policyId), snoozes }))),
    );
    for (const escalation of running) {
      const at = afterLastCall(escalation, now);
      const taken = { acknowledgedAt: at, acknowledgedById: personId, lastProgressAt: at };
      const put = { ...taken, snoozedUntil: until, snoozes: escalation.snoozes + 1 };
      await this.chains.change(tx, incident, escalation, put, now);
    }
    const escalationIds = running.map(({ id }) => id);
    const data = { escalationIds, via, until: until.toISOString() };
    await this.timeline.append(tx, [{ kind: 'incident.snoozed', data, incidentId: incident.id, actorId: personId }]);
  }

  /**
   * Calls a colleague in one's place, at once and whatever the hour: until they acknowledge, every chain waits for them
   * as it would for whoever is called first. Throws `hand_over.nothing_calls`, `hand_over.unreachable` (conflict).
   */
  async handOver(
    tx: Transaction,
    incident: EscalatedIncident,
    { to, note }: { to: Receiver; note: string },
    { personId, via, now }: Answer,
  ): Promise<void> {
    const running = await this.chains.running(tx, incident.id);
    const [first] = running;
    if (!first) throw nothingToHandOver();
    const target = { person: to.email };
    const anyHour = { despiteQuietHours: true };
    const reach = await this.roster.reach(tx, incident.siteId, [target], incident.severity, anyHour);
    if (!reach.personIds.includes(to.id)) throw receiverUnreachable(to.name);
    for (const escalation of running) {
      const at = afterLastCall(escalation, now, 1);
      const handed = { handedOverAt: at, handedToId: to.id, handedOverById: personId };
      await this.chains.change(tx, incident, escalation, { ...handed, lastCalledAt: at, snoozedUntil: null }, now);
    }
    const { bundleSeconds } = policyOf(incident, first.policyId);
    await this.timeline.append(tx, [
      {
        kind: 'incident.handed_over',
        data: { escalationIds: running.map(({ id }) => id), personIds: [to.id], note, via },
        ...{ incidentId: incident.id, actorId: personId },
      },
      {
        kind: 'escalation.called',
        data: {
          ...{ escalationId: first.id, level: Math.max(1, first.levelsCalled), reason: 'handed_over' },
          ...{ personIds: [to.id], firing: `${v7()}:1`, cause: first.cause },
          ...(first.stepId !== null && { stepId: first.stepId }),
          ...(bundleSeconds !== undefined && { bundleSeconds }),
        },
        ...{ incidentId: incident.id, actorId: null },
      },
    ]);
  }
}

/** Two taps of one person are further apart than this only when they mean it. */
const tapsApartMs = 60_000;

/** Whether this person has put the chain off already, and as good as until then. */
function isPutOffBy(escalation: Escalation, personId: string, until: Date): boolean {
  const { snoozedUntil, acknowledgedById } = escalation;
  if (snoozedUntil === null || acknowledgedById !== personId || !isSnoozed(stateOf(escalation))) return false;
  return snoozedUntil.getTime() >= until.getTime() - tapsApartMs;
}

/**
 * The moment of an answer: not before what it answers, although its transaction may have begun before the call of
 * another one was written.
 */
function afterLastCall({ lastCalledAt, acknowledgedAt }: Escalation, now: Date, byMs = 0): Date {
  const moments = [lastCalledAt, byMs > 0 ? acknowledgedAt : null].flatMap((at) => (at ? [at.getTime() + byMs] : []));
  return new Date(Math.max(now.getTime(), ...moments));
}
