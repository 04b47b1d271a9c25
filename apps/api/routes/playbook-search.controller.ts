import type { SignedIn } from '@zenmeban/identity';
import { PlaybookSearch, PracticeLog } from '@zenmeban/playbooks';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { common, playbooks } from '../contract';
import { sendJson } from '../http/send-json';
import { Answers } from './documented';
import { summaryView } from './playbook-views';

const found = common.page(playbooks.foundPlaybook);

/** How many are named when nobody says how many. */
const usualLimit = 10;

/** Finding the playbook for what has happened; in `playbooks/:playbook` no playbook is called so. */
@ApiTags('playbooks')
@Controller('api/v1/playbooks')
export class PlaybookSearchController {
  constructor(
    private readonly search: PlaybookSearch,
    private readonly practice: PracticeLog,
  ) {}

  @Get('search')
  @Answers('The playbooks a question may mean, the likeliest first: Chinese, pinyin, initials, English', found)
  async find(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: playbooks.searchQuery }) { q, limit = usualLimit }: z.infer<typeof playbooks.searchQuery>,
  ) {
    const hits = await this.search.find(q);
    const practised = await this.practice.lastOf(actor.personId);
    const items = hits.slice(0, limit).map(({ stored, score }) => ({
      playbook: summaryView(stored, practised.get(stored.content.id)),
      score,
    }));
    return { items, nextCursor: null };
  }

  @Get('search-index')
  @Answers('What the web app searches in without us; 304 while nothing has changed', playbooks.searchIndex)
  async index(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    sendJson(request, reply, await this.search.index());
  }
}
