import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import type { ProblemView } from '../harness/client';
import { setClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Row = {
  row: number;
  state: string;
  site: string;
  day: string;
  visitors: string;
  before: number | null;
  messages: { column: string; text: { zh: string; en: string } }[];
};
type Result = { good: boolean; imported: number; counts: Record<string, number>; rows: Row[] };

describe('visitors from a spreadsheet', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    await setClock(desk.database.source, '2026-11-24T01:00:00Z');
  });
  afterAll(() => desk.close());

  const take = async <T = Result>(
    bytes: Buffer | string,
    {
      preview = true,
      type = 'text/csv',
      site = 'BJ1',
      as = 'supervisor',
    }: { preview?: boolean; type?: string; site?: string; as?: StaffKey } = {},
  ) =>
    (await desk.as(as)).send<T>(
      'POST',
      `visitors/import?preview=${preview}${site && `&site=${site}`}`,
      Buffer.from(bytes),
      { 'content-type': type },
    );
  const figures = async (site: string) =>
    desk.database.source.query<{ day: string; visitors: number; source: string }[]>(
      `SELECT day::text, visitors, visitors.source FROM app.visitors JOIN app.site ON site.id = site_id
       WHERE code = $1 ORDER BY day`,
      [site],
    );

  it('are looked at row by row; with one that is wrong nothing is written', async () => {
    const csv = [
      '日期,来访人数',
      '2026-11-02,120',
      '2026年11月3日,"1,200"',
      '2026/11/04,１２８',
      '2026-11-31,5',
      '2026-11-25,5',
      '2026-11-05,-5',
      '2026-11-06,12.5',
      '2026-11-07,2000000',
      '2026-11-08,many',
      '2026-11-09,',
      '2026-11-02,121',
      ',',
      'yesterday,-3',
    ].join('\n');
    const { status, body } = await take(csv);
    expect([status, body.good, body.imported]).toEqual([200, false, 0]);
    expect(body.rows.map(({ row, state, messages }) => [row, state, ...messages.map(({ column }) => column)])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'new'],
      [5, 'wrong', '日期'],
      [6, 'wrong', '日期'],
      [7, 'wrong', '来访人数'],
      [8, 'wrong', '来访人数'],
      [9, 'wrong', '来访人数'],
      [10, 'wrong', '来访人数'],
      [11, 'wrong', '来访人数'],
      [12, 'wrong', '日期'],
      [14, 'wrong', '日期', '来访人数'],
    ]);
    const refused = await take<ProblemView>(csv, { preview: false });
    expect([refused.status, refused.body.code]).toEqual([422, 'import.rows_wrong']);
    expect(refused.body.errors?.map(({ path }) => path)).toContain('rows.14.来访人数');
    expect(await figures('BJ1')).toEqual([]);
  });

  it('are written whole, and a second time change nothing', async () => {
    const csv = 'day,visitors\n2026-11-02,120\n2026-11-03,130\n';
    expect((await take(csv, { preview: false })).body).toMatchObject({ good: true, imported: 2, counts: { new: 2 } });
    expect((await take(csv, { preview: false })).body).toMatchObject({ imported: 0, counts: { same: 2 } });
    const { body } = await take('day,visitors\n2026-11-02,121\n', { preview: false });
    expect(body).toMatchObject({ imported: 1, rows: [{ state: 'changed', before: 120, visitors: '121' }] });
    expect(await figures('BJ1')).toEqual([
      { day: '2026-11-02', visitors: 121, source: 'imported' },
      { day: '2026-11-03', visitors: 130, source: 'imported' },
    ]);
  });

  it('may be of several sites; those of a site that one may not enter are wrong', async () => {
    const csv = 'site,date,visitors\nBJ1,2026-10-12,10\nsh1,2026-10-12,20\nXX9,2026-10-12,30\n';
    expect((await take(csv)).body.rows.map(({ site, state }) => [site, state])).toEqual([
      ['BJ1', 'new'],
      ['sh1', 'wrong'],
      ['XX9', 'wrong'],
    ]);
    const both = csv.split('\n').slice(0, 3).join('\n');
    expect((await take(both, { preview: false, as: 'admin', site: '' })).body.imported).toBe(2);
    expect(await figures('SH1')).toEqual([{ day: '2026-10-12', visitors: 20, source: 'imported' }]);
  });

  it('need a site in each row where it is not clear which one is meant', async () => {
    const { body } = await take('day,visitors\n2026-10-13,10\n', { as: 'admin', site: '' });
    expect(body.rows[0]).toMatchObject({ state: 'wrong', messages: [{ column: 'site' }] });
    expect((await take('day,visitors\n2026-10-13,10\n', { site: '' })).body.rows[0]?.state).toBe('new');
  });

  it('may be a workbook, in which 40,000 and 0 and 1 are numbers and not days or times', async () => {
    const file = await writeExcelFile([
      ['日期', '人数'],
      [{ value: new Date(Date.UTC(2026, 6, 1)), format: 'yyyy/mm/dd' }, 40_000],
      [{ value: new Date(Date.UTC(2026, 6, 2)), format: 'yyyy/mm/dd' }, 0],
      ['2026-07-03', 1],
      ['2026-07-04', '2'],
    ] as never).toBuffer();
    const { body } = await take(file, { type: workbookType });
    expect(body.rows.map(({ day, visitors, state }) => [day, visitors, state])).toEqual([
      ['2026-07-01', '40000', 'new'],
      ['2026-07-02', '0', 'odd'],
      ['2026-07-03', '1', 'new'],
      ['2026-07-04', '2', 'new'],
    ]);
  });

  it('are warned of beside the other rows of the file, and can be imported', async () => {
    const mondays = Array.from({ length: 9 }, (_, week) =>
      new Date(Date.UTC(2026, 6, 6 + 7 * week)).toISOString().slice(0, 10),
    );
    const csv = ['day,visitors', ...mondays.map((day, week) => `${day},${week === 8 ? 1_000 : 100 + week}`)].join('\n');
    const { body } = await take(csv);
    expect([body.good, body.counts]).toMatchObject([true, { new: 8, odd: 1 }]);
    expect(body.rows[8]?.messages[0]?.text.en).toMatch(/^1000 visitors; the last 8 Mondays had about 104/);
  });

  it.each<[string, string, number, string]>([
    ['wrong headers', 'day,colour\na,b\n', 422, 'import.columns'],
    ['no bytes', '', 422, 'import.no_file'],
    ['a picture', '\x89PNG\r\n\x00', 422, 'import.unreadable'],
  ])('are refused with %s', async (_what, bytes, status, code) => {
    const reply = await take<ProblemView>(Buffer.from(bytes, 'latin1'));
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('are refused as another kind of file', async () => {
    const reply = await take<ProblemView>('x', { type: 'image/png' });
    expect([reply.status, reply.body.code]).toEqual([415, 'import.wrong_kind']);
  });
});
