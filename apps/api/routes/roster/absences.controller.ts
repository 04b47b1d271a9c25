import type { SignedIn } from '@zenmeban/identity';
import { Absences } from '@zenmeban/roster';
import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, roster } from '../../contract';
import { Writes } from '../documented';
import { RosterAccess } from './roster-access';

/** Who is away, and who stands in. */
@ApiTags('roster')
@Controller('api/v1/sites/:site')
export class AbsencesController {
  constructor(
    private readonly access: RosterAccess,
    private readonly absences: Absences,
  ) {}

  @Post('overrides')
  @Writes('Lets somebody stand in on a post, for one person or for whoever is on it', roster.dutyOverride, 201)
  async standIn(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: roster.addOverride }) body: z.infer<typeof roster.addOverride>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return this.absences.standIn(site, body, actor.personId);
  }

  @Delete('overrides/:override')
  @Writes('Ends that somebody stands in', roster.cancelled)
  async endStandIn(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Param('override', { schema: common.name }) overrideId: string,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return { cancelled: await this.absences.endStandIn(site, overrideId, actor.personId) };
  }

  @Post('leave')
  @Writes('Notes that somebody of the site is away, everywhere', roster.leave, 201)
  async away(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: roster.addLeave }) body: z.infer<typeof roster.addLeave>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return this.absences.away(site, body, actor.personId);
  }

  @Delete('leave/:leave')
  @Writes('Takes back that somebody is away', roster.cancelled)
  async back(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Param('leave', { schema: common.name }) leaveId: string,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return { cancelled: await this.absences.back(site, leaveId, actor.personId) };
  }
}
