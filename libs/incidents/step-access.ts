import { Database, IncidentStep } from '@zenmeban/database';
import type { OwnedStepAccess, Post, StepOwner } from '@zenmeban/domain/engine';
import { Playbooks } from '@zenmeban/playbooks';
import { Roster } from '@zenmeban/roster';
import { Injectable } from '@nestjs/common';
import { visibleToOf } from './hidden-steps';
import type { AccessRow } from './incident-access';
import type { StepRow } from './incident-rows';

/** Whose steps are whose, for the abilities. */
@Injectable()
export class StepAccess {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly roster: Roster,
  ) {}

  /** What decides who may settle a step; one the playbook does not have is anybody's. */
  async of(access: AccessRow, incidentId: string, stepId: string): Promise<OwnedStepAccess> {
    const { content } = await this.playbooks.version(access.playbookVersionId);
    const step = await this.database.manager.findOneBy(IncidentStep, { incidentId, stepId });
    return {
      ...{ ...access, visibleTo: visibleToOf(content, stepId) },
      owner: step?.ownerPost ? await this.owner(access.siteId, step.ownerPost, step.assigneeId) : null,
    };
  }

  /** Who is on the posts of the steps whose turn it is, by post. */
  async onPosts(siteId: string, steps: readonly StepRow[]): Promise<ReadonlyMap<Post, readonly string[]>> {
    const posts = new Set(steps.flatMap(({ state, ownerPost }) => (state === 'ready' && ownerPost ? [ownerPost] : [])));
    const onDuty = new Map<Post, readonly string[]>();
    for (const post of posts) onDuty.set(post, await this.roster.onDuty(this.database.manager, siteId, post));
    return onDuty;
  }

  private async owner(siteId: string, post: Post, assigneeId: string | null): Promise<StepOwner> {
    return { post, assigneeId, onPost: await this.roster.onDuty(this.database.manager, siteId, post) };
  }
}
