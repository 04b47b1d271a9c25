import { Database } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { type Behind, incidentsBehind, type Mark, type Slice } from './behind';
import type { AnalysisScope, Days } from './filter';
import { type ComplaintPage, type PageRequest, readPage } from './page';

/** Answers what managers ask of complaints: how many, why, where, is it getting worse or is it chance. */
@Injectable()
export class ComplaintAnalysis {
  constructor(private readonly database: Database) {}

  /**
   * Everything the analysis page shows, of one moment: what is received meanwhile is in all of its figures or in none.
   * It takes one connection, so that a page never keeps an opening waiting. Needs at least one site.
   */
  page(request: PageRequest): Promise<ComplaintPage> {
    return this.database.source.transaction('REPEATABLE READ', (tx) => readPage(tx, request));
  }

  /** The incidents behind a mark on the page: all that it counts, whoever may read them. */
  behind(scope: AnalysisScope, days: Days, mark: Mark, slice: Slice): Promise<Behind> {
    return incidentsBehind(this.database.manager, scope, days, mark, slice);
  }
}
