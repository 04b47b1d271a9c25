import { CONFIG, type Config } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import { DomainError, isOpenStatus } from '@zenmeban/domain/engine';
import { IncidentReader, Incidents } from '@zenmeban/incidents';
import { findToken, useToken } from '@zenmeban/notifications';
import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public } from '../auth/public';
import { acknowledgements } from '../contract';
import { Answers } from './documented';

/** Acknowledging from a mail: reading changes nothing, only the POST of a person's click acts, and only once. */
@ApiTags('acknowledgements')
@Controller('api/v1/acknowledgements')
export class AcknowledgementsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly incidents: Incidents,
    private readonly reader: IncidentReader,
  ) {}

  @Get('current')
  @Public()
  @Answers('What the token in `X-Acknowledgement-Token` stands for; changes nothing', acknowledgements.acknowledgement)
  async current(@Headers('x-acknowledgement-token') token: string | undefined) {
    if (!acknowledgements.token.safeParse(token).success) throw unknownToken();
    return this.show(token ?? '');
  }

  @Post()
  @Public()
  @Answers('Takes the incident on; repeating it answers with the present state', acknowledgements.acknowledgement)
  async acknowledge(
    @Body({ schema: acknowledgements.acknowledgeByToken }) body: z.infer<typeof acknowledgements.acknowledgeByToken>,
  ) {
    await this.database.transaction(async (tx) => {
      const grant = await findToken(tx, body.token);
      if (!grant) throw unknownToken();
      if (await useToken(tx, body.token)) await this.incidents.acknowledge(grant.incidentId, grant.personId, 'mail');
    });
    return this.show(body.token);
  }

  private async show(token: string) {
    const found = await findToken(this.database.manager, token);
    if (!found) throw unknownToken();
    const incident = await this.reader.summary(found.incidentId);
    const waiting =
      isOpenStatus(incident.status) && incident.alarm.state === 'calling' && !found.used && !found.expired;
    return {
      reference: incident.reference,
      playbookTitle: incident.playbook.title,
      siteName: incident.site.name,
      placeName: incident.place?.name ?? null,
      severity: incident.severity,
      openedAt: incident.openedAt,
      timeZone: incident.site.timeZone,
      language: found.language,
      incidentUrl: `${this.config.publicUrl}/incidents/${incident.id}`,
      state: waiting
        ? 'waiting'
        : isOpenStatus(incident.status) && incident.alarm.acknowledgedBy
          ? 'acknowledged'
          : 'over',
      acknowledgedBy: incident.alarm.acknowledgedBy,
      acknowledgedAt: incident.alarm.acknowledgedAt,
    };
  }
}

const unknownToken = () =>
  new DomainError('not_found', 'acknowledgement.unknown', {
    zh: '这个链接无效或不完整，请在系统中打开事件。',
    en: 'This link is not valid or not complete; open the incident in the app instead.',
  });
