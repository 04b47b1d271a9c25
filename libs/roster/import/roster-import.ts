import { Database, type Site, type Transaction } from '@zenmeban/database';
import { DomainError, type FieldProblem, type Localized } from '@zenmeban/domain/engine';
import { readTable, type Table, type TableRow } from '@zenmeban/spreadsheet';
import { Injectable } from '@nestjs/common';
import { recordOf } from '../copy-week';
import { DutyLog } from '../duty-log';
import { lockShifts } from '../lock-shifts';
import { peopleHere } from '../people-here';
import { SwapWithdrawals } from '../swap-withdrawals';
import { clashesOf } from './clashes';
import { personReading } from './person-reading';
import { type PlannedShift, planShifts, writeShifts } from './plan-shifts';
import { readShiftRow } from './read-shift-row';
import { shiftColumns, type ShiftField } from './shift-columns';

export type ImportMessage = { column: string; text: Localized };
export type ImportedRow = {
  row: number;
  state: 'new' | 'changed' | 'same' | 'conflict' | 'wrong';
  person: string;
  post: string;
  date: string;
  start: string;
  end: string;
  messages: ImportMessage[];
};
export type RosterImportView = {
  good: boolean;
  imported: number;
  counts: Record<ImportedRow['state'], number>;
  rows: ImportedRow[];
};

/** Shifts of one site from a spreadsheet: looked at row by row, written whole or not at all. */
@Injectable()
export class RosterImport {
  constructor(
    private readonly database: Database,
    private readonly log: DutyLog,
    private readonly withdrawals: SwapWithdrawals,
  ) {}

  /**
   * @param order `preview`: nothing is written. Throws `import.unreadable`, `import.columns`, and when it is no preview
   *   `import.rows_wrong` with every row that is
   */
  async take(
    site: Site,
    bytes: Buffer,
    order: { name: string; preview: boolean; actorId: string },
  ): Promise<RosterImportView> {
    const table = await readTable(order.name, bytes, shiftColumns, ['site']);
    return this.database.transaction(async (tx) => {
      const { rows, shifts } = await this.look(tx, site, table);
      const good = rows.every(({ state }) => state !== 'wrong');
      if (!order.preview && !good) throw rowsWrong(rows);
      const written = shifts.filter(({ action }) => action !== 'same');
      if (!order.preview && written.length > 0) {
        const changed = written.filter(({ action }) => action === 'change').map(({ id }) => id);
        await lockShifts(tx, site.id, changed);
        await this.withdrawals.ofShifts(tx, changed, order.actorId);
        await writeShifts(tx, written);
        await this.log.record(tx, {
          ...{ kind: 'roster.imported', siteId: site.id, actorId: order.actorId },
          data: { shifts: written.map(recordOf) },
        });
      }
      return { good, imported: order.preview ? 0 : written.length, counts: countsOf(rows), rows };
    });
  }

  private async look(tx: Transaction, site: Site, table: Table<ShiftField>) {
    const people = await peopleHere(tx, site.id);
    const reading = personReading(people);
    const messages = new Map<number, ImportMessage[]>();
    const tell = (row: number, column: string, text: Localized) =>
      messages.set(row, [...(messages.get(row) ?? []), { column, text }]);
    const drafts = table.rows.flatMap((row) => {
      const read = readShiftRow({ row: row.row, column: 1 }, (field) => cellOf(row, field, site), reading);
      if ('draft' in read) return [read.draft];
      for (const { field, message } of read.problems) tell(row.row, table.headers.get(field) ?? field, message);
      return [];
    });
    const { shifts, problems } = await planShifts(tx, drafts, {
      sites: new Map([[site.code, site]]),
      people: new Map(people.map(({ email, id }) => [email, id])),
    });
    for (const { position, field, message } of problems)
      tell(position.row, field ? (table.headers.get(field) ?? field) : '', message);
    const planned = new Map(shifts.map((shift) => [shift.position.row, shift]));
    for (const { row, message } of await clashesOf(tx, shifts)) tell(row, '', message);
    const rows = table.rows.map((row) => rowView(row, planned.get(row.row), messages.get(row.row) ?? []));
    return { rows, shifts };
  }
}

/** A table of one site may leave its column out. */
const cellOf = ({ cells }: TableRow<ShiftField>, field: ShiftField, site: Site): string =>
  cells.get(field) ?? (field === 'site' ? site.code : '');

function rowView(
  { row, cells }: TableRow<ShiftField>,
  shift: PlannedShift | undefined,
  messages: ImportMessage[],
): ImportedRow {
  const text = (field: ShiftField) => cells.get(field) ?? '';
  return {
    ...{ row, state: stateOf(shift, messages), messages },
    ...{ person: text('person'), post: text('post'), date: text('date'), start: text('start'), end: text('end') },
  };
}

function stateOf(shift: PlannedShift | undefined, messages: readonly ImportMessage[]): ImportedRow['state'] {
  if (!shift) return 'wrong';
  if (shift.action === 'same') return 'same';
  if (messages.length > 0) return 'conflict';
  return shift.action === 'create' ? 'new' : 'changed';
}

function countsOf(rows: readonly ImportedRow[]): RosterImportView['counts'] {
  const count = (state: ImportedRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    ...{ new: count('new'), changed: count('changed'), same: count('same') },
    ...{ conflict: count('conflict'), wrong: count('wrong') },
  };
}

function rowsWrong(rows: readonly ImportedRow[]): DomainError {
  const wrong = rows.filter(({ state }) => state === 'wrong');
  const fields: FieldProblem[] = wrong.flatMap(({ row, messages }) =>
    messages.map(({ column, text }) => ({
      path: `rows.${row}${column && `.${column}`}`,
      code: 'wrong',
      message: text,
    })),
  );
  return new DomainError(
    'invalid',
    'import.rows_wrong',
    {
      zh: `有 ${wrong.length} 行需要更正，未导入任何班次。`,
      en: `${wrong.length} rows need correcting; nothing was imported.`,
    },
    fields,
  );
}
