import { Database, type Incident, type Transaction } from '@zenmeban/database';
import {
  assertTransition,
  isOpenStatus,
  mustBeRestricted,
  type Playbook,
  type RunChange,
  type Settlement,
  settleStep,
} from '@zenmeban/domain/engine';
import { Escalations } from '@zenmeban/escalation';
import { Playbooks } from '@zenmeban/playbooks';
import { type NewEntry, Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { assertRecent } from './bounds';
import { lockIncident, readRun, stepOf } from './locked-incident';
import { StepOwners } from './step-owners';
import { StepTimers } from './step-timers';

/** How a step ended, as its person says. */
export type StepReport = { settlement: Settlement; note: string; doneAt: Date | null };

/** Completes and skips steps. */
@Injectable()
export class Steps {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly escalations: Escalations,
    private readonly timeline: Timeline,
    private readonly timers: StepTimers,
    private readonly owners: StepOwners,
  ) {}

  /** Settles a ready step. Throws `step.*` from the domain, `incident.*` when the incident takes no more steps. */
  async settle(incidentId: string, stepId: string, personId: string, report: StepReport): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { incident, now } = await lockIncident(tx, incidentId);
      if (!isOpenStatus(incident.status)) assertTransition(incident.status, 'in_progress');
      if (report.doneAt) assertRecent('at', report.doneAt, now);
      const { content } = await this.playbooks.version(incident.playbookVersionId);
      const change = settleStep(content, await readRun(tx, incidentId), stepId, report.settlement, now);
      const kept = keptReport(report, change, stepId);
      await this.save(tx, incident, change, { stepId, personId, report: kept, now });
      await this.timers.cancel(tx, incidentId, stepId);
      const ready = change.changed.filter(({ state }) => state === 'ready');
      await this.timers.arm(tx, incident, content, ready, now);
      await this.timeline.append(tx, [
        settledEntry(incident, stepId, personId, kept),
        ...(await restrict(tx, incident, content, change)),
        ...followingEntries(incident, change, stepId),
      ]);
      await this.owners.assign(tx, incident, ownedSteps(content, change));
      await this.escalations.progress(tx, incident, now);
      for (const { stepId: callingStep, policy } of change.escalations) {
        await this.escalations.start(
          tx,
          incident,
          { policyId: policy, cause: 'step', stepId: callingStep, actorId: personId },
          now,
        );
      }
    });
  }

  private async save(
    tx: Transaction,
    incident: Incident,
    change: RunChange,
    by: { stepId: string; personId: string; report: StepReport; now: Date },
  ): Promise<void> {
    const { stepId, personId, report, now } = by;
    const rows = change.changed.map((step) => ({
      step_id: step.id,
      state: step.state,
      ready_at: step.readyAt ?? null,
      due_at: step.dueAt ?? null,
    }));
    await tx.query(
      `UPDATE app.incident_step SET state = c.state, ready_at = c.ready_at, due_at = c.due_at
       FROM jsonb_to_recordset($2) AS c(step_id text, state text, ready_at timestamptz, due_at timestamptz)
       WHERE incident_step.incident_id = $1 AND incident_step.step_id = c.step_id`,
      [incident.id, JSON.stringify(rows)],
    );
    const { settlement } = report;
    await tx.query(
      `UPDATE app.incident_step SET answers = $3, note = $4, settled_by_id = $5, settled_at = $6, done_at = $7
       WHERE incident_id = $1 AND step_id = $2`,
      [
        incident.id,
        stepId,
        settlement.kind === 'done' ? JSON.stringify(settlement.answers) : null,
        settlement.kind === 'done' ? report.note : settlement.reason,
        personId,
        now,
        report.doneAt ?? now,
      ],
    );
    if (incident.status !== 'in_progress') {
      await tx.query(`UPDATE app.incident SET status = 'in_progress' WHERE id = $1`, [incident.id]);
    }
  }
}

/** Restricts the incident when what is answered now says so; never the other way round. @returns the entry of it */
async function restrict(
  tx: Transaction,
  incident: Incident,
  playbook: Playbook,
  { run }: RunChange,
): Promise<NewEntry[]> {
  if (incident.restricted || !mustBeRestricted(playbook, run)) return [];
  await tx.query('UPDATE app.incident SET restricted = true WHERE id = $1', [incident.id]);
  return [{ kind: 'incident.restricted', data: {}, incidentId: incident.id, actorId: null }];
}

/** The report with the answers as the domain keeps them: instants in UTC, empty optional ones left out. */
function keptReport(report: StepReport, change: RunChange, stepId: string): StepReport {
  if (report.settlement.kind !== 'done') return report;
  const answers = change.changed.find(({ id }) => id === stepId)?.answers ?? {};
  return { ...report, settlement: { kind: 'done', answers } };
}

function settledEntry(incident: Incident, stepId: string, personId: string, report: StepReport): NewEntry {
  const who = { incidentId: incident.id, actorId: personId };
  if (report.settlement.kind === 'skipped') {
    return { kind: 'step.skipped', data: { stepId, reason: report.settlement.reason }, ...who };
  }
  const { answers } = report.settlement;
  const doneAt = report.doneAt ? { doneAt: report.doneAt.toISOString() } : {};
  return { kind: 'step.done', data: { stepId, answers, note: report.note, ...doneAt }, ...who };
}

function followingEntries(incident: Incident, change: RunChange, settledId: string): NewEntry[] {
  const bySystem = { incidentId: incident.id, actorId: null };
  return change.changed
    .filter(({ id }) => id !== settledId)
    .flatMap(({ id, state, dueAt }): NewEntry[] => {
      if (state === 'not_needed') return [{ kind: 'step.not_needed', data: { stepId: id }, ...bySystem }];
      if (state !== 'ready') return [];
      return [{ kind: 'step.ready', data: { stepId: id, ...(dueAt && { dueAt: dueAt.toISOString() }) }, ...bySystem }];
    });
}

function ownedSteps(playbook: Playbook, change: RunChange) {
  return change.changed.flatMap(({ id, state, dueAt }) => {
    const post = stepOf(playbook, id)?.owner;
    return state === 'ready' && post ? [{ stepId: id, post, ...(dueAt && { dueAt }) }] : [];
  });
}
