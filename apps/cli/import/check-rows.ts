import { roles } from '@zenmeban/domain/engine';
import { mailAddress, readShiftRow, type ShiftDraft, siteCode, siteCodeAdvice } from '@zenmeban/roster';
import { IANAZone } from 'luxon';
import type { Drafts, GrantDraft, PersonDraft, PlaceDraft, SiteDraft } from './drafts';
import type { Cell, Position, Row, RowProblem, Tables } from './table';
import { languageOf, roleOf } from './words';

/** Reads every row and reports everything that is wrong in it, not only the first. */
export function checkRows(tables: Tables): { drafts: Drafts; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const each = <T>(rows: readonly Row[] | undefined, read: (row: RowReader) => T | undefined): T[] =>
    (rows ?? []).flatMap((row) => {
      const reader = new RowReader(row, problems);
      const draft = read(reader);
      return reader.sound && draft !== undefined ? [draft] : [];
    });
  const drafts = {
    sites: each(tables.sites, siteDraft),
    places: each(tables.places, placeDraft),
    people: each(tables.people, personDraft),
    shifts: each(tables.shifts, shiftDraft),
  };
  return { drafts, problems };
}

class RowReader {
  sound = true;
  constructor(
    readonly row: Row,
    private readonly problems: RowProblem[],
  ) {}

  /** The value of a field; a problem when it is needed and empty, or longer than `max` characters. */
  text(field: string, needed: boolean, max = 200): string {
    const cell = this.cell(field);
    if (needed && cell.text === '') this.fail(cell.position, `${field} is empty. Fill it in.`);
    else if (cell.text.length > max) this.fail(cell.position, `${field} is longer than ${max} characters.`);
    else if (/[\p{Cc}\p{Cs}]/u.test(cell.text))
      this.fail(cell.position, `${field} contains a character that cannot be shown.`);
    return cell.text;
  }

  /** The value of a needed field through `read`; a problem with `advice` when that knows no answer. */
  parsed<T>(field: string, read: (text: string) => T | undefined, advice: string, fallback: T): T {
    const text = this.text(field, true);
    if (text === '') return fallback;
    const value = read(text);
    if (value === undefined) this.fail(this.cell(field).position, `${field} "${text}": ${advice}`);
    return value ?? fallback;
  }

  fail(position: Position, message: string): void {
    this.sound = false;
    this.problems.push({ position, message });
  }

  cell(field: string): Cell {
    return this.row.cells.get(field) ?? { text: '', position: this.row.position };
  }
}

function siteDraft(row: RowReader): SiteDraft {
  const code = row.parsed('code', siteCode, siteCodeAdvice.en, '');
  const zh = row.text('nameZh', true);
  const zone = row.text('timeZone', false) || 'Asia/Shanghai';
  if (!IANAZone.isValidZone(zone))
    row.fail(row.cell('timeZone').position, `timeZone "${zone}": write a name like Asia/Shanghai.`);
  return { position: row.row.position, code, zh, en: row.text('nameEn', false) || zh, timeZone: zone };
}

function placeDraft(row: RowReader): PlaceDraft {
  const zh = row.text('nameZh', true);
  return {
    position: row.row.position,
    site: row.parsed('site', siteCode, siteCodeAdvice.en, ''),
    code: row.text('code', true, 40),
    zh,
    en: row.text('nameEn', false) || zh,
  };
}

function personDraft(row: RowReader): PersonDraft {
  const language = row.text('language', false) === '' ? 'zh' : undefined;
  return {
    position: row.row.position,
    name: row.text('name', true, 100),
    email: row.parsed('email', mailAddress, 'write a whole address, like lin@example.com.', ''),
    language: language ?? row.parsed('language', languageOf, 'write zh or en.', 'zh'),
    grants: row.parsed(
      'roles',
      grants,
      `write role@SITE, several separated by ";", like staff@BJ1; supervisor@BJ2 or manager@*. Roles are ${roles.join(', ')}.`,
      [],
    ),
  };
}

/** `staff@BJ1; 主管@BJ2; manager@*`; an administrator without a site is one everywhere. */
function grants(text: string): GrantDraft[] | undefined {
  const found = text
    .split(/[;；、,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [word = '', where] = part.split(/[@＠]/).map((piece) => piece.trim());
      const role = roleOf(word);
      const everywhere = where === '*' || (where === undefined && role === 'administrator');
      const site = everywhere ? null : siteCode(where ?? '');
      return role && site !== undefined ? { role, site } : undefined;
    });
  return found.length > 0 && found.every((grant) => grant !== undefined) ? found : undefined;
}

function shiftDraft(row: RowReader): ShiftDraft | undefined {
  const read = readShiftRow(row.row.position, (field) => row.cell(field).text);
  if ('draft' in read) return read.draft;
  for (const { field, message } of read.problems) row.fail(row.cell(field).position, message.en);
  return undefined;
}
