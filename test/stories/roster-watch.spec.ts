import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RosterWatch } from '@zenmeban/roster';
import { v7 } from 'uuid';
import { pushClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

describe('the roster, looked at a day ahead', () => {
  let desk: Desk;
  /** How many mails each had before the story. */
  const seen = new Map<StaffKey, number>();
  let start: Date;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    /* Of the other site nothing is to be told here. */
    await desk.database.source.query(`UPDATE app.site SET opening = '{"week": {}}' WHERE code = 'SH1'`);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    start = await desk.database.now();
    await desk.database.source.query('UPDATE app.shift SET cancelled_at = app.app_now() WHERE cancelled_at IS NULL');
    await desk.database.source.query('DELETE FROM app.duty_warning');
    for (const who of ['admin', 'manager', 'supervisor'] as const) seen.set(who, desk.mailTo(who).length);
  });

  /** The supervisor's post, from and until so many hours from now. */
  const duty = async (from: number, until: number, who: StaffKey = 'supervisor') => {
    const id = v7();
    await desk.database.source.query(
      `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
       SELECT $1, site.id, person.id, 'supervisor', $5::timestamptz + make_interval(hours => $2), $5::timestamptz + make_interval(hours => $3)
       FROM app.site, app.person WHERE code = 'BJ1' AND person.name = $4`,
      [id, from, until, who, start],
    );
    return id;
  };
  const cancel = (id: string) =>
    desk.database.source.query('UPDATE app.shift SET cancelled_at = app.app_now() WHERE id = $1', [id]);
  const look = async () => {
    await desk.app.get(RosterWatch).round();
    await desk.sweep();
  };
  const news = (who: StaffKey) => desk.mailTo(who).slice(seen.get(who));
  const told = (who: StaffKey) => news(who).map(({ subject }) => subject);

  it('tells administrators and managers of a gap, once, in their language', async () => {
    await duty(-1, 20);
    await look();
    expect(told('admin')).toEqual(['怎么办：滨江一号排班有空缺']);
    expect(told('manager')).toEqual(['Zenmeban: gaps in the duty roster of Riverside One']);
    expect(news('admin')[0]?.text).toMatch(/主管： \d{4}-\d\d-\d\d \d\d:\d\d 至 .* 无人在岗/);
    expect(told('supervisor')).toEqual([]);
    await look();
    await pushClock(desk.database.source, '20 minutes');
    await look();
    expect(told('admin')).toHaveLength(1);
  });

  it('says nothing when every hour is covered, nor of hours in which the site is closed', async () => {
    await duty(-1, 48);
    await look();
    await desk.database.source.query(`UPDATE app.shift SET cancelled_at = app.app_now()`);
    await desk.database.source.query(`UPDATE app.site SET opening = '{"week": {}}' WHERE code = 'BJ1'`);
    await look();
    await desk.database.source.query(`UPDATE app.site SET opening = NULL WHERE code = 'BJ1'`);
    expect(told('admin')).toEqual([]);
  });

  it('tells again of a gap that was closed and is open again, and of one that has grown', async () => {
    await duty(-1, 10);
    const night = await duty(20, 48);
    await look();
    const between = await duty(10, 20, 'colleague');
    await look();
    await cancel(between);
    await look();
    expect(told('admin')).toHaveLength(2);
    await cancel(night);
    await look();
    expect(told('admin')).toHaveLength(3);
  });

  it('tells of somebody on duty whom no mail reaches', async () => {
    await duty(-1, 48);
    await desk.database.source.query(`UPDATE app.person SET bounces = 3 WHERE name = 'supervisor'`);
    await look();
    await look();
    expect(told('admin')).toHaveLength(1);
    expect(news('manager')[0]?.text).toContain('supervisor is on duty');
    await desk.database.source.query(`UPDATE app.person SET bounces = 0`);
  });

  it('tells once when several processes look at the same moment', async () => {
    await duty(-1, 20);
    await Promise.all(Array.from({ length: 4 }, () => desk.app.get(RosterWatch).round()));
    await desk.sweep();
    expect(told('admin')).toHaveLength(1);
  });
});
