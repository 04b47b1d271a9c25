import { Database, type Transaction } from '@zenmeban/database';
import { type Actor, type IncidentAccess, type IncidentStatus, sitesOf } from '@zenmeban/domain/engine';
import { Playbooks } from '@zenmeban/playbooks';
import { Injectable } from '@nestjs/common';
import {
  type AlarmRow,
  alarmOf,
  alarmStatement,
  type CallRow,
  callStatement,
  escalationViews,
  isCallingSql,
} from './alarm-view';
import {
  type HeadRow,
  headStatement,
  headView,
  type StepRow,
  stepStatement,
  stepView,
  summaryOfSteps,
} from './incident-rows';
import { unknownIncident } from './locked-incident';

/** Which incidents to list; `before` is the id of the last one of the page before. */
export type IncidentFilter = {
  statuses?: readonly IncidentStatus[];
  siteId?: string;
  q?: string;
  unacknowledged?: boolean;
  before?: string;
  limit: number;
};

/** Reads incidents the way the API shows them. Times are `Date`s. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
  ) {}

  /** What decides who may do what, without reading everything. Throws `incident.unknown`. */
  async access(incidentId: string): Promise<IncidentAccess> {
    const [row] = await this.database.manager.query<IncidentAccess[]>(
      `SELECT site_id AS "siteId", restricted, opened_by_id AS "openedBy",
         ARRAY(SELECT assignee_id FROM app.incident_step
               WHERE incident_id = incident.id AND assignee_id IS NOT NULL) AS assignees
       FROM app.incident WHERE id = $1`,
      [incidentId],
    );
    if (!row) throw unknownIncident();
    return row;
  }

  /** One incident with its steps and chains. Throws `incident.unknown`. */
  async get(incidentId: string) {
    const tx = this.database.manager;
    const [head] = await tx.query<HeadRow[]>(`${headStatement} WHERE i.id = $1`, [incidentId]);
    if (!head) throw unknownIncident();
    const steps = await tx.query<StepRow[]>(stepStatement, [[incidentId]]);
    const chains = await tx.query<AlarmRow[]>(alarmStatement, [[incidentId]]);
    const called = chains.some(({ level }) => level > 0);
    const calls = called ? await tx.query<CallRow[]>(callStatement, [incidentId]) : [];
    return {
      ...(await this.row(head, steps, chains)),
      steps: steps.map(stepView),
      escalations: escalationViews(chains, calls, head.policies),
    };
  }

  /** The newest first; only what the actor may see. */
  async list(actor: Actor, filter: IncidentFilter) {
    const tx = this.database.manager;
    const heads = await this.heads(tx, actor, filter);
    const page = heads.slice(0, filter.limit);
    const ids = page.map(({ id }) => id);
    const steps = await tx.query<StepRow[]>(stepStatement, [ids]);
    const chains = await tx.query<AlarmRow[]>(alarmStatement, [ids]);
    const items = await Promise.all(
      page.map((head) =>
        this.row(
          head,
          steps.filter((step) => step.incidentId === head.id),
          chains.filter((chain) => chain.incidentId === head.id),
        ),
      ),
    );
    return { items, nextBefore: heads.length > filter.limit ? (ids.at(-1) ?? null) : null };
  }

  private async row(head: HeadRow, steps: readonly StepRow[], chains: readonly AlarmRow[]) {
    const playbook = await this.playbooks.version(head.playbookVersionId);
    return {
      ...headView(head, playbook),
      ...summaryOfSteps(steps, playbook.content, head.now),
      alarm: alarmOf(chains),
    };
  }

  private async heads(tx: Transaction, actor: Actor, filter: IncidentFilter): Promise<HeadRow[]> {
    const sites = sitesOf(actor);
    const supervised = actor.grants.filter(({ role }) => role !== 'staff').map(({ siteId }) => siteId);
    return tx.query<HeadRow[]>(
      `${headStatement}
       WHERE ($1::uuid[] IS NULL OR i.site_id = ANY($1))
         AND (NOT i.restricted OR $2 OR i.site_id = ANY($3) OR i.opened_by_id = $4)
         AND ($5::text[] IS NULL OR i.status = ANY($5))
         AND ($6::uuid IS NULL OR i.site_id = $6)
         AND ($7::text IS NULL OR strpos(lower(i.reference), lower($7)) > 0 OR strpos(lower(i.summary), lower($7)) > 0)
         AND (NOT $8 OR EXISTS (SELECT 1 FROM app.escalation e WHERE e.incident_id = i.id AND ${isCallingSql}))
         AND ($9::uuid IS NULL OR i.id < $9)
       ORDER BY i.id DESC LIMIT $10`,
      [
        sites === 'all' ? null : sites,
        supervised.includes(null),
        supervised.filter((siteId) => siteId !== null),
        actor.personId,
        filter.statuses ?? null,
        filter.siteId ?? null,
        filter.q ?? null,
        filter.unacknowledged ?? false,
        filter.before ?? null,
        filter.limit + 1,
      ],
    );
  }
}
