import { CONFIG, type Config } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import { DomainError, isOpenStatus } from '@zenmeban/domain/engine';
import { IncidentAnswers, IncidentReader } from '@zenmeban/incidents';
import { findToken, type FoundToken, type TokenGrant, useToken } from '@zenmeban/notifications';
import { Body, Controller, Get, Headers, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public } from '../auth/public';
import { acknowledgements } from '../contract';
import { Answers } from './documented';

/**
 * Answering a call from a mail: reading changes nothing, only the POST of a person's click acts, and a link only once.
 * Using a link again answers with the present state.
 */
@ApiTags('acknowledgements')
@Controller('api/v1/acknowledgements')
export class AcknowledgementsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly answers: IncidentAnswers,
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
  @Answers('Takes the incident on', acknowledgements.acknowledgement)
  acknowledge(
    @Body({ schema: acknowledgements.acknowledgeByToken })
    { token }: z.infer<typeof acknowledgements.acknowledgeByToken>,
  ) {
    return this.decide(token, ({ incidentId, personId }) =>
      this.answers.acknowledge(incidentId, { personId, via: 'mail' }),
    );
  }

  @Post('snooze')
  @Public()
  @Answers('Takes it on and is called again later, unless something moves', acknowledgements.acknowledgement)
  snooze(
    @Body({ schema: acknowledgements.snoozeByToken })
    { token, minutes }: z.infer<typeof acknowledgements.snoozeByToken>,
  ) {
    return this.decide(token, ({ incidentId, personId }) =>
      this.answers.snooze(incidentId, minutes, { personId, via: 'mail' }),
    );
  }

  @Post('hand-over')
  @Public()
  @Answers('Calls a colleague in place of whoever was mailed', acknowledgements.acknowledgement)
  handOver(
    @Body({ schema: acknowledgements.handOverByToken })
    { token, to, note = '' }: z.infer<typeof acknowledgements.handOverByToken>,
  ) {
    return this.decide(token, ({ incidentId, personId }) =>
      this.answers.handOver(incidentId, { personId: to, note }, { personId, via: 'mail' }),
    );
  }

  /** A refused decision leaves the link as it was: both are one transaction. */
  private async decide(token: string, does: (grant: TokenGrant) => Promise<void>) {
    await this.database.transaction(async (tx) => {
      const grant = await findToken(tx, token);
      if (!grant) throw unknownToken();
      if (await useToken(tx, token)) await does(grant);
    });
    return this.show(token);
  }

  private async show(token: string) {
    const found = await findToken(this.database.manager, token);
    if (!found) throw unknownToken();
    const incident = await this.reader.summary(found.incidentId);
    const { acknowledgedBy, acknowledgedAt, snoozedUntil, handedTo, snooze } = incident.alarm;
    const state = stateOf(incident, found);
    const waits = state === 'waiting';
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
      ...{ state, acknowledgedBy, acknowledgedAt, snoozedUntil, handedTo },
      snooze: waits ? snooze : null,
      candidates: waits ? await this.answers.candidates(found.incidentId, found.personId) : [],
    };
  }
}

type Summary = Awaited<ReturnType<IncidentReader['summary']>>;

function stateOf({ status, alarm }: Summary, { used, expired }: FoundToken) {
  if (!isOpenStatus(status) || alarm.state === 'none' || alarm.state === 'ended') return 'over';
  if (alarm.state === 'calling') {
    if (!used && !expired) return 'waiting';
    if (alarm.handedTo) return 'handed_over';
    return alarm.acknowledgedBy ? 'called_again' : 'expired';
  }
  return alarm.snoozedUntil ? 'snoozed' : 'acknowledged';
}

export const unknownToken = () =>
  new DomainError('not_found', 'acknowledgement.unknown', {
    zh: '这个链接无效或不完整，请在系统中打开事件。',
    en: 'This link is not valid or not complete; open the incident in the app instead.',
  });
