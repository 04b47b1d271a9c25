import type { SignedIn } from '@zenmeban/identity';
import { Pulse } from '@zenmeban/watch';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { watch } from '../contract';
import { Answers } from './documented';
import { UsualSite } from './usual-site';

/** Whether alerts go out, for everybody who relies on them. */
@ApiTags('watch')
@Controller('api/v1/engine')
export class EngineController {
  constructor(
    private readonly pulse: Pulse,
    private readonly usualSite: UsualSite,
  ) {}

  @Get()
  @Answers('Whether alerts may be delayed, and whom to phone then', watch.engine)
  async read(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: watch.siteQuery }) { site: idOrCode }: z.infer<typeof watch.siteQuery>,
  ) {
    const site = idOrCode === undefined ? await this.usualSite.of(actor) : await this.usualSite.named(actor, idOrCode);
    return this.pulse.read(site?.id ?? null, actor.person.language);
  }
}
