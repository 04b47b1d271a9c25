import { Database, Place } from '@zenmeban/database';
import type { SignedIn } from '@zenmeban/identity';
import { holidayOn, holidayTitles } from '@zenmeban/playbooks';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { common, people } from '../contract';
import { Answers } from './documented';
import { UsualSite } from './usual-site';

const sites = common.page(people.site);
const places = common.page(people.place);

/** The venues of the person, and the places in them. */
@ApiTags('sites')
@Controller('api/v1/sites')
export class SitesController {
  constructor(
    private readonly database: Database,
    private readonly usualSite: UsualSite,
  ) {}

  @Get()
  @Answers('The sites I may act at', sites)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof sites>> {
    const visible = await this.usualSite.visible(actor);
    return {
      items: visible.map(({ id, code, name, timeZone }) => ({ id, code, name, timeZone })),
      nextCursor: null,
    };
  }

  @Get(':site/places')
  @Answers('The places of a site', places)
  async places(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
  ): Promise<z.infer<typeof places>> {
    const site = await this.usualSite.named(actor, idOrCode);
    const rows = await this.database.manager.find(Place, { where: { siteId: site.id }, order: { code: 'ASC' } });
    return { items: rows.map(({ id, code, name }) => ({ id, code, name })), nextCursor: null };
  }

  @Get(':site/today')
  @Answers('The day at a site, and the holiday whose greetings are in season', people.today)
  async today(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
  ): Promise<z.infer<typeof people.today>> {
    const site = await this.usualSite.named(actor, idOrCode);
    const [{ date }] = await this.database.manager.query<[{ date: string }]>(
      'SELECT (app.app_now() AT TIME ZONE $1)::date::text AS date',
      [site.timeZone],
    );
    const holiday = holidayOn(date);
    return { date, holiday: holiday && { id: holiday, title: holidayTitles[holiday] } };
  }
}
