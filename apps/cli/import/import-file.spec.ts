import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataSourceOptions } from '@zenmeban/database';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/postgres';
import { importFile, type ImportResult } from './import-file';
import { reportPlan } from './report';
import type { Kind } from './table';

let home: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  home = await createTestDatabase();
  source = await new DataSource(dataSourceOptions(home.url)).initialize();
});
afterAll(async () => {
  await source.destroy();
  await home.drop();
});

const encode = (text: string) => new TextEncoder().encode(text);
const take = (name: string, content: string | Uint8Array, kind?: Kind, dryRun = false) =>
  importFile(source, {
    name,
    bytes: typeof content === 'string' ? encode(content) : content,
    ...(kind ? { kind } : {}),
    dryRun,
  });
const lines = (result: ImportResult) => (result.ok ? reportPlan(result.plan, false) : result.problems);
const count = async (table: string) =>
  Number((await source.query<{ n: string }[]>(`SELECT count(*) AS n FROM app.${table}`))[0]?.n);
const example = (name: string) => readFile(new URL(`../examples/${name}`, import.meta.url));

describe('the example files', () => {
  it('are shown by a dry run, which writes nothing', async () => {
    const result = await take('venue.yaml', await example('venue.yaml'), undefined, true);
    expect(lines(result)).toContain('  create BJ1/hall');
    expect(await count('site')).toBe(0);
  });

  it('are imported, and importing them again finds everything as it is', async () => {
    await take('venue.yaml', await example('venue.yaml'));
    for (const kind of ['sites', 'places', 'people', 'shifts'] as const) {
      expect((await take(`${kind}.csv`, await example(`${kind}.csv`), kind)).ok).toBe(true);
      const again = lines(await take(`${kind}.csv`, await example(`${kind}.csv`), kind));
      expect(again[0]).toMatch(new RegExp(`^${kind}: 0 to create, 0 to change, [1-9]`));
    }
    expect([await count('site'), await count('place'), await count('person')]).toEqual([2, 4, 3]);
  });

  it('give a shift past midnight its hours in the time zone of the site', async () => {
    const [night] = await source.query<{ starts_at: Date; ends_at: Date }[]>(
      `SELECT starts_at, ends_at FROM app.shift WHERE post = 'supervisor' ORDER BY starts_at LIMIT 1`,
    );
    expect(night?.starts_at.toISOString()).toBe('2026-12-01T09:00:00.000Z');
    expect(night?.ends_at.toISOString()).toBe('2026-12-02T00:00:00.000Z');
  });
});

describe('a second import', () => {
  it('changes what differs, adds roles, and removes nothing', async () => {
    const result = await take('people.csv', '﻿name;email;roles\r\n林晓晓;LIN.XIAO@example.com;主管@hx2\r\n', 'people');
    expect(lines(result)).toContain('  change lin.xiao@example.com');
    const [person] = await source.query<{ name: string; roles: string[] }[]>(
      `SELECT p.name, array_agg(g.role || '@' || s.code ORDER BY g.role) AS roles FROM app.person p
       JOIN app.role_grant g ON g.person_id = p.id JOIN app.site s ON s.id = g.site_id
       WHERE p.email = 'lin.xiao@example.com' GROUP BY p.name`,
    );
    expect(person).toEqual({ name: '林晓晓', roles: ['staff@BJ1', 'supervisor@HX2'] });
  });

  it('moves the end of a shift that begins as before', async () => {
    const before = await count('shift');
    await take(
      's.csv',
      '案场,邮箱,岗位,日期,开始,结束\nBJ1,lin.xiao@example.com,前台,2026年12月1日,８：００,18:00',
      'shifts',
    );
    expect(await count('shift')).toBe(before);
  });

  it('reads a quoted field with a separator, a quote and a line break in it', async () => {
    const result = await take('p.csv', 'site,code,name\n"BJ1","yard","前院, ""东""\n侧"\n', 'places');
    expect(lines(result)).toEqual([expect.stringMatching(/^p\.csv:\d:3: nameZh contains a character/)]);
    expect((await take('p.csv', 'site,code,name\n"BJ1","yard","前院, ""东""侧"\n', 'places')).ok).toBe(true);
  });
});

const gbk = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x65, 0x6d, 0x61, 0x69, 0x6c, 0x0a]);

