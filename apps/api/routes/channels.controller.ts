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

const page = common.page(channels.channel);
type Add = z.infer<typeof channels.addChannel>;
type Change = z.infer<typeof channels.changeChannel>;

/** Robots and webhooks that hear of every site. */
@ApiTags('channels')
@Controller('api/v1/channels')
export class ChannelsController {
  constructor(private readonly desk: ChannelDesk) {}

  @Get()
  @Answers('The channels', page)
  async list(@CurrentActor() actor: SignedIn) {
    return this.desk.list(this.all(actor));
  }

  @Post()
  @Writes('Adds a channel; the secret of a webhook stands in this answer only', channels.createdChannel, 201)
  async add(@CurrentActor() actor: SignedIn, @Body({ schema: channels.addChannel }) body: Add) {
    return this.desk.add(this.all(actor), body, actor.personId);
  }

  @Patch(':channel')
  @Writes('Changes a channel', channels.channel)
  async change(
    @CurrentActor() actor: SignedIn,
    @Param('channel', { schema: common.id }) id: string,
    @Body({ schema: channels.changeChannel }) body: Change,
  ) {
    return this.desk.change(this.all(actor), id, body);
  }

  @Delete(':channel')
  @Writes('Takes a channel away', incidents.nothing)
  async remove(@CurrentActor() actor: SignedIn, @Param('channel', { schema: common.id }) id: string) {
    return this.desk.remove(this.all(actor), id);
  }

  @Post(':channel/test')
  @EachTime()
  @Answers('Sends a test message and says how it ended', channels.testResult)
  async test(@CurrentActor() actor: SignedIn, @Param('channel', { schema: common.id }) id: string) {
    return this.desk.test(this.all(actor), id, actor.person.language);
  }

  @Post(':channel/secret')
  @Answers('A new secret for a webhook; the one before signs along for a day', channels.createdChannel)
  async rotate(@CurrentActor() actor: SignedIn, @Param('channel', { schema: common.id }) id: string) {
    return this.desk.rotate(this.all(actor), id);
  }

  /** Throws `permission.denied`. */
  private all(actor: SignedIn): Owner {
    this.desk.mayChange(actor, null);
    return { siteId: null, personId: null };
  }
}
