import type { Incident, Transaction } from '@zenmeban/database';
import type { EscalationPolicy, Playbook, RunStep } from '@zenmeban/domain/engine';
import { type Arming, Timers } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { stepOf } from './locked-incident';

/** A step whose turn it is, with its deadline if it has one. */
export type ReadyStep = Pick<RunStep, 'id' | 'readyAt' | 'dueAt'>;

export const stepKey = (incidentId: string, stepId: string) => `step:${incidentId}:${stepId}`;
export const reminderKey = (incidentId: string, stepId: string) => `reminder:${incidentId}:${stepId}`;

/** Watches the deadlines of steps: the moment itself, and the reminder before it. In a drill nothing is watched. */
@Injectable()
export class StepTimers {
  constructor(private readonly timers: Timers) {}

  async arm(
    tx: Transaction,
    incident: Pick<Incident, 'id' | 'drill' | 'policies'>,
    playbook: Playbook,
    ready: readonly ReadyStep[],
    now: Date,
  ): Promise<void> {
    if (incident.drill) return;
    await this.timers.arm(tx, stepArmings(incident, playbook, ready, now));
  }

  /** The step is settled. */
  async cancel(tx: Transaction, incidentId: string, stepId: string): Promise<void> {
    await this.timers.cancel(tx, [stepKey(incidentId, stepId), reminderKey(incidentId, stepId)]);
  }

  /** The incident is over: nothing of it is waited for any more. */
  async cancelAll(tx: Transaction, incidentId: string): Promise<void> {
    await this.timers.cancelAll(tx, incidentId);
  }
}

/**
 * What to arm for these steps. A reminder whose moment has passed is left out: the deadline itself comes soon enough.
 * @param incident `policies`: those it keeps; the one for overdue steps may warn of any deadline
 */
export function stepArmings(
  incident: { readonly id: string; readonly policies: Readonly<Record<string, EscalationPolicy>> },
  playbook: Playbook,
  ready: readonly ReadyStep[],
  now: Date,
): readonly Arming[] {
  const { warn } = incident.policies[playbook.overduePolicy] ?? {};
  return ready.flatMap(({ id, readyAt = now, dueAt }): Arming[] => {
    if (!dueAt) return [];
    const about = { incidentId: incident.id, subject: id };
    const due: Arming = { key: stepKey(incident.id, id), kind: 'step_due', ...about, dueAt };
    const { remindSeconds } = stepOf(playbook, id) ?? {};
    const before = remindSeconds ?? warnSeconds((dueAt.getTime() - readyAt.getTime()) / 1_000, warn);
    const remindAt = before === null ? now : new Date(dueAt.getTime() - before * 1_000);
    if (remindAt <= now) return [due];
    return [due, { ...due, key: reminderKey(incident.id, id), kind: 'step_reminder', dueAt: remindAt }];
  });
}

/** How many seconds before its deadline a step is warned of that has so many in all; null = not at all. */
export function warnSeconds(seconds: number, warn: EscalationPolicy['warn']): number | null {
  return warn && seconds >= warn.fromSeconds ? (seconds * (100 - warn.atPercent)) / 100 : null;
}
