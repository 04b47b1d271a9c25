import { can } from '@zenmeban/domain/engine';
import { Policies } from '@zenmeban/escalation';
import type { SignedIn } from '@zenmeban/identity';
import { calledPosts, DutyLog, RosterReader } from '@zenmeban/roster';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, roster } from '../../contract';
import { Answers } from '../documented';
import { RosterAccess } from './roster-access';

const changes = common.page(roster.dutyChange);

/** Who is on duty when (排班). Everybody at the site may read it. */
@ApiTags('roster')
@Controller('api/v1/sites/:site/roster')
export class RosterController {
  constructor(
    private readonly access: RosterAccess,
    private readonly reader: RosterReader,
    private readonly log: DutyLog,
    private readonly policies: Policies,
  ) {}

  @Get()
  @Answers('The roster of a site: shifts, stand-ins, leave, gaps', roster.roster)
  async get(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Query({ schema: roster.rosterQuery }) query: z.infer<typeof roster.rosterQuery>,
  ) {
    const site = await this.access.see(actor, idOrCode);
    return this.reader.of(site, query, {
      mayChange: can(actor, 'roster.change', { siteId: site.id }),
      calledPosts: calledPosts((await this.policies.current()).values()),
    });
  }

  @Get('changes')
  @Answers('What was changed in the roster, the newest first', changes)
  async changes(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Query({ schema: roster.changesQuery }) query: z.infer<typeof roster.changesQuery>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return this.log.ofSite(site.id, query);
  }
}
