import { Database, type Site } from '@zenmeban/database';
import { DomainError } from '@zenmeban/domain/engine';
import { localOf } from '@zenmeban/domain/roster';
import { readTable } from '@zenmeban/spreadsheet';
import { Injectable } from '@nestjs/common';
import { writeFigures } from './figure-rows';
import { type ImportedVisitors, lookAtRows } from './look-at-rows';
import type { ReadRow } from './read-visitor-row';
import { visitorColumns } from './visitor-columns';

export type VisitorsImportView = {
  good: boolean;
  imported: number;
  counts: Record<ImportedVisitors['state'], number>;
  rows: ImportedVisitors[];
};

/** Visitors of one or several sites from a spreadsheet: looked at row by row, written whole or not at all. */
@Injectable()
export class VisitorsImport {
  constructor(private readonly database: Database) {}

  /**
   * @param among the sites the person may enter visitors of; `usual` is the one of rows that name none
   * @param order `preview`: nothing is written. Throws `import.unreadable`, `import.columns`, and when it is no preview
   *   `import.rows_wrong` with every row that is
   */
  async take(
    among: { sites: readonly Site[]; usual: Site | null },
    bytes: Buffer,
    order: { name: string; preview: boolean; actorId: string },
  ): Promise<VisitorsImportView> {
    const table = await readTable(order.name, bytes, visitorColumns);
    return this.database.transaction(async (tx) => {
      const now = await this.database.now();
      const readable = {
        sites: new Map(among.sites.map((site) => [site.code, { site, today: localOf(now, site.timeZone).date }])),
        usual: among.usual?.code ?? null,
      };
      const { rows, figures } = await lookAtRows(tx, table, readable, { forWriting: !order.preview });
      const good = rows.every(({ state }) => state !== 'wrong');
      if (!order.preview && !good) throw rowsWrong(rows);
      let imported = 0;
      if (!order.preview)
        for (const [siteId, own] of bySite(figures))
          imported += await writeFigures(tx, siteId, own, { source: 'imported', actorId: order.actorId });
      return { good, imported, counts: countsOf(rows), rows };
    });
  }
}

function bySite(figures: readonly ReadRow<Site>[]): [string, { day: string; visitors: number }[]][] {
  return [...new Set(figures.map(({ site }) => site.id))].map((id) => [
    id,
    figures.filter(({ site }) => site.id === id).map(({ day, visitors }) => ({ day, visitors })),
  ]);
}

function countsOf(rows: readonly ImportedVisitors[]): VisitorsImportView['counts'] {
  const count = (state: ImportedVisitors['state']) => rows.filter((row) => row.state === state).length;
  return {
    ...{ new: count('new'), changed: count('changed'), same: count('same') },
    ...{ odd: count('odd'), wrong: count('wrong') },
  };
}

function rowsWrong(rows: readonly ImportedVisitors[]): DomainError {
  const wrong = rows.filter(({ state }) => state === 'wrong');
  return new DomainError(
    'invalid',
    'import.rows_wrong',
    {
      zh: `有 ${wrong.length} 行需要更正，未导入任何人数。`,
      en: `${wrong.length} rows need correcting; nothing was imported.`,
    },
    wrong.flatMap(({ row, messages }) =>
      messages.map(({ column, text }) => ({ path: `rows.${row}.${column}`, code: 'wrong', message: text })),
    ),
  );
}
