import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

type Feed = { address: string };

describe('a calendar address', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    const { source } = desk.database;
    await source.query(`UPDATE app.shift SET cancelled_at = app.app_now()`);
    await source.query(`UPDATE app.site SET time_zone = 'Europe/Berlin' WHERE code = 'BJ1'`);
    await source.query(
      `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
       SELECT $1, site.id, person.id, 'bar', eight AT TIME ZONE 'Europe/Berlin', (eight + interval '12 hours') AT TIME ZONE 'Europe/Berlin'
       FROM app.site, app.person, (SELECT date_trunc('day', app.app_now() AT TIME ZONE 'Europe/Berlin') + interval '2 days 20 hours' AS eight) AS evening
       WHERE code = 'BJ1' AND person.name = 'floor'`,
      [v7()],
    );
  });
  afterAll(() => desk.close());

  const renew = async (who: StaffKey, url = 'me/calendar-feed') =>
    new URL((await (await desk.as(who)).post<Feed>(url)).body.address).pathname;
  const fetch = (path: string, tag?: string) =>
    desk.nobody().get<string>(path, tag === undefined ? {} : { 'if-none-match': tag });

  it('gives the shifts to whoever knows it, in the time of the site', async () => {
    const path = await renew('floor');
    expect(path).toMatch(/^\/api\/v1\/calendar\/[\w-]{43}\.ics$/);
    const { status, body, headers } = await fetch(path);
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = unfolded(body);
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toContainEqual(expect.stringMatching(/^DTSTART;TZID=Europe\/Berlin:\d{8}T200000$/));
    expect(lines).toContain('TZID:Europe/Berlin');
    expect(lines).toContain('SUMMARY:水吧 · 滨江一号');
    expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toEqual([expect.stringMatching(/Z$/)]);
    for (const part of ['VCALENDAR', 'VTIMEZONE', 'VEVENT'])
      expect(lines.filter((line) => line === `BEGIN:${part}`)).toHaveLength(
        lines.filter((line) => line === `END:${part}`).length,
      );
  });

  it('answers nothing new to who has it already', async () => {
    const path = await renew('floor');
    const { headers } = await fetch(path);
    const again = await fetch(path, String(headers['etag']));
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('of a site has everybody by name, for who works there', async () => {
    const path = await renew('colleague', 'sites/BJ1/calendar-feed');
    expect((await fetch(path)).body).toContain('SUMMARY:水吧 · floor');
    expect((await (await desk.as('stranger')).post('sites/BJ1/calendar-feed')).status).toBe(404);
  });

  it('ends when it is renewed, revoked, or its owner has left', async () => {
    const first = await renew('facilities');
    const second = await renew('facilities');
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);
    const facilities = await desk.as('facilities');
    expect((await facilities.delete('me/calendar-feed')).body).toEqual({ createdAt: null });
    expect((await fetch(second)).status).toBe(404);
    const third = await renew('facilities');
    await desk.database.source.query(`UPDATE app.person SET active = false WHERE name = 'facilities'`);
    expect((await fetch(third)).status).toBe(404);
  });

  it('is not in the database, and cannot be guessed at', async () => {
    const path = await renew('floor');
    const token = path.slice('/api/v1/calendar/'.length, -'.ics'.length);
    const rows = await desk.database.source.query<object[]>('SELECT * FROM app.calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await fetch('/api/v1/calendar/x.ics')).status).toBe(404);
    expect((await fetch(`/api/v1/calendar/${token.slice(0, -1)}.ics`)).status).toBe(404);
  });
});

/** Lines as RFC 5545 §3.1 folds them, put together again. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
