import { Database, type Transaction } from '@zenmeban/database';
import { type Actor, can, type IncidentStatus, type OwnedStepAccess, sitesOf } from '@zenmeban/domain/engine';
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
import { accessOf, type AccessRow, accessStatement, mayViewSql, viewerParameters } from './incident-access';
import {
  type HeadRow,
  headStatement,
  headView,
  runOf,
  type StepRow,
  stepStatement,
  stepView,
  summaryOfSteps,
} from './incident-rows';
import { asSeen, hiddenFrom, type Hides, visibleToOf } from './hidden-steps';
import { unknownIncident } from './locked-incident';
import { loadReview, reviewView } from './review-view';
import { StepAccess } from './step-access';

/** Which incidents to list; `before` is the id of the last one of the page before. */
export type IncidentFilter = {
  statuses?: readonly IncidentStatus[];
  siteId?: string;
  q?: string;
  unacknowledged?: boolean;
  /** Only drills; otherwise none. */
  drill?: boolean;
  /** Only some of these. */
  ids?: readonly string[];
  before?: string;
  limit: number;
};

/** Reads incidents the way the API shows them. Times are `Date`s. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly steps: StepAccess,
  ) {}

  /** What decides who may do what, without reading everything. Throws `incident.unknown`. */
  async access(incidentId: string): Promise<AccessRow> {
    const [row] = await this.database.manager.query<AccessRow[]>(accessStatement, [incidentId]);
    if (!row) throw unknownIncident();
    return row;
  }

  /** The same for one step; a step the playbook does not have is anybody's. Throws `incident.unknown`. */
  async stepAccess(incidentId: string, stepId: string): Promise<OwnedStepAccess> {
    return this.steps.of(await this.access(incidentId), incidentId, stepId);
  }

  /** Which of its steps are hidden from this person. Throws `incident.unknown`. */
  async hides(actor: Actor, incidentId: string): Promise<Hides> {
    const access = await this.access(incidentId);
    const { content } = await this.playbooks.version(access.playbookVersionId);
    return hiddenFrom(actor, access, content);
  }

  /** One incident with its steps and chains, as this person may see it. Throws `incident.unknown`, also when they may not. */
  async get(actor: Actor, incidentId: string) {
    const { head, steps, chains } = await this.rows(incidentId);
    const access = accessOf(head, steps);
    if (!can(actor, 'incident.view', access)) throw unknownIncident();
    const tx = this.database.manager;
    const called = chains.some(({ level }) => level > 0);
    const calls = called ? await tx.query<CallRow[]>(callStatement, [incidentId]) : [];
    const { content } = await this.playbooks.version(head.playbookVersionId);
    const hides = hiddenFrom(actor, access, content);
    const seen = asSeen(steps, hides);
    const onPosts = await this.steps.onPosts(head.site.id, seen);
    return {
      ...(await this.row(head, seen, chains)),
      steps: seen.map((step) => ({
        ...stepView(step, visibleToOf(content, step.id), hides(step.id)),
        onPost: step.state === 'ready' && step.ownerPost ? [...(onPosts.get(step.ownerPost) ?? [])] : [],
      })),
      escalations: escalationViews(chains, calls, head.policies, hides),
      review: reviewView(content, runOf(steps), await loadReview(tx, incidentId), {
        hides,
        mayReview: can(actor, 'review.write', access),
      }),
    };
  }

  /** As a row of the list: without anything that was answered. Throws `incident.unknown`. */
  async summary(incidentId: string) {
    const { head, steps, chains } = await this.rows(incidentId);
    return this.row(head, steps, chains);
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
      page.map(async (head) => {
        const { content } = await this.playbooks.version(head.playbookVersionId);
        const own = steps.filter((step) => step.incidentId === head.id);
        const seen = asSeen(own, hiddenFrom(actor, accessOf(head, own), content));
        return this.row(
          head,
          seen,
          chains.filter((chain) => chain.incidentId === head.id),
        );
      }),
    );
    return { items, nextBefore: heads.length > filter.limit ? (ids.at(-1) ?? null) : null };
  }

  /** How many incidents at the actor's sites began with these playbook versions; no drills, none opened by mistake. */
  async countByVersion(actor: Actor, versionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sites = sitesOf(actor);
    const rows = await this.database.manager.query<{ versionId: string; count: number }[]>(
      `SELECT playbook_version_id AS "versionId", count(*)::int AS count FROM app.incident
       WHERE playbook_version_id = ANY($1) AND ($2::uuid[] IS NULL OR site_id = ANY($2))
         AND NOT drill AND status <> 'cancelled'
       GROUP BY playbook_version_id`,
      [versionIds, sites === 'all' ? null : sites],
    );
    return new Map(rows.map(({ versionId, count }) => [versionId, count]));
  }

  private async rows(incidentId: string) {
    const tx = this.database.manager;
    const [head] = await tx.query<HeadRow[]>(`${headStatement} WHERE i.id = $1`, [incidentId]);
    if (!head) throw unknownIncident();
    const steps = await tx.query<StepRow[]>(stepStatement, [[incidentId]]);
    const chains = await tx.query<AlarmRow[]>(alarmStatement, [[incidentId]]);
    return { head, steps, chains };
  }

  private async row(head: HeadRow, steps: readonly StepRow[], chains: readonly AlarmRow[]) {
    const playbook = await this.playbooks.version(head.playbookVersionId);
    return {
      ...headView(head, playbook),
      ...summaryOfSteps(steps, playbook.content, head.now),
      alarm: alarmOf(chains, head.policies),
    };
  }

  private async heads(tx: Transaction, actor: Actor, filter: IncidentFilter): Promise<HeadRow[]> {
    return tx.query<HeadRow[]>(
      `${headStatement}
       WHERE ${mayViewSql} AND i.drill = $5
         AND ($6::text[] IS NULL OR i.status = ANY($6))
         AND ($7::uuid IS NULL OR i.site_id = $7)
         AND ($8::text IS NULL OR strpos(lower(i.reference), lower($8)) > 0 OR strpos(lower(i.summary), lower($8)) > 0)
         AND (NOT $9 OR EXISTS (SELECT 1 FROM app.escalation e WHERE e.incident_id = i.id AND ${isCallingSql}))
         AND ($10::uuid IS NULL OR i.id < $10)
         AND ($11::uuid[] IS NULL OR i.id = ANY($11))
       ORDER BY i.id DESC LIMIT $12`,
      [
        ...viewerParameters(actor),
        filter.drill ?? false,
        filter.statuses ?? null,
        filter.siteId ?? null,
        filter.q ?? null,
        filter.unacknowledged ?? false,
        filter.before ?? null,
        filter.ids ?? null,
        filter.limit + 1,
      ],
    );
  }
}
