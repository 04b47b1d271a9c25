import type { SignedIn } from '@zenmeban/identity';
import { RosterImport, RosterTemplate } from '@zenmeban/roster';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, roster } from '../../contract';
import { noFile, workbookType } from '../../http/file-bodies';
import { Answers, Writes } from '../documented';
import { RosterAccess } from './roster-access';

/** Shifts from a spreadsheet: looked at first, then written whole or not at all. */
@ApiTags('roster')
@Controller('api/v1/sites/:site/roster')
export class RosterImportController {
  constructor(
    private readonly access: RosterAccess,
    private readonly rosterImport: RosterImport,
    private readonly rosterTemplate: RosterTemplate,
  ) {}

  @Post('import')
  @ApiConsumes(workbookType, 'text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Writes('Looks at an .xlsx or .csv file of shifts row by row, or writes it; at most 2 MB', roster.importResult)
  async import(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Query({ schema: roster.importQuery }) query: z.infer<typeof roster.importQuery>,
    @Body() body: unknown,
  ) {
    const site = await this.access.change(actor, idOrCode);
    if (!Buffer.isBuffer(body) || body.length === 0) throw noFile();
    return this.rosterImport.take(site, body, {
      name: query.name ?? 'roster',
      preview: query.preview === 'true',
      actorId: actor.personId,
    });
  }

  @Get('template')
  @ApiProduces(workbookType)
  @Answers('A spreadsheet to fill in', roster.file)
  async template(
    @CurrentActor() actor: SignedIn,
    @Param('site', { schema: common.name }) idOrCode: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const site = await this.access.change(actor, idOrCode);
    const file = await this.rosterTemplate.of(site, actor.person.language);
    void reply
      .headers({
        'content-type': workbookType,
        'content-disposition': `attachment; filename="roster-${site.code}.xlsx"`,
        'cache-control': 'private, no-store',
      })
      .send(file);
  }
}
