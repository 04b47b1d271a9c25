import { Database, Incident, type Transaction } from '@zenmeban/database';
import { calledPolicyId, DomainError, type EscalationPolicy, type Playbook, stepsOfRun } from '@zenmeban/domain/engine';
import { Policies } from '@zenmeban/escalation';
import { Playbooks, type StoredPlaybook } from '@zenmeban/playbooks';
import { Timeline, type WrittenEntry } from '@zenmeban/timeline';
import { Timers } from '@zenmeban/timers';
import { Injectable } from '@nestjs/common';
import { openStatement } from './open-statement';
import { type Opening, openingParameters, planOpening } from './plan-opening';
import { StepOwners } from './step-owners';

/** Opens incidents: one statement, one transaction, once per id. */
@Injectable()
export class OpenIncident {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly policies: Policies,
    private readonly timeline: Timeline,
    private readonly timers: Timers,
    private readonly owners: StepOwners,
  ) {}

  /**
   * @returns whether it was opened now; `false` when this id already stands for the same playbook by the same person
   * Throws `playbook.unknown`, `playbook.not_an_incident`, `incident.id_taken`.
   */
  async open(opening: Opening): Promise<{ opened: boolean }> {
    const stored = await this.playbooks.get(opening.playbookId);
    if (stepsOfRun(stored.content).length === 0) throw notAnIncident();
    const policies = await this.policies.freeze(policyIds(stored.content));
    try {
      await this.database.attempt((tx) => this.write(tx, opening, stored, policies));
      return { opened: true };
    } catch (error) {
      if (!isRepeatedId(error)) throw error;
      await this.assertSame(opening);
      return { opened: false };
    }
  }

  private async write(
    tx: Transaction,
    opening: Opening,
    stored: StoredPlaybook,
    policies: Record<string, EscalationPolicy>,
  ): Promise<void> {
    const plan = planOpening(opening, stored.content, stored.version, policies);
    const [opened] = await this.database.prepared<{ reference: string; openedAt: Date }>(
      tx,
      'open_incident',
      openStatement,
      openingParameters(opening, stored, policies, plan),
    );
    if (!opened) throw new Error('the statement that opens an incident returned nothing');
    const entries = plan.entries.map((entry) => ({ ...entry, incidentId: opening.id, at: opened.openedAt }));
    await this.timeline.project(tx, entries as WrittenEntry[]);
    await this.owners.assign(tx, { id: opening.id, siteId: opening.site.id, drill: opening.drill }, plan.owned);
    this.timers.nudge();
  }

  /** The same id by the same person for the same playbook is a repetition; anything else is a mistake. */
  private async assertSame(opening: Opening): Promise<void> {
    const existing = await this.database.manager.findOneByOrFail(Incident, { id: opening.id });
    const { content } = await this.playbooks.version(existing.playbookVersionId);
    const isSame = existing.openedById === opening.openedById && existing.drill === opening.drill;
    if (isSame && content.id === opening.playbookId) return;
    throw new DomainError('conflict', 'incident.id_taken', {
      zh: '这个编号已被另一事件使用，请重新打开预案。',
      en: 'This id already belongs to another incident; open the playbook again.',
    });
  }
}

const policyIds = (playbook: Playbook) =>
  new Set([
    calledPolicyId,
    playbook.overduePolicy,
    ...(playbook.escalate ? [playbook.escalate.policy] : []),
    ...playbook.steps.flatMap((step) => (step.escalate ? [step.escalate.policy] : [])),
  ]);

const isRepeatedId = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'incident_pkey';

const notAnIncident = () =>
  new DomainError('invalid', 'playbook.not_an_incident', {
    zh: '这是一份行为指引，只供阅读，不能据此上报事件。',
    en: 'This playbook is guidance to read; no incident is opened from it.',
  });
