import type { SignedIn } from '@zenmeban/identity';
import { PersonPreferences, type Preferences, TestMails } from '@zenmeban/notifications';
import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { channels } from '../contract';
import { EachTime } from '../http/idempotency.interceptor';
import { ChannelDesk } from './channel-desk';
import { Answers, Writes } from './documented';

type View = z.infer<typeof channels.preferences>;

/** How I want to be told. */
@ApiTags('people')
@Controller('api/v1/me/preferences')
export class PreferencesController {
  constructor(
    private readonly preferences: PersonPreferences,
    private readonly desk: ChannelDesk,
    private readonly tests: TestMails,
  ) {}

  @Get()
  @Answers('My language, phone, quiet hours and channels', channels.preferences)
  async mine(@CurrentActor() { personId }: SignedIn): Promise<View> {
    return this.view(personId, await this.preferences.of(personId));
  }

  @Patch()
  @Writes('Changes how I am told', channels.preferences)
  async change(
    @CurrentActor() { personId }: SignedIn,
    @Body({ schema: channels.changePreferences }) body: z.infer<typeof channels.changePreferences>,
  ): Promise<View> {
    return this.view(personId, await this.preferences.change(personId, body));
  }

  @Post('test')
  @EachTime()
  @Answers('Sends me a test mail and says how it ended', channels.testResult)
  async test(@CurrentActor() { person, personId }: SignedIn): Promise<z.infer<typeof channels.testResult>> {
    const result = await this.tests.toPerson(person);
    if (result.outcome === 'accepted') await this.preferences.mailArrived(personId);
    return result;
  }

  private async view(personId: string, preferences: Preferences): Promise<View> {
    const { items } = await this.desk.list({ siteId: null, personId });
    return { ...preferences, channels: items };
  }
}
