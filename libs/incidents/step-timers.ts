import type { Incident, Transaction } from '@zenmeban/database';
import type { Playbook, RunStep } from '@zenmeban/domain/engine';
import { type Arming, Timers } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { stepOf } from './locked-incident';

/** A step whose turn it is, with its deadline if it has one. */
export type ReadyStep = Pick<RunStep, 'id' | 'dueAt'>;

export const stepKey = (incidentId: string, stepId: string) => `step:${incidentId}:${stepId}`;
export const reminderKey = (incidentId: string, stepId: string) => `reminder:${incidentId}:${stepId}`;

/** Watches the deadlines of steps: the moment itself, and the reminder before it. In a drill nothing is watched. */
@Injectable()
export class StepTimers {
  constructor(private readonly timers: Timers) {}

  async arm(
    tx: Transaction,
    incident: Pick<Incident, 'id' | 'drill'>,
    playbook: Playbook,
    ready: readonly ReadyStep[],
    now: Date,
  ): Promise<void> {
    if (incident.drill) return;
    await this.timers.arm(tx, stepArmings(incident.id, playbook, ready, now));
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

/** What to arm for these steps. A reminder whose moment has passed is left out: the deadline itself comes soon enough. */
export function stepArmings(
  incidentId: string,
  playbook: Playbook,
  ready: readonly ReadyStep[],
  now: Date,
): readonly Arming[] {
  return ready.flatMap(({ id, dueAt }): Arming[] => {
    if (!dueAt) return [];
    const due: Arming = { key: stepKey(incidentId, id), kind: 'step_due', incidentId, subject: id, dueAt };
    const { remindSeconds } = stepOf(playbook, id) ?? {};
    const remindAt = remindSeconds === undefined ? now : new Date(dueAt.getTime() - remindSeconds * 1_000);
    if (remindAt <= now) return [due];
    return [due, { ...due, key: reminderKey(incidentId, id), kind: 'step_reminder', dueAt: remindAt }];
  });
}
