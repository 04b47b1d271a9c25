import { Policies } from '@zenmeban/escalation';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { common, policies } from '../contract';
import { Answers } from './documented';

/** Whom the playbooks call. Everybody who has signed in may read it: the playbooks say so in words. */
@ApiTags('playbooks')
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(private readonly policies: Policies) {}

  @Get()
  @Answers('The current escalation policies', common.page(policies.policy))
  async list() {
    return { items: [...(await this.policies.current()).values()], nextCursor: null };
  }
}
