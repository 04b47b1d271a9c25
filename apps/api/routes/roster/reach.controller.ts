import { Policies } from '@zenmeban/escalation';
import { can, DomainError } from '@zenmeban/domain/engine';
import type { SignedIn } from '@zenmeban/identity';
import { ReachPreview } from '@zenmeban/roster';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, roster } from '../../contract';
import { Answers } from '../documented';
import { RosterAccess } from './roster-access';

/** Whom would it reach now? */
@ApiTags('roster')
@Controller('api/v1/sites/:site/reach')
export class ReachController {
  constructor(
    private readonly access: RosterAccess,
    private readonly policies: Policies,
    private readonly preview: ReachPreview,
  ) {}

  @Get()
  @Answers('Whom a policy would call, level by level, and who is passed over and why', roster.reach)
  async get(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Query({ schema: roster.reachQuery }) query: z.infer<typeof roster.reachQuery>,
  ) {
    const site = await this.access.see(actor, idOrCode);
    const policy = (await this.policies.current()).get(query.policy);
    if (!policy) throw noSuchPolicy();
    return this.preview.of(site, policy, {
      severity: query.severity ?? 'normal',
      ...(query.at !== undefined && { at: new Date(query.at) }),
      withPhones: can(actor, 'roster.change', { siteId: site.id }),
    });
  }
}

const noSuchPolicy = () =>
  new DomainError('not_found', 'policy.unknown', { zh: '没有这条上报规则。', en: 'There is no such policy.' });
