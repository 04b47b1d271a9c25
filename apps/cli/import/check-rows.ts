import { posts, roles } from '@zenmeban/domain/engine';
import { DateTime, IANAZone } from 'luxon';
import type { Drafts, GrantDraft, PersonDraft, PlaceDraft, ShiftDraft, SiteDraft } from './drafts';
import type { Cell, Position, Row, RowProblem, Tables } from './table';
import { languageOf, postOf, roleOf } from './words';

/** Reads every row and reports everything that is wrong in it, not only the first. */
export function checkRows(tables: Tables): { drafts: Drafts; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const each = <T>(rows: readonly Row[] | undefined, read: (row: RowReader) => T): T[] =>
    (rows ?? []).flatMap((row) => {
      const reader = new RowReader(row, problems);
      const draft = read(reader);
      return reader.sound ? [draft] : [];
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

const siteCode = (text: string) => (/^[A-Z][A-Z0-9]{1,9}$/.test(text.toUpperCase()) ? text.toUpperCase() : undefined);
const siteCodeAdvice = 'a site code has 2 to 10 letters and digits and begins with a letter, like BJ1.';

function siteDraft(row: RowReader): SiteDraft {
  const code = row.parsed('code', siteCode, siteCodeAdvice, '');
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
    site: row.parsed('site', siteCode, siteCodeAdvice, ''),
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
    email: row.parsed('email', email, 'write a whole address, like lin@example.com.', ''),
    language: language ?? row.parsed('language', languageOf, 'write zh or en.', 'zh'),
    grants: row.parsed(
      'roles',
      grants,
      `write role@SITE, several separated by ";", like staff@BJ1; supervisor@BJ2 or manager@*. Roles are ${roles.join(', ')}.`,
      [],
    ),
  };
}

const email = (text: string) =>
  text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text) ? text.toLowerCase() : undefined;

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

function shiftDraft(row: RowReader): ShiftDraft {
  return {
    position: row.row.position,
    site: row.parsed('site', siteCode, siteCodeAdvice, ''),
    email: row.parsed('person', email, 'write the e-mail address of the person.', ''),
    post: row.parsed('post', postOf, `posts are ${posts.join(', ')}.`, 'reception'),
    date: row.parsed('date', localDate, 'write a day of this century like 2026-11-23.', ''),
    start: row.parsed('start', localTime, 'write a time like 08:00.', ''),
    end: row.parsed('end', localTime, 'write a time like 17:30; an end before the start is on the next day.', ''),
  };
}

/** `2026-11-23`, `2026/11/3`, `2026年11月3日` → ISO; a day that does not exist is none. */
function localDate(text: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (!parts) return undefined;
  const day = DateTime.utc(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return day.isValid && day.year >= 2000 && day.year < 2100 ? day.toISODate() : undefined;
}

/** `8:00`, `08:00`, `８：００` → `08:00`; `24:00` is the end of the day. */
function localTime(text: string): string | undefined {
  const parts = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text.normalize('NFKC'));
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