describe('a broken file', () => {
  it.each<[string, string, string | Uint8Array, Kind | undefined, RegExp[]]>([
    ['GBK', 'p.csv', gbk, 'people', [/p\.csv is GBK, not UTF-8\. Save it again as UTF-8/]],
    ['UTF-16', 'p.csv', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'people', [/is UTF-16/]],
    ['a workbook', 'p.csv', Uint8Array.from([0x50, 0x4b, 3, 4]), 'people', [/is a workbook/]],
    ['nothing', 'p.csv', '', 'people', [/is empty/]],
    ['CSV without --kind', 'p.csv', 'a,b\n', undefined, [/--kind sites\|places\|people\|shifts/]],
    ['another ending', 'p.docx', 'a', 'people', [/must end in \.csv, \.yaml or \.yml/]],
    ['open quotes', 'p.csv', 'name,email,roles\n"a,b,c\n', 'people', [/is not a proper CSV file/]],
    [
      'headers missing and unknown',
      'p.csv',
      'name,phone\n林,1\n',
      'people',
      [
        /^p\.csv:1:1: the column "email" is missing/,
        /^p\.csv:1:1: the column "roles"/,
        /^p\.csv:1:2: the column "phone"/,
      ],
    ],
    [
      'every kind of mistake in people, all at once',
      'p.csv',
      'name,email,language,roles\n,a@b.cn,zh,staff@BJ1\n林,not-mail,zh,staff@BJ1\n林,c@b.cn,fr,boss@BJ1\n林,d@b.cn,,staff@ZZ9\n林,e@b.cn,,staff\n王,D@b.cn,,staff@BJ1\n',
      'people',
      [
        /^p\.csv:2:1: name is empty/,
        /^p\.csv:3:2: email "not-mail"/,
        /^p\.csv:4:3: language "fr"/,
        /^p\.csv:4:4: roles "boss@BJ1"/,
        /^p\.csv:5:1: there is no site ZZ9/,
        /^p\.csv:6:4: roles "staff"/,
        /^p\.csv:7:1: the address d@b\.cn is in row 5 already/,
      ],
    ],
    [
      'sites',
      's.csv',
      'code,name,time zone\n1X,甲,\nAB1,,\nAB2,乙,Mars/Base\n',
      'sites',
      [/^s\.csv:2:1: code "1X"/, /^s\.csv:3:2: nameZh is empty/, /^s\.csv:4:3: timeZone "Mars\/Base"/],
    ],
    [
      'shifts',
      's.csv',
      'site,person,post,date,start,end\nBJ1,nobody@b.cn,bar,2026-12-01,08:00,17:00\nBJ1,lin.xiao@example.com,cook,2026-02-30,25:00,8\nBJ1,lin.xiao@example.com,bar,9999-01-01,08:00,17:00\n',
      'shifts',
      [
        /^s\.csv:2:1: nobody has the address/,
        /^s\.csv:3:3: post "cook"/,
        /^s\.csv:3:4: date "2026-02-30"/,
        /^s\.csv:3:5: start/,
        /^s\.csv:3:6: end/,
        /^s\.csv:4:4: date "9999-01-01"/,
      ],
    ],
    ['YAML that is none', 'v.yaml', 'sites: [\n', undefined, [/^v\.yaml:2:1: /]],
    ['YAML with references', 'v.yaml', 'sites: &a []\nplaces: *a\n', undefined, [/^v\.yaml:2:9: references/]],
    [
      'YAML with unknown sections and fields',
      'v.yaml',
      'guests: []\nsites:\n  - code: AB1\n    name: 甲\n    colour: red\nplaces: many\n',
      undefined,
      [
        /^v\.yaml:1:1: the section "guests"/,
        /^v\.yaml:5:5: "colour" is not a field/,
        /^v\.yaml:6:9: places must be a list/,
      ],
    ],
  ])('%s: says what to do, row by row, and writes nothing', async (_what, name, content, kind, expected) => {
    const before = [await count('site'), await count('person'), await count('shift')];
    const result = await take(name, content, kind);
    expect(result.ok).toBe(false);
    expect(lines(result)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
    expect([await count('site'), await count('person'), await count('shift')]).toEqual(before);
  });

  it('with one wrong person does not blame the shifts of that person', async () => {
    const result = await take(
      'v.yaml',
      'people:\n  - { name: "", email: x@b.cn, roles: [staff@BJ1] }\nshifts:\n  - { site: BJ1, person: x@b.cn, post: bar, date: 2026-12-01, start: 08:00, end: 17:00 }\n',
    );
    expect(lines(result)).toEqual([expect.stringMatching(/name is empty/)]);
  });

  it('with a time the clocks of the site jump over says so', async () => {
    await take('s.csv', 'code,name,time zone\nBE1,柏林,Europe/Berlin\n', 'sites');
    const result = await take(
      's.csv',
      'site,person,post,date,start,end\nBE1,lin.xiao@example.com,bar,2026-03-29,02:30,10:00\n',
      'shifts',
    );
    expect(lines(result)).toEqual([expect.stringMatching(/02:30 does not exist on that day/)]);
  });
});
