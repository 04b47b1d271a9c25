import { Database, type Site } from '@zenmeban/database';
import { type Language, postNames, posts } from '@zenmeban/domain/engine';
import { usualShifts } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import { peopleHere } from '../people-here';

/** A workbook to fill in: the first sheet has the headers only, the second says what may stand in them. */
@Injectable()
export class RosterTemplate {
  constructor(private readonly database: Database) {}

  /** With the people of the site, by name and address. */
  async of(site: Site, language: Language): Promise<Buffer> {
    return workbook(site, language, await peopleHere(this.database.manager, site.id));
  }
}

async function workbook(
  site: Site,
  language: Language,
  people: readonly { name: string; email: string }[],
): Promise<Buffer> {
  const headers = { zh: ['人员', '岗位', '日期', '开始', '结束'], en: ['Person', 'Post', 'Date', 'Start', 'End'] }[
    language
  ];
  const words = {
    zh: {
      sheets: ['排班', '说明'],
      how: `${site.name.zh}：每行一个班次。日期如 2026-11-23，时间如 08:00；结束早于开始表示次日。人员写邮箱，或不重名的姓名。`,
      titles: ['岗位', '常用班次', '人员', '邮箱'],
    },
    en: {
      sheets: ['Roster', 'How to'],
      how: `${site.name.en}: one shift a row. A day like 2026-11-23, a time like 08:00; an end before the start is on the next day. A person is an address, or a name that only one has.`,
      titles: ['Posts', 'Usual shifts', 'People', 'Addresses'],
    },
  }[language];
  const columns = [
    posts.map((post) => postNames[post][language]),
    usualShifts.map(({ title, start, end }) => `${title[language]} ${start}-${end}`),
    people.map(({ name }) => name),
    people.map(({ email }) => email),
  ];
  const longest = Math.max(...columns.map(({ length }) => length));
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const [rosterSheet = 'Roster', helpSheet = 'How to'] = words.sheets;
  return writeExcelFile([
    { sheet: rosterSheet, data: [headers.map(bold)], columns: headers.map(() => ({ width: 22 })), stickyRowsCount: 1 },
    {
      sheet: helpSheet,
      data: [
        [words.how],
        [],
        words.titles.map(bold),
        ...Array.from({ length: longest }, (_, row) => columns.map((column) => column[row] ?? null)),
      ],
      columns: [{ width: 20 }, { width: 24 }, { width: 20 }, { width: 32 }],
    },
  ]).toBuffer();
}
