import { Database, type Incident, type Transaction } from '@zenmeban/database';
import {
  assertTransition,
  calledPolicyId,
  DomainError,
  type IncidentStatus,
  isOpenStatus,
  type Localized,
  type Playbook,
  requiredStepsOpen,
} from '@zenmeban/domain/engine';
import { Escalations } from '@zenmeban/escalation';
import { Playbooks, PracticeLog } from '@zenmeban/playbooks';
import { type NewEntry, Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { isCallingSql } from './alarm-view';
import { assertOpen, lockIncident, readRun, stepOf } from './locked-incident';
import { StepTimers } from './step-timers';

/** What people do with an incident besides its steps. Each is one transaction on the locked incident. */
@Injectable()
export class Incidents {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly practice: PracticeLog,
    private readonly escalations: Escalations,
    private readonly timeline: Timeline,
    private readonly timers: StepTimers,
  ) {}

  /** "Call the supervisor": a chain of its own, unless one that was called for is still unanswered. */
  async escalate(incidentId: string, personId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { incident, now } = await lockIncident(tx, incidentId);
      assertOpen(incident);
      const [unanswered] = await tx.query<unknown[]>(
        `SELECT 1 FROM app.escalation e WHERE incident_id = $1 AND cause = 'called' AND ${isCallingSql} LIMIT 1`,
        [incidentId],
      );
      if (unanswered) return;
      await this.escalations.start(tx, incident, { policyId: calledPolicyId, cause: 'called', actorId: personId }, now);
    });
  }

  async comment(incidentId: string, personId: string, text: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { incident, now } = await lockIncident(tx, incidentId);
      await this.timeline.append(tx, [{ kind: 'incident.commented', data: { text }, incidentId, actorId: personId }]);
      if (isOpenStatus(incident.status)) await this.escalations.progress(tx, incident, now);
    });
  }

  /**
   * Ends the incident and every chain of calls; whoever ends a drill has practised its playbook.
   * Throws `incident.required_steps_open` and names the steps.
   */
  async resolve(incidentId: string, personId: string, resolution: string): Promise<void> {
    await this.move(incidentId, 'resolved', async (tx, incident, now) => {
      const stored = await this.playbooks.version(incident.playbookVersionId);
      const open = requiredStepsOpen(stored.content, await readRun(tx, incidentId));
      if (open.length > 0) throw requiredStepsStillOpen(stored.content, open);
      if (incident.drill) await this.practice.mark(tx, personId, stored);
      await tx.query('UPDATE app.incident SET resolved_at = $2 WHERE id = $1', [incidentId, now]);
      await this.escalations.end(tx, incidentId, now);
      await this.timers.cancelAll(tx, incidentId);
      return { kind: 'incident.resolved', data: { resolution }, incidentId, actorId: personId };
    });
  }

  /** The supervisor's sign-off. */
  async close(incidentId: string, personId: string, note: string): Promise<void> {
    await this.move(incidentId, 'closed', async (tx, _incident, now) => {
      await tx.query('UPDATE app.incident SET closed_at = $2 WHERE id = $1', [incidentId, now]);
      return { kind: 'incident.closed', data: { note }, incidentId, actorId: personId };
    });
  }

  /** Opens it again and calls the supervisor; what was ready and not yet due is watched again. */
  async reopen(incidentId: string, personId: string, reason: string): Promise<void> {
    await this.move(incidentId, 'reopened', async (tx, incident, now) => {
      await tx.query('UPDATE app.incident SET resolved_at = NULL, closed_at = NULL WHERE id = $1', [incidentId]);
      await this.armOpenSteps(tx, incident, now);
      await this.escalations.start(tx, incident, { policyId: calledPolicyId, cause: 'called', actorId: personId }, now);
      return { kind: 'incident.reopened', data: { reason }, incidentId, actorId: personId };
    });
  }

  /** Opened by mistake; stays in the record with its reason. */
  async cancel(incidentId: string, personId: string, reason: string): Promise<void> {
    await this.move(incidentId, 'cancelled', async (tx, _incident, now) => {
      await this.escalations.end(tx, incidentId, now);
      await this.timers.cancelAll(tx, incidentId);
      return { kind: 'incident.cancelled', data: { reason }, incidentId, actorId: personId };
    });
  }

  private async armOpenSteps(tx: Transaction, incident: Incident, now: Date): Promise<void> {
    const { content } = await this.playbooks.version(incident.playbookVersionId);
    const { steps } = await readRun(tx, incident.id);
    const watched = steps.filter(({ state, dueAt }) => state === 'ready' && dueAt && dueAt > now);
    await this.timers.arm(tx, incident, content, watched, now);
  }

  private async move(
    incidentId: string,
    to: IncidentStatus,
    act: (tx: Transaction, incident: Incident, now: Date) => Promise<NewEntry>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { incident, now } = await lockIncident(tx, incidentId);
      assertTransition(incident.status, to);
      await tx.query('UPDATE app.incident SET status = $2 WHERE id = $1', [incidentId, to]);
      await this.timeline.append(tx, [await act(tx, incident, now)]);
    });
  }
}

function requiredStepsStillOpen(playbook: Playbook, stepIds: readonly string[]): DomainError {
  const titles = stepIds.map((id) => stepOf(playbook, id)?.title ?? { zh: id, en: id });
  const sentence: Localized = {
    zh: `还有必须完成的步骤：${titles.map((title) => title.zh).join('、')}。`,
    en: `Required steps are still open: ${titles.map((title) => title.en).join(', ')}.`,
  };
  const fields = stepIds.map((id, index) => ({
    path: `steps.${id}`,
    code: 'required',
    message: titles[index] ?? sentence,
  }));
  return new DomainError('conflict', 'incident.required_steps_open', sentence, fields);
}
