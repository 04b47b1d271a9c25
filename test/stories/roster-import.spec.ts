import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { ProblemView } from '../harness/client';
import { pushClock, setClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import { mailOf } from '../harness/staff';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Result = {
  good: boolean;
  imported: number;
  counts: Record<string, number>;
  rows: {
    row: number;
    state: string;
    date: string;
    start: string;
    messages: { column: string; text: { zh: string; en: string } }[];
  }[];
};
type Cells = (string | number | Date | { value: number | Date; format: string } | null)[];

const headers = ['人员', '岗位', '日期', '开始', '结束'];
const address = mailOf('colleague');
const dayMs = 86_400_000;
const day = (index: number) => new Date(Date.UTC(2027, 0, 4) + index * dayMs).toISOString().slice(0, 10);
const workbook = (rows: readonly Cells[], first: readonly string[] = headers) =>
  writeExcelFile([[...first], ...rows] as never).toBuffer();

/** How a PNG begins. */
const picture = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1');

describe('shifts from a spreadsheet', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    await setClock(desk.database.source, '2026-12-01T02:00:00Z');
  });
  afterAll(() => desk.close());

  const take = async <T = Result>(bytes: Buffer | string, { preview = true, type = workbookType } = {}) =>
    (await desk.as('supervisor')).send<T>('POST', `sites/BJ1/roster/import?preview=${preview}`, Buffer.from(bytes), {
      'content-type': type,
    });
  const count = async () => {
    const [row] = await desk.database.source.query<[{ n: number }]>('SELECT count(*)::int AS n FROM app.shift');
    return row.n;
  };

  it('are looked at row by row: 500 of them, eight of which are wrong, and nothing is written', async () => {
    const wrong: [number, Cells][] = [
      [3, ['nobody@example.test', '前台', day(3), '08:00', '17:00']],
      [50, [address, '厨师', day(50), '08:00', '17:00']],
      [99, [address, '前台', '2027-02-30', '08:00', '17:00']],
      [150, [address, '前台', '2062-12-01', '08:00', '17:00']],
      [200, [address, '前台', day(200), '25:00', '17:00']],
      [300, [address, '前台', day(299), '08:00', '17:00']],
      [400, [null, '前台', day(400), '08:00', '17:00']],
      [499, [address, null, null, '8', null]],
    ];
    const rows = Array.from({ length: 500 }, (_, index): Cells => [address, '前台', day(index), '08:00', '17:00']);
    for (const [index, cells] of wrong) rows[index] = cells;
    const file = await workbook(rows);
    const before = await count();
    const { status, body } = await take(file);
    expect([status, body.good, body.imported]).toEqual([200, false, 0]);
    expect(body.counts).toEqual({ new: 492, changed: 0, same: 0, conflict: 0, wrong: 8 });
    const bad = body.rows.filter(({ state }) => state === 'wrong');
    expect(bad.map(({ row, messages }) => [row, messages.map(({ column }) => column)])).toEqual([
      [5, ['人员']],
      [52, ['岗位']],
      [101, ['日期']],
      [152, ['日期']],
      [202, ['开始']],
      [302, ['']],
      [402, ['人员']],
      [501, ['岗位', '日期', '开始', '结束']],
    ]);
    expect(bad[5]?.messages[0]?.text).toEqual({
      zh: '与第 301 行重复，请保留一行。',
      en: 'this shift is in row 301 already. Keep one of the two.',
    });
    const refused = await take<ProblemView>(file, { preview: false });
    expect([refused.status, refused.body.code]).toEqual([422, 'import.rows_wrong']);
    expect(refused.body.errors?.map(({ path }) => path)).toContain('rows.101.日期');
    expect(await count()).toBe(before);

    const good = rows.filter((_, index) => !wrong.some(([at]) => at === index));
    const done = await take(await workbook(good), { preview: false });
    expect([done.body.good, done.body.imported]).toEqual([true, 492]);
    expect(await count()).toBe(before + 492);
    expect((await take(await workbook(good), { preview: false })).body).toMatchObject({
      imported: 0,
      counts: { same: 492 },
    });
    expect(await count()).toBe(before + 492);
  });

  it('may hold days and times as Excel does, as numbers, or as text', async () => {
    const serial = (Date.UTC(2028, 2, 1) - Date.UTC(1899, 11, 30)) / dayMs;
    const { body } = await take(
      await workbook([
        [
          address,
          'bar',
          { value: new Date(Date.UTC(2028, 1, 28)), format: 'yyyy/mm/dd' },
          { value: 9.5 / 24, format: 'hh:mm' },
          17.5 / 24,
        ],
        [address, '水吧', serial, '8:00', '１７：００'],
        ['colleague', '吧台', '2028年3月2日', '20:00', '08:00:00'],
      ]),
    );
    expect(body.rows.map(({ state, date, start }) => [state, date, start])).toEqual([
      ['new', '2028-02-28', '09:30'],
      ['new', '2028-03-01', '8:00'],
      ['new', '2028年3月2日', '20:00'],
    ]);
  });

  it('tell an end that changes, and who is away', async () => {
    const [{ id }] = await desk.database.source.query<[{ id: string }]>(
      `SELECT id FROM app.person WHERE name = 'floor'`,
    );
    const csv = (end: string) =>
      `site,person,post,date,start,end\nBJ1,${mailOf('floor')},bar,2028-05-02,08:00,${end}\n`;
    await take(csv('17:00'), { preview: false, type: 'text/csv' });
    expect((await take(csv('18:00'), { type: 'text/csv' })).body.counts).toMatchObject({ changed: 1 });
    await (
      await desk.as('supervisor')
    ).post('sites/BJ1/leave', {
      ...{ personId: id, from: '2028-05-02T12:00', until: '2028-05-03T00:00' },
    });
    const { body } = await take(csv('18:00'), { type: 'text/csv' });
    expect([body.good, body.rows[0]?.state]).toEqual([true, 'conflict']);
    expect(body.rows[0]?.messages[0]?.text.zh).toBe('此人从 2028-05-02 12:00 起请假。');
  });

  it('leave the past as it was: a shift that is over cannot end at another time', async () => {
    const csv = (end: string) => `person,post,date,start,end\n${address},bar,2026-11-20,08:00,${end}\n`;
    await take(csv('17:00'), { preview: false, type: 'text/csv' });
    expect((await take(csv('16:00'), { type: 'text/csv' })).body.counts).toMatchObject({ changed: 1, wrong: 0 });
    await pushClock(desk.database.source, '61 minutes');
    const { body } = await take(csv('16:00'), { type: 'text/csv' });
    expect(body).toMatchObject({
      ...{ good: false, counts: { wrong: 1 } },
      rows: [
        { state: 'wrong', messages: [{ column: 'end', text: { en: expect.stringMatching(/^This shift is over/) } }] },
      ],
    });
    expect((await take(csv('17:00'), { type: 'text/csv' })).body.counts).toMatchObject({ same: 1, wrong: 0 });
  });

  it('of another site are refused row by row', async () => {
    const { body } = await take(`site,person,post,date,start,end\nSH1,${address},bar,2028-06-01,08:00,17:00\n`, {
      type: 'text/csv',
    });
    expect(body.rows[0]).toMatchObject({
      state: 'wrong',
      messages: [{ text: { en: expect.stringContaining('SH1') } }],
    });
  });

  it.each<[string, Buffer | string, string, number, string]>([
    ['no workbook', Buffer.from('PK\x03\x04 broken'), workbookType, 422, 'import.unreadable'],
    ['another encoding', Buffer.from([0xc8, 0xcb, 0xd4, 0xb1, 0x2c, 0x61]), 'text/csv', 422, 'import.unreadable'],
    ['a picture in the name of a table', picture, 'text/csv', 422, 'import.unreadable'],
    ['wrong headers', 'person,colour\na,b\n', 'text/csv', 422, 'import.columns'],
    ['no bytes', '', 'text/csv', 422, 'import.no_file'],
    ['more than 2 MB', 'x'.repeat(2_200_000), 'text/csv', 413, 'request.too_large'],
  ])('are refused with %s', async (_what, bytes, type, status, code) => {
    const reply = await take<ProblemView>(bytes, { type });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it.each(['image/png', 'application/x-www-form-urlencoded'])(
    'are refused as %s, and the kinds that are taken are named',
    async (type) => {
      const { status, body } = await take<ProblemView>(picture, { type });
      expect([status, body.code]).toEqual([415, 'import.wrong_kind']);
      expect(body.detail).toMatch(/\.xlsx.*\.csv/);
    },
  );

  it('are refused when they claim to unpack to a hundred megabytes', async () => {
    const file = await workbook([[address, 'bar', day(0), '08:00', '17:00']]);
    const entry = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    file.writeUInt32LE(100 * 1024 * 1024, entry + 24);
    expect((await take<ProblemView>(file)).body.code).toBe('import.unreadable');
  });

  it('have a template, whose headers are understood', async () => {
    const { status, bytes, headers: answered } = await (await desk.as('supervisor')).get('sites/BJ1/roster/template');
    expect([status, answered['content-type']]).toEqual([200, workbookType]);
    const [first] = await readSheet(bytes);
    expect(first).toEqual(headers);
    expect((await take(bytes)).body).toMatchObject({ good: true, rows: [] });
  });
});
