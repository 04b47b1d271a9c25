import type { SignedIn } from '@zenmeban/identity';
import type { Owner } from '@zenmeban/notifications';
import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { channels, common, incidents } from '../contract';
import { EachTime } from '../http/idempotency.interceptor';
import { ChannelDesk } from './channel-desk';
import { Answers, Writes } from './documented';
import { UsualSite } from './usual-site';

const page = common.page(channels.channel);
type Add = z.infer<typeof channels.addChannel>;
type Change = z.infer<typeof channels.changeChannel>;

/** Robots and webhooks that hear of one site. */
@ApiTags('channels')
@Controller('api/v1/sites/:site/channels')
export class SiteChannelsController {
  constructor(
    private readonly desk: ChannelDesk,
    private readonly usualSite: UsualSite,
  ) {}

  @Get()
  @Answers('The channels', page)
  async list(@CurrentActor() actor: SignedIn, @Param('site', { schema: common.name }) site: string) {
    return this.desk.list(await this.at(actor, site));
  }

  @Post()
  @Writes('Adds a channel; the secret of a webhook stands in this answer only', channels.createdChannel, 201)
  async add(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) site: string,
    @Body({ schema: channels.addChannel }) body: Add,
  ) {
    return this.desk.add(await this.at(actor, site), body, actor.personId);
  }

  @Patch(':channel')
  @Writes('Changes a channel', channels.channel)
  async change(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) site: string,
    @Param('channel', { schema: common.id }) id: string,
    @Body({ schema: channels.changeChannel }) body: Change,
  ) {
    return this.desk.change(await this.at(actor, site), id, body);
  }

  @Delete(':channel')
  @Writes('Takes a channel away', incidents.nothing)
  async remove(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) site: string,
    @Param('channel', { schema: common.id }) id: string,
  ) {
    return this.desk.remove(await this.at(actor, site), id);
  }

  @Post(':channel/test')
  @EachTime()
  @Answers('Sends a test message and says how it ended', channels.testResult)
  async test(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) site: string,
    @Param('channel', { schema: common.id }) id: string,
  ) {
    return this.desk.test(await this.at(actor, site), id, actor.person.language);
  }

  @Post(':channel/secret')
  @Answers('A new secret for a webhook; the one before signs along for a day', channels.createdChannel)
  async rotate(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) site: string,
    @Param('channel', { schema: common.id }) id: string,
  ) {
    return this.desk.rotate(await this.at(actor, site), id);
  }

  /** Throws `site.unknown`, `permission.denied`. */
  private async at(actor: SignedIn, idOrCode: string): Promise<Owner> {
    const { id: siteId } = await this.usualSite.named(actor, idOrCode);
    this.desk.mayChange(actor, siteId);
    return { siteId, personId: null };
  }
}
