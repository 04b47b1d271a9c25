import { Readable } from 'node:stream';
import type { SignedIn } from '@zenmeban/identity';
import { IncidentReader } from '@zenmeban/incidents';
import { Ledger, summaryOfLines } from '@zenmeban/notifications';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentActor } from '../auth/current-actor';
import { ledger } from '../contract';
import { Allowed } from './allowed';
import { Answers } from './documented';
import { ledgerFile } from './ledger-file';
import { cursorOf, LedgerScopes, positionOf } from './ledger-scopes';
import { lineView } from './ledger-view';

/** What was promised, and what became of it. */
@ApiTags('ledger')
@Controller('api/v1')
export class LedgerController {
  constructor(
    private readonly ledger: Ledger,
    private readonly scopes: LedgerScopes,
    private readonly allowed: Allowed,
    private readonly reader: IncidentReader,
  ) {}

  @Get('ledger')
  @Answers('Every notice owed in a period and what became of it; for managers', ledger.ledgerPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ledger.ledgerQuery }) query: z.infer<typeof ledger.ledgerQuery>,
  ) {
    const after = query.cursor === undefined ? undefined : positionOf(query.cursor);
    const scope = await this.scopes.of(actor, query);
    const [summary, { lines, next }] = await Promise.all([
      this.ledger.summary(scope),
      this.ledger.page(scope, query.state, query.limit ?? 50, after),
    ]);
    return { summary, items: lines.map(lineView), nextCursor: next && cursorOf(next) };
  }

  @Get('ledger.csv')
  @ApiProduces('text/csv')
  @Answers('The same as a file for a spreadsheet', z.string())
  async file(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ledger.ledgerFileQuery }) query: z.infer<typeof ledger.ledgerFileQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = await this.scopes.of(actor, query);
    const rows = ledgerFile(this.ledger.all(scope, query.state), actor.person.language);
    await reply
      .header('content-disposition', `attachment; filename="zenmeban-ledger-${query.from}-${query.to}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(rows));
  }

  @Get('incidents/:incident/ledger')
  @Answers('What was promised about one incident, the oldest first', ledger.incidentLedger)
  async ofIncident(@CurrentActor() actor: SignedIn, @Param('incident') incidentId: string) {
    const id = await this.allowed.incident(actor, 'incident.view', incidentId);
    const hides = await this.reader.hides(actor, id);
    const lines = (await this.ledger.ofIncident(id)).filter(({ stepId }) => stepId === null || !hides(stepId));
    return { summary: summaryOfLines(lines), items: lines.map(lineView) };
  }
}
