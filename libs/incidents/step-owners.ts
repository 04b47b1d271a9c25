import type { Incident, Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import { Roster } from '@zenmeban/roster';
import { Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';

export type OwnedStep = { stepId: string; post: Post; dueAt?: Date };

/** Gives a step that became ready to the person on its post, else to the supervisor on duty; in a drill to nobody. */
@Injectable()
export class StepOwners {
  constructor(
    private readonly roster: Roster,
    private readonly timeline: Timeline,
  ) {}

  async assign(
    tx: Transaction,
    incident: Pick<Incident, 'id' | 'siteId' | 'drill'>,
    steps: readonly OwnedStep[],
  ): Promise<void> {
    if (incident.drill) return;
    for (const { stepId, post, dueAt } of steps) {
      const personId = await this.roster.ownerOf(tx, incident.siteId, post);
      if (personId === null) continue;
      await tx.query(`UPDATE app.incident_step SET assignee_id = $3 WHERE incident_id = $1 AND step_id = $2`, [
        incident.id,
        stepId,
        personId,
      ]);
      await this.timeline.append(tx, [
        {
          kind: 'step.assigned',
          data: { stepId, personId, post, ...(dueAt && { dueAt: dueAt.toISOString() }) },
          incidentId: incident.id,
          actorId: null,
        },
      ]);
    }
  }
}
