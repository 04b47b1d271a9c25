import { shiftColumns } from '@zenmeban/roster';
import { canonicalHeader } from '@zenmeban/spreadsheet';

/** What a file can hold, in the order in which one refers to the other. */
export const kinds = ['sites', 'places', 'people', 'shifts'] as const;
export type Kind = (typeof kinds)[number];

/** Where something stands in the file, both from 1. */
export type Position = { readonly row: number; readonly column: number };

/** A value as written, trimmed; `position` is where to correct it. */
export type Cell = { readonly text: string; readonly position: Position };

/** One line of a CSV file or one entry of a YAML list, by field name. */
export type Row = { readonly position: Position; readonly cells: ReadonlyMap<string, Cell> };

export type Tables = Partial<Record<Kind, readonly Row[]>>;

/** One thing that is wrong and what to do about it. */
export type RowProblem = { readonly position: Position; readonly message: string };

/** The columns of each kind with the headers a CSV file may use for them, Chinese or English. */
export const columns: Readonly<
  Record<Kind, Readonly<Record<string, { headers: readonly string[]; needed: boolean }>>>
> = {
  sites: {
    code: { headers: ['code', 'site', '案场代码', '代码', '编码'], needed: true },
    nameZh: { headers: ['name zh', 'name', '名称', '案场', '案场名称', '中文名称', '中文名'], needed: true },
    nameEn: { headers: ['name en', 'english name', '英文名称', '英文名'], needed: false },
    timeZone: { headers: ['time zone', 'timezone', '时区'], needed: false },
  },
  places: {
    site: { headers: ['site', 'site code', '案场', '案场代码'], needed: true },
    code: { headers: ['code', 'place', '位置代码', '代码', '编码'], needed: true },
    nameZh: { headers: ['name zh', 'name', '名称', '位置', '位置名称', '中文名称', '中文名'], needed: true },
    nameEn: { headers: ['name en', 'english name', '英文名称', '英文名'], needed: false },
  },
  people: {
    name: { headers: ['name', '姓名', '名字'], needed: true },
    email: { headers: ['email', 'e-mail', 'mail', '邮箱', '电子邮箱', '邮件'], needed: true },
    language: { headers: ['language', '语言'], needed: false },
    roles: { headers: ['roles', 'role', '角色', '权限'], needed: true },
  },
  shifts: shiftColumns,
};

/** `nameZh` for `名称`, `name_zh`, `Name ZH` and `nameZh` alike; undefined when no column is called so. */
export function fieldOf(kind: Kind, header: string): string | undefined {
  const wanted = canonicalHeader(header);
  const found = Object.entries(columns[kind]).find(
    ([field, { headers }]) => canonicalHeader(field) === wanted || headers.includes(wanted),
  );
  return found?.[0];
}
