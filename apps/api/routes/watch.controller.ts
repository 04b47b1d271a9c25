import type { SignedIn } from '@zenmeban/identity';
import { Pulse, WatchReader } from '@zenmeban/watch';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { watch } from '../contract';
import { Allowed } from './allowed';
import { Answers } from './documented';
import { UsualSite } from './usual-site';

/** So many sites are told numbers of at once, to whoever has more. */
const mostSites = 20;

/** How the machinery that calls people is doing. */
@ApiTags('watch')
@Controller('api/v1')
export class WatchController {
  constructor(
    private readonly reader: WatchReader,
    private readonly pulse: Pulse,
    private readonly usualSite: UsualSite,
    private readonly allowed: Allowed,
  ) {}

  @Get('engine')
  @Answers('Whether alerts may be delayed, and whom to phone then', watch.engine)
  async engine(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: watch.siteQuery }) query: z.infer<typeof watch.siteQuery>,
  ) {
    const { site } = query;
    const sites = site === undefined ? await this.usualSite.first(actor) : [await this.usualSite.named(actor, site)];
    const siteIds = sites.slice(0, mostSites).map(({ id }) => id);
    return this.pulse.read(siteIds, actor.person.language);
  }

  @Get('watch')
  @Answers('What the auditor finds, signs of life, and the last test calls; for administrators', watch.watch)
  async watch(@CurrentActor() actor: SignedIn) {
    this.allowed.mayWatch(actor);
    return this.reader.read();
  }
}
