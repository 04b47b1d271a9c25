import { Database } from '@zenmeban/database';
import type { SignedIn } from '@zenmeban/identity';
import { Playbooks, PracticeLog } from '@zenmeban/playbooks';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { common, playbooks } from '../contract';
import { Answers, Writes } from './documented';
import { PlaybookHistory } from './playbook-history';
import { playbookView, summaryView } from './playbook-views';

const list = common.page(playbooks.playbookSummary);
const versions = common.page(playbooks.playbookVersion);

/** What to do in which case. Everybody who has signed in may read every playbook. */
@ApiTags('playbooks')
@Controller('api/v1/playbooks')
export class PlaybooksController {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly practice: PracticeLog,
    private readonly history: PlaybookHistory,
  ) {}

  @Get()
  @Answers('The current playbooks, by number', list)
  async list(@CurrentActor() actor: SignedIn) {
    const current = await this.playbooks.current();
    const practised = await this.practice.lastOf(actor.personId);
    return {
      items: [...current.values()].map((stored) => summaryView(stored, practised.get(stored.content.id))),
      nextCursor: null,
    };
  }

  @Get(':playbook')
  @Answers('One playbook with its steps; a version never changes', playbooks.playbook)
  async get(
    @CurrentActor() actor: SignedIn,
    @Param('playbook', { schema: common.name }) playbookId: string,
    @Query({ schema: playbooks.playbookQuery }) query: z.infer<typeof playbooks.playbookQuery>,
  ) {
    const stored =
      query.version === undefined
        ? await this.playbooks.get(playbookId)
        : await this.playbooks.getVersion(playbookId, query.version);
    const practised = await this.practice.lastOf(actor.personId);
    return playbookView(stored, practised.get(playbookId));
  }

  @Get(':playbook/versions')
  @Answers('The versions of one playbook, the newest first, and what each changed', versions)
  async versions(@CurrentActor() actor: SignedIn, @Param('playbook', { schema: common.name }) playbookId: string) {
    return { items: await this.history.of(actor, playbookId), nextCursor: null };
  }

  @Post(':playbook/practised')
  @Writes('Notes that I have practised this playbook', playbooks.playbookSummary)
  async practised(
    @CurrentActor() actor: SignedIn,
    @Param('playbook', { schema: common.name }) playbookId: string,
    @Body({ schema: playbooks.practised }) _body: object,
  ) {
    const stored = await this.playbooks.get(playbookId);
    await this.database.transaction((tx) => this.practice.mark(tx, actor.personId, stored));
    const practised = await this.practice.lastOf(actor.personId);
    return summaryView(stored, practised.get(playbookId));
  }
}
