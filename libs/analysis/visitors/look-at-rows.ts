import type { Site, Transaction } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import type { Table, TableRow } from '@zenmeban/spreadsheet';
import { lockFigures, readFigures } from './figure-rows';
import { comparedFrom, warningOf } from './look-at-figures';
import { type Readable, type ReadRow, readVisitorRow } from './read-visitor-row';
import type { VisitorField } from './visitor-columns';

export type ImportedVisitors = {
  /** As the spreadsheet counts, from 1. */
  row: number;
  /** `odd`: can be imported, but should be looked at once more. */
  state: 'new' | 'changed' | 'same' | 'odd' | 'wrong';
  site: string;
  day: string;
  visitors: string;
  /** What is there now; null when nothing is. */
  before: number | null;
  messages: { column: string; text: Localized }[];
};

type Figures = ReadonlyMap<string, number>;
/** The figures of a site by day, as they are and as the file makes them. */
type Beside = { readonly before: Figures; readonly after: Figures };

/**
 * Looks at every row of a table beside what is known already.
 * @param options `forWriting` locks the sites of the file, so that what is there stays until it is written
 * @returns also the figures of the rows that are right
 */
export async function lookAtRows(
  tx: Transaction,
  { rows, headers }: Table<VisitorField>,
  readable: Readable<Site>,
  { forWriting }: { forWriting: boolean },
): Promise<{ rows: ImportedVisitors[]; figures: ReadRow<Site>[] }> {
  const firstRows = new Map<string, number>();
  const read = rows.map((row) => ({ row, ...withoutTwins(row.row, readVisitorRow(row, readable), firstRows) }));
  const figures = read.flatMap(({ figure }) => figure ?? []);
  if (forWriting) await lockFigures(tx, [...new Set(figures.map(({ site }) => site.id))]);
  const beside = await figuresBeside(tx, figures);
  return {
    figures,
    rows: read.map(({ row, figure, problems }) => {
      const messages = problems.map(({ field, message }) => ({ column: headers.get(field) ?? field, text: message }));
      const look = figure ? lookAt(figure, beside.get(figure.site.id), readable) : null;
      return {
        ...{ row: row.row, state: look?.state ?? 'wrong', before: look?.before ?? null },
        ...{
          site: figure?.site.code ?? (text(row, 'site') || (readable.usual ?? '')),
          day: figure?.day ?? text(row, 'day'),
        },
        ...{ visitors: text(row, 'visitors'), messages: look?.messages ?? messages },
      };
    }),
  };
}

const text = ({ cells }: TableRow<VisitorField>, field: VisitorField) => cells.get(field) ?? '';

/** A day may be in the file once: which of two figures is meant, nobody could say. */
function withoutTwins(row: number, read: ReturnType<typeof readVisitorRow<Site>>, firstRows: Map<string, number>) {
  if ('problems' in read) return { figure: null, problems: read.problems };
  const key = `${read.site.id}/${read.day}`;
  const earlier = firstRows.get(key);
  if (earlier === undefined) firstRows.set(key, row);
  return earlier === undefined ? { figure: read, problems: [] } : { figure: null, problems: [twin(earlier)] };
}

const twin = (earlier: number) => ({
  field: 'day' as const,
  message: {
    zh: `这一天在第 ${earlier} 行已有，请保留一行。`,
    en: `this day is in row ${earlier} already. Keep one of the two.`,
  },
});

async function figuresBeside(tx: Transaction, figures: readonly ReadRow<Site>[]): Promise<Map<string, Beside>> {
  const beside = new Map<string, Beside>();
  for (const id of new Set(figures.map(({ site }) => site.id))) {
    const own = figures.filter(({ site }) => site.id === id);
    const days = own.map(({ day }) => day).sort();
    const rows = await readFigures(tx, id, comparedFrom(days[0] ?? ''), days.at(-1) ?? '');
    const before = new Map(rows.map(({ day, visitors }) => [day, visitors]));
    beside.set(id, { before, after: new Map([...before, ...own.map((one) => [one.day, one.visitors] as const)]) });
  }
  return beside;
}

function lookAt({ site, day, visitors }: ReadRow<Site>, beside: Beside | undefined, { sites }: Readable<Site>) {
  const before = beside?.before.get(day) ?? null;
  if (before === visitors) return { before, state: 'same' as const, messages: [] };
  const warning = beside && warningOf(site, day, beside.after, sites.get(site.code)?.today ?? day);
  if (warning) return { before, state: 'odd' as const, messages: [{ column: '', text: warning.text }] };
  return { before, state: before === null ? ('new' as const) : ('changed' as const), messages: [] };
}
