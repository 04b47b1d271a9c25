import { Database } from '@zenmeban/database';
import { DomainError, type IncidentStatus } from '@zenmeban/domain/engine';
import type { SignedIn } from '@zenmeban/identity';
import { assertRecent, IncidentReader, instantOf, OpenIncident, TimelineReader } from '@zenmeban/incidents';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { common, incidents } from '../contract';
import { Allowed } from './allowed';
import { Answers, Writes } from './documented';
import { UsualSite } from './usual-site';

const list = common.page(incidents.incidentRow);
const timeline = common.page(incidents.timelineEntry);

/** Opening and reading incidents. */
@ApiTags('incidents')
@Controller('api/v1/incidents')
export class IncidentsController {
  constructor(
    private readonly database: Database,
    private readonly openIncident: OpenIncident,
    private readonly reader: IncidentReader,
    private readonly timeline: TimelineReader,
    private readonly usualSite: UsualSite,
    private readonly allowed: Allowed,
  ) {}

  @Post()
  @Writes('Opens an incident; sending the same id again returns the same incident', incidents.incident, 201)
  async open(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: incidents.openIncident }) body: z.infer<typeof incidents.openIncident>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const site = await this.usualSite.namedOrUsual(actor, body.site);
    this.allowed.mayOpen(actor, site.id);
    const place = body.place === undefined ? null : await this.usualSite.place(site, body.place);
    const occurredAt = body.occurredAt === undefined ? null : new Date(body.occurredAt);
    const now = await this.database.now();
    if (occurredAt) assertRecent('occurredAt', occurredAt, now);
    if (body.id !== undefined) assertRecent('id', instantOf(body.id), now);
    const id = body.id ?? v7();
    const { opened } = await this.openIncident.open({
      id,
      playbookId: body.playbook,
      site,
      placeId: place?.id ?? null,
      summary: body.summary ?? '',
      occurredAt,
      openedById: actor.personId,
      drill: body.drill ?? false,
    });
    if (!opened) void reply.status(200);
    return this.reader.get(actor, id);
  }

  @Get()
  @Answers('Incidents I may see, the newest first', list)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: incidents.incidentQuery }) query: z.infer<typeof incidents.incidentQuery>,
  ) {
    const site = query.site === undefined ? undefined : await this.usualSite.named(actor, query.site);
    const { items, nextBefore } = await this.reader.list(actor, {
      statuses: query.status === undefined ? undefined : statusesOf(query.status),
      siteId: site?.id,
      q: query.q,
      unacknowledged: query.unacknowledged === 'true',
      drill: query.drill === 'true',
      before: query.cursor === undefined ? undefined : beforeOf(query.cursor),
      limit: query.limit ?? 50,
    });
    return { items, nextCursor: nextBefore };
  }

  @Get(':incident')
  @Answers('One incident with its steps and calls', incidents.incident)
  async get(@CurrentActor() actor: SignedIn, @Param('incident') incidentId: string) {
    const id = await this.allowed.incident(actor, 'incident.view', incidentId);
    return this.reader.get(actor, id);
  }

  @Get(':incident/timeline')
  @Answers('What happened, oldest first', timeline)
  async history(@CurrentActor() actor: SignedIn, @Param('incident') incidentId: string) {
    const id = await this.allowed.incident(actor, 'incident.view', incidentId);
    return { items: await this.timeline.read(actor, id), nextCursor: null };
  }
}

function statusesOf(list: string): IncidentStatus[] {
  const parsed = z.array(incidents.status).safeParse(list.split(','));
  if (parsed.success) return parsed.data;
  const message = {
    zh: `状态只能是：${incidents.status.options.join(', ')}。`,
    en: `A status is one of: ${incidents.status.options.join(', ')}.`,
  };
  throw new DomainError('invalid', 'validation.failed', message, [{ path: 'status', code: 'not_an_option', message }]);
}

function beforeOf(cursor: string): string {
  if (z.uuid().safeParse(cursor).success) return cursor;
  const message = { zh: '翻页位置无效，请从头开始。', en: 'The cursor is not valid; start from the first page.' };
  throw new DomainError('invalid', 'validation.failed', message, [{ path: 'cursor', code: 'wrong_form', message }]);
}
