import { ComplaintAnalysis, type Mark } from '@zenmeban/analysis';
import { addDays, mondayOf } from '@zenmeban/domain/roster';
import type { SignedIn } from '@zenmeban/identity';
import { IncidentReader } from '@zenmeban/incidents';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { analysis } from '../../contract';
import { Answers } from '../documented';
import { AnalysisScopes, daysOf } from './analysis-scopes';

/** Why customers complain, where, and whether it is getting worse or is chance. */
@ApiTags('analysis')
@Controller('api/v1/analysis')
export class AnalysisController {
  constructor(
    private readonly complaints: ComplaintAnalysis,
    private readonly scopes: AnalysisScopes,
    private readonly reader: IncidentReader,
  ) {}

  @Get('complaints')
  @Answers('Everything the analysis page shows of the complaints of a period; for supervisors', analysis.complaintPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: analysis.complaintQuery }) query: z.infer<typeof analysis.complaintQuery>,
  ) {
    const { scope, period } = await this.scopes.of(actor, query);
    const rebasedAt = daysOf('rebased', query.rebased);
    return this.complaints.page({ scope, period, rules: query.rules ?? 'usual', rebasedAt });
  }

  @Get('incidents')
  @Answers('The incidents behind a mark on the page, the newest first', analysis.behindPage)
  async behind(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: analysis.behindQuery }) query: z.infer<typeof analysis.behindQuery>,
  ) {
    const { scope, period } = await this.scopes.of(actor, query);
    const { week, cursor, limit = 50 } = query;
    const days = week === undefined ? period : weekWithin(mondayOf(week), period.to);
    const { ids, total, nextBefore } = await this.complaints.behind(scope, days, markOf(query), {
      before: cursor ?? null,
      limit,
    });
    const { items } = await this.reader.list(actor, { ids, limit });
    return { items, total, hidden: ids.length - items.length, nextCursor: nextBefore };
  }
}

/** The days of a week on the chart; the last one may be cut by the end of the period. */
function weekWithin(week: string, to: string) {
  const sunday = addDays(week, 6);
  return { from: week, to: sunday < to ? sunday : to };
}

function markOf({ weekday, hour, figure }: z.infer<typeof analysis.behindQuery>): Mark {
  return {
    weekday: weekday ?? null,
    hour: hour ?? null,
    figure: figure === undefined || figure === 'complaints' ? null : figure,
  };
}
