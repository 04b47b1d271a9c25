import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exposure, exposureTogether } from '@zenmeban/analysis';
import { addDays, daysBetween } from '@zenmeban/domain/roster';
import { v7 } from 'uuid';
import { setClock } from '../harness/clock';
import { Desk } from '../harness/desk';

const week = (monday: string) => ({ from: monday, to: addDays(monday, 6) });
const hours = { from: '09:00', until: '18:00' };

describe('the exposure of sites in periods', () => {
  let desk: Desk;
  let bj1: string;
  let sh1: string;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    /* A Tuesday, nine in the morning in Beijing. */
    await setClock(desk.database.source, '2026-11-24T01:00:00Z');
    const sites = await desk.database.source.query<{ id: string }[]>('SELECT id FROM app.site ORDER BY code');
    [bj1, sh1] = [sites[0]?.id ?? '', sites[1]?.id ?? ''];
    await desk.database.source.query(`UPDATE app.site SET opening = $2 WHERE id = $1`, [
      sh1,
      JSON.stringify({ week: { '6': hours, '7': hours }, days: { '2026-11-07': null, '2026-11-02': hours } }),
    ]);
  });
  afterAll(() => desk.close());

  const fill = async (siteId: string, first: string, last: string, visitors: number) =>
    desk.database.source.query<unknown[]>(
      `INSERT INTO app.visitors (site_id, day, visitors, source) SELECT $1, day, $3, 'counter' FROM unnest($2::date[]) AS day`,
      [siteId, daysBetween(first, last), visitors],
    );
  const of = (siteIds: string[], ...periods: { from: string; to: string }[]) =>
    desk.database.transaction((tx) => exposure(tx, siteIds, periods));

  it('is the sum of whole weeks, an estimate with a day missing, and nothing below 80 %', async () => {
    await fill(bj1, '2026-10-05', '2026-10-11', 100);
    await fill(bj1, '2026-10-12', '2026-10-17', 100);
    await fill(bj1, '2026-10-19', '2026-10-23', 100);
    await fill(bj1, '2026-10-26', '2026-11-01', 0);
    expect(
      (await of([bj1], ...['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-06-01'].map(week))).map(
        ({ exposure: visitors, isEstimated, daysMissing, why }) => [visitors, isEstimated, daysMissing, why],
      ),
    ).toEqual([
      [700, false, 0, null],
      [700, true, 1, null],
      [null, false, 2, 'days_missing'],
      [null, false, 0, 'no_visitors'],
      [null, false, 7, 'days_missing'],
    ]);
  });

  it('misses only days on which the site is open, single days before the week', async () => {
    await fill(sh1, '2026-11-02', '2026-11-02', 40);
    await fill(sh1, '2026-11-08', '2026-11-08', 60);
    expect(await of([sh1], week('2026-11-02'))).toMatchObject([{ exposure: 100, daysMissing: 0, isEstimated: false }]);
    expect(await of([sh1], { from: '2026-11-09', to: '2026-11-13' })).toMatchObject([
      { exposure: null, why: 'closed' },
    ]);
  });

  it('counts no day to come, and today as one of the days', async () => {
    await fill(bj1, '2026-11-23', '2026-11-24', 50);
    expect(await of([bj1], week('2026-11-23'), week('2026-12-07'))).toMatchObject([
      { exposure: 100, daysMissing: 0 },
      { exposure: null, why: 'closed', daysMissing: 0 },
    ]);
  });

  it('takes sites together, and periods may overlap or be years', async () => {
    const [together] = await desk.database.transaction((tx) =>
      exposureTogether(tx, [bj1, sh1], [{ from: '2026-10-05', to: '2026-10-11' }]),
    );
    expect(together).toMatchObject({ exposure: null, why: 'days_missing', visitors: 700, daysMissing: 2 });
    await fill(sh1, '2026-10-10', '2026-10-11', 30);
    const both = await desk.database.transaction((tx) =>
      exposureTogether(tx, [bj1, sh1], [week('2026-10-05'), { from: '2026-10-05', to: '2026-10-06' }]),
    );
    expect(both.map((one) => one.exposure)).toEqual([760, 200]);
    expect(await of([bj1], { from: '2022-01-01', to: '2026-11-24' })).toMatchObject([
      { visitors: 1_900, why: 'days_missing' },
    ]);
  });

  it('is none of a site that does not exist, and of no period', async () => {
    expect(await of([v7()], week('2026-10-05'))).toMatchObject([{ exposure: null, why: 'closed', visitors: 0 }]);
    expect(await of([bj1])).toEqual([]);
  });
});
