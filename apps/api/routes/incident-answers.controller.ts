import type { IncidentAction } from '@zenmeban/domain/engine';
import type { SignedIn } from '@zenmeban/identity';
import { IncidentAnswers, IncidentReader } from '@zenmeban/incidents';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { common, incidents } from '../contract';
import { Allowed } from './allowed';
import { Answers, Writes } from './documented';

/** What people answer in the app when they are called. Every answer to a write is the incident as it is now. */
@ApiTags('incidents')
@Controller('api/v1/incidents/:incident')
export class IncidentAnswersController {
  constructor(
    private readonly answers: IncidentAnswers,
    private readonly reader: IncidentReader,
    private readonly allowed: Allowed,
  ) {}

  @Post('acknowledge')
  @Writes('Takes the incident on', incidents.incident)
  acknowledge(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    return this.act(actor, 'incident.acknowledge', incident, (id, by) => this.answers.acknowledge(id, by));
  }

  @Post('snooze')
  @Writes('Takes the incident on and is called again later, unless something moves', incidents.incident)
  snooze(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.snooze }) { minutes }: z.infer<typeof incidents.snooze>,
  ) {
    return this.act(actor, 'incident.snooze', incident, (id, by) => this.answers.snooze(id, minutes, by));
  }

  @Post('hand-over')
  @Writes('Calls a colleague in my place', incidents.incident)
  handOver(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.handOver }) { to, note = '' }: z.infer<typeof incidents.handOver>,
  ) {
    return this.act(actor, 'incident.hand_over', incident, (id, by) =>
      this.answers.handOver(id, { personId: to, note }, by),
    );
  }

  @Get('hand-over-candidates')
  @Answers('To whom I may hand it over, whoever is on duty first', common.page(incidents.candidate))
  async candidates(@CurrentActor() actor: SignedIn, @Param('incident') incident: string) {
    const id = await this.allowed.incident(actor, 'incident.hand_over', incident);
    return { items: await this.answers.candidates(id, actor.personId), nextCursor: null };
  }

  private async act(
    actor: SignedIn,
    action: IncidentAction,
    incident: string,
    does: (id: string, by: { personId: string; via: 'app' }) => Promise<void>,
  ) {
    const id = await this.allowed.incident(actor, action, incident);
    await does(id, { personId: actor.personId, via: 'app' });
    return this.reader.get(actor, id);
  }
}
