import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { holidays } from '@zenmeban/domain/engine';
import { holidayOn, holidayTitles } from './holiday';

/* The lunar calendar as published (GB/T 33661), breaks as the State Council announced them; from 2027 on by the calendar. */
const days: readonly [string, string | null][] = [
  ['2025-01-01', 'new-year'],
  ['2025-01-02', null],
  ['2026-01-03', 'new-year'],
  ['2026-01-04', null],
  ['2031-01-01', 'new-year'],

  ['2025-01-27', null],
  ['2025-01-28', 'spring-festival'],
  ['2025-01-29', 'spring-festival'],
  ['2025-02-11', 'spring-festival'],
  ['2025-02-12', 'lantern-festival'],
  ['2025-02-13', null],
  ['2026-02-15', null],
  ['2026-02-16', 'spring-festival'],
  ['2026-03-02', 'spring-festival'],
  ['2026-03-03', 'lantern-festival'],
  ['2027-02-05', 'spring-festival'],
  ['2027-02-04', null],
  ['2027-02-20', 'lantern-festival'],
  ['2034-02-18', 'spring-festival'],
  ['2034-02-19', 'spring-festival'],

  ['2024-04-04', 'qingming'],
  ['2024-04-06', 'qingming'],
  ['2024-04-07', null],
  ['2027-04-05', 'qingming'],
  ['2027-04-04', null],
  ['2028-04-04', 'qingming'],

  ['2022-04-30', 'labour-day'],
  ['2025-05-05', 'labour-day'],
  ['2025-05-06', null],
  ['2029-05-01', 'labour-day'],
  ['2029-05-05', 'labour-day'],

  ['2025-05-31', 'dragon-boat'],
  ['2025-06-02', 'dragon-boat'],
  ['2025-06-03', null],
  ['2027-06-09', 'dragon-boat'],
  ['2030-06-05', 'dragon-boat'],
  ['2009-05-28', 'dragon-boat'],

  ['2024-09-17', 'mid-autumn'],
  ['2026-09-25', 'mid-autumn'],
  ['2026-09-27', 'mid-autumn'],
  ['2027-09-15', 'mid-autumn'],
  ['2028-10-03', 'mid-autumn'],
  ['2025-10-06', 'mid-autumn'],

  ['2025-10-01', 'national-day'],
  ['2025-10-05', 'national-day'],
  ['2025-10-07', 'national-day'],
  ['2025-10-08', 'national-day'],
  ['2025-10-09', null],
  ['2028-10-02', 'national-day'],
  ['2028-10-07', 'national-day'],
  ['2028-10-08', null],

  ['2026-12-23', null],
  ['2026-12-24', 'christmas'],
  ['2030-12-25', 'christmas'],
  ['2026-12-26', null],
  ['2026-11-23', null],
];

describe('the holiday of a day', () => {
  it.each(days)('%s: %s', (date, holiday) => {
    expect(holidayOn(date)).toBe(holiday);
  });

  it.each(['2025-01-26', '2025-04-27', '2025-09-28'])('is none on %s, a weekend worked for a break', (date) => {
    expect(holidayOn(date)).toBeNull();
  });

  it('is none on the fifth of a leap fifth month', () => {
    expect(holidayOn('2009-06-27')).toBeNull();
  });

  it('has a name in both languages', () => {
    expect(Object.keys(holidayTitles).sort()).toEqual([...holidays].sort());
  });

  /* In a process of its own: Jest does not let a test change the time zone. */
  it.each(['America/Los_Angeles', 'America/St_Johns', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'does not depend on the time zone of the process: %s',
    (TZ) => {
      const asked = JSON.stringify(days.map(([date]) => date));
      const script = `${asScript('libs/playbooks/holiday.ts')}\nconsole.log(JSON.stringify(${asked}.map(holidayOn)))`;
      const env = { ...process.env, TZ, NODE_OPTIONS: '' };
      const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
      expect(JSON.parse(printed)).toEqual(days.map(([, holiday]) => holiday));
    },
  );
});

const asScript = (file: string) =>
  transformSync(readFileSync(file, 'utf8'), { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }).code;
