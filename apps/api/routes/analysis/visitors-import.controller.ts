import { VisitorsImport } from '@zenmeban/analysis';
import type { SignedIn } from '@zenmeban/identity';
import { Body, Controller, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { analysisVisitors } from '../../contract';
import { noFile, workbookType } from '../../http/file-bodies';
import { Writes } from '../documented';
import { VisitorsAccess } from './visitors-access';

/** Visitors from a spreadsheet: looked at first, then written whole or not at all. */
@ApiTags('visitors')
@Controller('api/v1/visitors')
export class VisitorsImportController {
  constructor(
    private readonly access: VisitorsAccess,
    private readonly visitorsImport: VisitorsImport,
  ) {}

  @Post('import')
  @ApiConsumes(workbookType, 'text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Writes(
    'Looks at an .xlsx or .csv file of visitors (day, visitors[, site]) row by row, or writes it; at most 2 MB',
    analysisVisitors.visitorsImport,
  )
  async import(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: analysisVisitors.visitorsImportQuery })
    query: z.infer<typeof analysisVisitors.visitorsImportQuery>,
    @Body() body: unknown,
  ) {
    const among = await this.access.enterSeveral(actor, query.site);
    if (!Buffer.isBuffer(body) || body.length === 0) throw noFile();
    return this.visitorsImport.take(among, body, {
      name: query.name ?? 'visitors',
      preview: query.preview === 'true',
      actorId: actor.personId,
    });
  }
}
