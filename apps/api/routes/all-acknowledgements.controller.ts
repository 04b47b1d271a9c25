import { CONFIG, type Config } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { IncidentAnswers, IncidentReader } from '@zenmeban/incidents';
import { findToken, type FoundToken, incidentsOfMessage, useToken } from '@zenmeban/notifications';
import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public } from '../auth/public';
import { acknowledgements } from '../contract';
import { unknownToken } from './acknowledgements.controller';
import { Answers } from './documented';

type All = z.infer<typeof acknowledgements.acknowledgementOfAll>;

/** Taking on all incidents of a mail that told of several: as with a single one, only the POST of a click acts. */
@ApiTags('acknowledgements')
@Controller('api/v1/acknowledgements/all')
export class AllAcknowledgementsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly answers: IncidentAnswers,
    private readonly reader: IncidentReader,
  ) {}

  @Get()
  @Public()
  @Answers(
    'The incidents of the mail that `X-Acknowledgement-Token` comes from; changes nothing',
    acknowledgements.acknowledgementOfAll,
  )
  async current(@Headers('x-acknowledgement-token') token: string | undefined): Promise<All> {
    const { success, data } = acknowledgements.token.safeParse(token);
    if (!success) throw unknownToken();
    return this.show(data);
  }

  @Post()
  @Public()
  @Answers(
    'Takes on whatever of them still waits; repeating it answers with the present state',
    acknowledgements.acknowledgementOfAll,
  )
  async acknowledge(
    @Body({ schema: acknowledgements.acknowledgeByToken })
    { token }: z.infer<typeof acknowledgements.acknowledgeByToken>,
  ): Promise<All> {
    await this.database.transaction(async (tx) => {
      const { personId, notificationId } = await this.found(token);
      if (!(await useToken(tx, token))) return;
      const told = await incidentsOfMessage(tx, notificationId);
      /* In one order, so that two who take the same ones on never wait for each other. */
      for (const id of told.toSorted()) await this.answers.acknowledge(id, { personId, via: 'mail' });
    });
    return this.show(token);
  }

  private async found(token: string): Promise<FoundToken> {
    const found = await findToken(this.database.manager, token);
    if (!found) throw unknownToken();
    return found;
  }

  private async show(token: string): Promise<All> {
    const { notificationId, language, used, expired } = await this.found(token);
    const told = await incidentsOfMessage(this.database.manager, notificationId);
    const items = await Promise.all(told.map((id) => this.reader.summary(id)));
    return {
      language,
      usable: !used && !expired,
      items: items.map((incident) => {
        const state = stateOf(incident);
        return {
          reference: incident.reference,
          playbookTitle: incident.playbook.title,
          siteName: incident.site.name,
          placeName: incident.place?.name ?? null,
          timeZone: incident.site.timeZone,
          severity: incident.severity,
          incidentUrl: `${this.config.publicUrl}/incidents/${incident.id}`,
          state,
          acknowledgedBy: state === 'waiting' ? null : incident.alarm.acknowledgedBy,
          snoozedUntil: state === 'snoozed' ? (incident.alarm.snoozedUntil?.toISOString() ?? null) : null,
        };
      }),
    };
  }
}

type Summary = Awaited<ReturnType<IncidentReader['summary']>>;

function stateOf({ status, alarm }: Summary): All['items'][number]['state'] {
  if (!isOpenStatus(status) || alarm.state === 'none' || alarm.state === 'ended') return 'over';
  if (alarm.state === 'calling') return 'waiting';
  return alarm.snoozedUntil ? 'snoozed' : 'acknowledged';
}
