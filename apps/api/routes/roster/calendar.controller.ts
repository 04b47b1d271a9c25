import { CONFIG, type Config } from '@zenmeban/config';
import type { SignedIn } from '@zenmeban/identity';
import { CalendarFeeds, type NewFeed } from '@zenmeban/roster';
import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor';
import { common, incidents, roster } from '../../contract';
import { Answers, Writes } from '../documented';
import { RosterAccess } from './roster-access';

/** The secret addresses under which a phone's calendar shows the shifts: one's own, or all of a site. */
@ApiTags('roster')
@Controller('api/v1')
export class CalendarController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly access: RosterAccess,
    private readonly feeds: CalendarFeeds,
  ) {}

  @Get('me/calendar-feed')
  @Answers('Whether my shifts have a calendar address', roster.feed)
  async mine(@CurrentActor() actor: SignedIn) {
    return this.feeds.current(actor.personId, null);
  }

  @Post('me/calendar-feed')
  @Answers('Gives my shifts a new calendar address; the one before ends', roster.newFeed, 201)
  async renewMine(@CurrentActor() actor: SignedIn, @Body({ schema: incidents.nothing }) _body: object) {
    return this.shown(await this.feeds.renew(actor.personId, null));
  }

  @Delete('me/calendar-feed')
  @Writes('Ends the calendar address of my shifts', roster.feed)
  async revokeMine(@CurrentActor() actor: SignedIn) {
    await this.feeds.revoke(actor.personId, null);
    return this.feeds.current(actor.personId, null);
  }

  @Get('sites/:site/calendar-feed')
  @Answers('Whether I have a calendar address of the whole site', roster.feed)
  async ofSite(@CurrentActor() actor: SignedIn, @Param('site', { schema: common.name }) idOrCode: string) {
    const site = await this.access.see(actor, idOrCode);
    return this.feeds.current(actor.personId, site.id);
  }

  @Post('sites/:site/calendar-feed')
  @Answers('Gives me a new calendar address of the whole site; the one before ends', roster.newFeed, 201)
  async renewOfSite(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    const site = await this.access.see(actor, idOrCode);
    return this.shown(await this.feeds.renew(actor.personId, site.id));
  }

  @Delete('sites/:site/calendar-feed')
  @Writes('Ends my calendar address of the whole site', roster.feed)
  async revokeOfSite(@CurrentActor() actor: SignedIn, @Param('site', { schema: common.name }) idOrCode: string) {
    const site = await this.access.see(actor, idOrCode);
    await this.feeds.revoke(actor.personId, site.id);
    return this.feeds.current(actor.personId, site.id);
  }

  private shown({ token, createdAt }: NewFeed) {
    return { address: `${this.config.publicUrl}/api/v1/calendar/${token}.ics`, createdAt };
  }
}
