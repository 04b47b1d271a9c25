import { can } from '@zenmeban/domain/engine';
import type { SignedIn } from '@zenmeban/identity';
import type { Site } from '@zenmeban/database';
import { SiteSettings } from '@zenmeban/roster';
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, roster } from '../../contract';
import { Answers, Writes } from '../documented';
import { RosterAccess } from './roster-access';

/** The telephone and the opening hours of a site. */
@ApiTags('sites')
@Controller('api/v1/sites')
export class SiteSettingsController {
  constructor(
    private readonly access: RosterAccess,
    private readonly settings: SiteSettings,
  ) {}

  @Get(':site')
  @Answers('A site with its telephone and opening hours', roster.siteSettings)
  async get(@CurrentActor() actor: SignedIn, @Param('site', { schema: common.name }) idOrCode: string) {
    return view(actor, await this.access.see(actor, idOrCode));
  }

  @Patch(':site')
  @Writes('Changes the telephone or the opening hours, for managers and administrators', roster.siteSettings)
  async change(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Body({ schema: roster.changeSite }) body: z.infer<typeof roster.changeSite>,
  ) {
    const site = await this.access.changeSite(actor, idOrCode);
    return view(actor, await this.settings.change(site, body, actor.personId));
  }
}

const view = (actor: SignedIn, { id, code, name, timeZone, phone, opening }: Site) => ({
  ...{ id, code, name, timeZone, phone, opening },
  mayChange: can(actor, 'site.change', { siteId: id }),
});
