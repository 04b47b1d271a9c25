import { CONFIG, type Config } from '@zenmeban/config';
import { Database, Person } from '@zenmeban/database';
import type { SignedIn } from '@zenmeban/identity';
import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { people } from '../contract';
import { Answers, Writes } from './documented';
import { UsualSite } from './usual-site';

/** Who I am and where I may act. */
@ApiTags('people')
@Controller('api/v1/me')
export class MeController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly usualSite: UsualSite,
  ) {}

  @Get()
  @Answers('The signed-in person', people.me)
  async me(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof people.me>> {
    const site = await this.usualSite.of(actor);
    return {
      ...actor.person,
      grants: [...actor.grants],
      usualSiteId: site?.id ?? null,
      localInbox: this.config.localInbox,
    };
  }

  @Patch()
  @Writes('Changes the language of pages and mail', people.me)
  async change(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: people.changeMe }) body: z.infer<typeof people.changeMe>,
  ): Promise<z.infer<typeof people.me>> {
    const language = body.language ?? actor.person.language;
    await this.database.transaction((tx) => tx.update(Person, { id: actor.personId }, { language }));
    return this.me({ ...actor, person: { ...actor.person, language } });
  }
}
