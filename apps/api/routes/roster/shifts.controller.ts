import type { SignedIn } from '@zenmeban/identity';
import { Shifts } from '@zenmeban/roster';
import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, roster } from '../../contract';
import { Writes } from '../documented';
import { RosterAccess } from './roster-access';

/** Changes of the roster, for supervisors and up of the site. */
@ApiTags('roster')
@Controller('api/v1/sites/:site/shifts')
export class ShiftsController {
  constructor(
    private readonly access: RosterAccess,
    private readonly shifts: Shifts,
  ) {}

  @Post()
  @Writes('Adds a shift; the same again is found, not doubled', roster.shift, 201)
  async add(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: roster.addShift }) body: z.infer<typeof roster.addShift>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return this.shifts.add(site, body, actor.personId);
  }

  @Post('copy-week')
  @Writes('Copies the shifts of a week into another one', roster.copied)
  async copyWeek(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: roster.copyWeek }) body: z.infer<typeof roster.copyWeek>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return this.shifts.copyWeek(site, body, actor.personId);
  }

  @Post('cancel')
  @Writes('Takes several shifts off the roster, such as those just copied', roster.cancelled)
  async cancelSeveral(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: roster.cancelShifts }) body: z.infer<typeof roster.cancelShifts>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return { cancelled: await this.shifts.cancel(site, body.ids, actor.personId) };
  }

  @Patch(':shift')
  @Writes('Changes a shift', roster.shift)
  async change(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Param('shift', { schema: common.name }) shiftId: string,
    @Body({ schema: roster.changeShift }) body: z.infer<typeof roster.changeShift>,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return this.shifts.change(site, shiftId, body, actor.personId);
  }

  @Delete(':shift')
  @Writes('Takes a shift off the roster', roster.cancelled)
  async cancel(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Param('shift', { schema: common.name }) shiftId: string,
  ) {
    const site = await this.access.change(actor, idOrCode);
    return { cancelled: await this.shifts.cancel(site, [shiftId], actor.personId) };
  }
}
