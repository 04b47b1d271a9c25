import { type IncidentAction, noReview, type Review } from '@zenmeban/domain/engine';
import type { SignedIn } from '@zenmeban/identity';
import { IncidentReader, Incidents, Reviews, type StepReport, Steps } from '@zenmeban/incidents';
import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { incidents } from '../contract';
import { Allowed } from './allowed';
import { Writes } from './documented';

/** What people do with an incident. Every answer is the incident as it is now. */
@ApiTags('incidents')
@Controller('api/v1/incidents/:incident')
export class IncidentActionsController {
  constructor(
    private readonly incidents: Incidents,
    private readonly steps: Steps,
    private readonly reviews: Reviews,
    private readonly reader: IncidentReader,
    private readonly allowed: Allowed,
  ) {}

  @Post('steps/:step/complete')
  @Writes('Completes a step whose turn it is', incidents.incident)
  complete(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Param('step') step: string,
    @Body({ schema: incidents.completeStep }) body: z.infer<typeof incidents.completeStep>,
  ) {
    const report: StepReport = {
      settlement: { kind: 'done', answers: body.answers ?? {} },
      note: body.note ?? '',
      doneAt: body.at === undefined ? null : new Date(body.at),
    };
    return this.settle(actor, incident, step, report);
  }

  @Post('steps/:step/skip')
  @Writes('Skips a step that is not required, with a reason', incidents.incident)
  skip(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Param('step') step: string,
    @Body({ schema: incidents.skipStep }) body: z.infer<typeof incidents.skipStep>,
  ) {
    const report: StepReport = { settlement: { kind: 'skipped', reason: body.reason }, note: '', doneAt: null };
    return this.settle(actor, incident, step, report);
  }

  @Post('escalate')
  @Writes('Calls the supervisor', incidents.incident)
  escalate(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    return this.act(actor, 'incident.escalate', incident, (id) => this.incidents.escalate(id, actor.personId));
  }

  @Post('resolve')
  @Writes('Ends the incident and all calls', incidents.incident)
  resolve(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.resolve }) body: z.infer<typeof incidents.resolve>,
  ) {
    return this.act(actor, 'incident.resolve', incident, (id) =>
      this.incidents.resolve(id, actor.personId, body.resolution ?? ''),
    );
  }

  @Post('close')
  @Writes('Signs a resolved incident off', incidents.incident)
  close(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.close }) body: z.infer<typeof incidents.close>,
  ) {
    return this.act(actor, 'incident.close', incident, (id) =>
      this.incidents.close(id, actor.personId, body.note ?? ''),
    );
  }

  @Put('review')
  @Writes('Says what it was about, on looking back; replaces the review before', incidents.incident)
  async review(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.review }) body: z.infer<typeof incidents.review>,
  ) {
    const id = await this.allowed.incident(actor, 'review.write', incident);
    await this.reviews.write(id, actor.personId, reviewOf(body), await this.reader.hides(actor, id));
    return this.reader.get(actor, id);
  }

  @Post('reopen')
  @Writes('Opens a resolved or closed incident again', incidents.incident)
  reopen(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.reopen }) body: z.infer<typeof incidents.reopen>,
  ) {
    return this.act(actor, 'incident.reopen', incident, (id) => this.incidents.reopen(id, actor.personId, body.reason));
  }

  @Post('cancel')
  @Writes('Takes back an incident opened by mistake', incidents.incident)
  cancel(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.cancel }) body: z.infer<typeof incidents.cancel>,
  ) {
    return this.act(actor, 'incident.cancel', incident, (id) => this.incidents.cancel(id, actor.personId, body.reason));
  }

  @Post('comment')
  @Writes('Adds a remark to the timeline', incidents.incident)
  comment(
    @CurrentActor() actor: SignedIn,
    @Param('incident') incident: string,
    @Body({ schema: incidents.comment }) body: z.infer<typeof incidents.comment>,
  ) {
    return this.act(actor, 'incident.comment', incident, (id) => this.incidents.comment(id, actor.personId, body.text));
  }

  private async settle(actor: SignedIn, incident: string, step: string, report: StepReport) {
    const id = await this.allowed.step(actor, incident, step);
    await this.steps.settle(id, step, actor.personId, report);
    return this.reader.get(actor, id);
  }

  private async act(actor: SignedIn, action: IncidentAction, incident: string, does: (id: string) => Promise<void>) {
    const id = await this.allowed.incident(actor, action, incident);
    await does(id);
    return this.reader.get(actor, id);
  }
}

/** The whole review: what was left out is left as it was answered. */
const reviewOf = (body: z.infer<typeof incidents.review>): Review => ({
  ...noReview,
  ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
});
