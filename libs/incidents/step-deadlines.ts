import { type Incident, IncidentStep, type Transaction } from '@zenmeban/database';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { Escalations } from '@zenmeban/escalation';
import { Playbooks } from '@zenmeban/playbooks';
import { Roster } from '@zenmeban/roster';
import { Timeline } from '@zenmeban/timeline';
import type { FiredTimer } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { lockIncident, stepOf } from './locked-incident';

/** What happens when the deadline of a step draws near, and when it has come: the handlers of its timers. */
@Injectable()
export class StepDeadlines {
  constructor(
    private readonly playbooks: Playbooks,
    private readonly escalations: Escalations,
    private readonly roster: Roster,
    private readonly timeline: Timeline,
  ) {}

  /** The deadline has come. The step stays ready; the overdue policy calls people. */
  async due(tx: Transaction, timer: FiredTimer): Promise<void> {
    const { incident, now } = await lockIncident(tx, timer.incidentId);
    const step = await openStep(tx, incident, timer.subject);
    if (!step) return;
    const { stepId } = step;
    const { content } = await this.playbooks.version(incident.playbookVersionId);
    await this.timeline.append(tx, [
      {
        kind: 'step.overdue',
        data: { stepId, dueAt: timer.dueAt.toISOString() },
        incidentId: incident.id,
        actorId: null,
      },
    ]);
    await this.escalations.start(
      tx,
      incident,
      { policyId: content.overduePolicy, cause: 'overdue', stepId, actorId: null },
      now,
    );
  }

  /** The deadline is near: whoever has the step is reminded. */
  async remind(tx: Transaction, timer: FiredTimer): Promise<void> {
    const { incident } = await lockIncident(tx, timer.incidentId);
    const step = await openStep(tx, incident, timer.subject);
    if (!step?.dueAt) return;
    const { stepId, dueAt } = step;
    await this.timeline.append(tx, [
      {
        kind: 'step.reminded',
        data: {
          ...{ stepId, dueAt: dueAt.toISOString() },
          personIds: [await this.whoHas(tx, incident, step)],
          firing: `${timer.id}:${timer.gen}`,
        },
        incidentId: incident.id,
        actorId: null,
      },
    ]);
  }

  /** Its owner, else whoever opened the incident; a confidential step is for somebody on duty who may complete it. */
  private async whoHas(tx: Transaction, incident: Incident, step: IncidentStep): Promise<string> {
    if (step.assigneeId !== null) return step.assigneeId;
    const { content } = await this.playbooks.version(incident.playbookVersionId);
    const visibleTo = stepOf(content, step.stepId)?.visibleTo;
    const confidant = visibleTo && (await this.roster.ownerOf(tx, incident.siteId, visibleTo));
    return confidant ?? incident.openedById;
  }
}

/** The step, while it is still to be done. */
async function openStep(tx: Transaction, incident: Incident, stepId: string): Promise<IncidentStep | null> {
  if (!isOpenStatus(incident.status)) return null;
  return tx.findOneBy(IncidentStep, { incidentId: incident.id, stepId, state: 'ready' });
}
