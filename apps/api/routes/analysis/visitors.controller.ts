import { VisitorLog, Visitors } from '@zenmeban/analysis';
import { can } from '@zenmeban/domain/engine';
import type { SignedIn } from '@zenmeban/identity';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { analysisVisitors, common } from '../../contract';
import { Answers, Writes } from '../documented';
import { VisitorsAccess } from './visitors-access';

/** How many visitors a site had, day by day. */
@ApiTags('visitors')
@Controller('api/v1/sites/:site/visitors')
export class VisitorsController {
  constructor(
    private readonly access: VisitorsAccess,
    private readonly visitors: Visitors,
    private readonly log: VisitorLog,
  ) {}

  @Get()
  @Answers('The visitors of each day, with what is missing or odd', analysisVisitors.visitors)
  async read(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Query({ schema: analysisVisitors.visitorsQuery }) query: z.infer<typeof analysisVisitors.visitorsQuery>,
  ) {
    const site = await this.access.enter(actor, idOrCode);
    const { id, code, name, timeZone } = site;
    return {
      site: { id, code, name, timeZone },
      ...(await this.visitors.read(site, query)),
      mayChangeCounter: can(actor, 'visitors.counter', { siteId: id }),
    };
  }

  @Put()
  @Writes('Enters, changes or takes away the visitors of days', analysisVisitors.entered)
  async enter(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: analysisVisitors.enterVisitors }) { days }: z.infer<typeof analysisVisitors.enterVisitors>,
  ) {
    const site = await this.access.enter(actor, idOrCode);
    return { days: await this.visitors.enter(site, days, actor.personId) };
  }

  @Get('changes')
  @Answers('What figures were before, the newest first', common.page(analysisVisitors.visitorsChange))
  async changes(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Query({ schema: analysisVisitors.visitorsChangesQuery })
    query: z.infer<typeof analysisVisitors.visitorsChangesQuery>,
  ) {
    const site = await this.access.enter(actor, idOrCode);
    return this.log.ofSite(site.id, query);
  }
}
