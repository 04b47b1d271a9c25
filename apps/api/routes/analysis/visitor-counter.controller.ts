import { VisitorCounters } from '@zenmeban/analysis';
import { CONFIG, type Config } from '@zenmeban/config';
import type { SignedIn } from '@zenmeban/identity';
import { Body, Controller, Delete, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { Public } from '../../auth/public';
import { analysisVisitors, common, incidents } from '../../contract';
import { Answers, Writes } from '../documented';
import { VisitorsAccess } from './visitors-access';

/** The people counter at the door of a site: its secret, and what it reports. */
@ApiTags('visitors')
@Controller('api/v1')
export class VisitorCounterController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly access: VisitorsAccess,
    private readonly counters: VisitorCounters,
  ) {}

  @Post('visitors/counter')
  @Public()
  @ApiHeader({ name: 'Authorization', required: true, description: '`Bearer` and the token of the counter' })
  @Answers(
    'Reports the total of a day so far; the largest counts, so it may come twice, late or out of order. ' +
      'curl -X POST …/api/v1/visitors/counter -H "Authorization: Bearer $TOKEN" ' +
      `-H 'Content-Type: application/json' -d '{"day": "2026-11-24", "visitors": 128}'`,
    analysisVisitors.counted,
  )
  async report(
    @Headers('authorization') authorization: string | undefined,
    @Body({ schema: analysisVisitors.report }) report: z.infer<typeof analysisVisitors.report>,
  ) {
    return this.counters.report(/^Bearer ([\w-]{20,100})$/i.exec(authorization ?? '')?.[1] ?? '', report);
  }

  @Get('sites/:site/visitors/counter')
  @Answers('Whether the site has a counter, and when it last reported', analysisVisitors.counter)
  async state(@CurrentActor() actor: SignedIn, @Param('site', { schema: common.name }) idOrCode: string) {
    return this.counters.state((await this.access.changeCounter(actor, idOrCode)).id);
  }

  @Post('sites/:site/visitors/counter')
  @Answers('Makes a new token for the counter; the one before ends', analysisVisitors.newCounter, 201)
  async renew(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    const site = await this.access.changeCounter(actor, idOrCode);
    const made = await this.counters.renew(site.id, actor.personId);
    return { ...made, address: `${this.config.publicUrl}/api/v1/visitors/counter` };
  }

  @Delete('sites/:site/visitors/counter')
  @Writes('Ends the token of the counter', analysisVisitors.counter)
  async revoke(@CurrentActor() actor: SignedIn, @Param('site', { schema: common.name }) idOrCode: string) {
    const site = await this.access.changeCounter(actor, idOrCode);
    await this.counters.revoke(site.id);
    return this.counters.state(site.id);
  }
}
