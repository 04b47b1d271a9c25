import { Playbooks, type StoredPlaybook } from '@zenmeban/playbooks';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { common, playbooks } from '../contract';
import { Answers } from './documented';

const list = common.page(playbooks.playbookSummary);

/** What to do in which case. Everybody who has signed in may read every playbook. */
@ApiTags('playbooks')
@Controller('api/v1/playbooks')
export class PlaybooksController {
  constructor(private readonly playbooks: Playbooks) {}

  @Get()
  @Answers('The current playbooks, by number', list)
  async list() {
    const current = await this.playbooks.current();
    return { items: [...current.values()].map(summary), nextCursor: null };
  }

  @Get(':playbook')
  @Answers('One playbook with its steps; a version never changes', playbooks.playbook)
  async get(
    @Param('playbook', { schema: common.name }) playbookId: string,
    @Query({ schema: playbooks.playbookQuery }) query: z.infer<typeof playbooks.playbookQuery>,
  ) {
    const stored =
      query.version === undefined
        ? await this.playbooks.get(playbookId)
        : await this.playbooks.getVersion(playbookId, query.version);
    return { ...stored.content, version: stored.version, stepCount: stored.content.steps.length };
  }
}

function summary({ version, content }: StoredPlaybook) {
  const { steps, register: _register, escalate: _escalate, overduePolicy: _overduePolicy, ...head } = content;
  return { ...head, version, stepCount: steps.length };
}
