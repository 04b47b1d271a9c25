import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Policies } from '@zenmeban/escalation';
import { localOf } from '@zenmeban/domain/roster';
import { v7 } from 'uuid';
import { pushClock, setClock } from '../harness/clock';
import type { EntryView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import { mailOf, type StaffKey } from '../harness/staff';

type ShiftView = {
  id: string;
  person: { id: string; name: string };
  post: string;
  kind: string | null;
  date: string;
  start: string;
  end: string;
  startsAt: string;
  endsAt: string;
  changeableUntil: string;
  swap: { id: string } | null;
};
type RosterView = {
  today: string;
  mayChange: boolean;
  people: { id: string; name: string; role: string }[];
  shifts: ShiftView[];
  overrides: { id: string }[];
  leave: { id: string; person: { name: string } }[];
  gaps: { post: string; startsAt: string; endsAt: string }[];
  warnings: { kind: string; person: { name: string } }[];
  days: { date: string; working: boolean; hours: object | null }[];
  calledPosts: string[];
};

const zone = 'Asia/Shanghai';

describe('the duty roster', () => {
  let desk: Desk;
  let people: Map<string, string>;
  let now: Date;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    await setClock(desk.database.source, '2026-12-01T02:00:00Z');
    /* The year-long shifts of the harness are in the way of those told here. */
    await desk.database.source.query(`UPDATE app.shift SET cancelled_at = app.app_now()`);
    const rows = await desk.database.source.query<{ id: string; name: string }[]>('SELECT id, name FROM app.person');
    people = new Map(rows.map(({ id, name }) => [name, id]));
    await supervise('colleague');
  });
  afterAll(() => desk.close());

  const idOf = (key: StaffKey) => people.get(key) ?? '';
  const post = async <T = ShiftView>(url: string, body: object, who: StaffKey = 'supervisor') =>
    (await desk.as(who)).post<T>(url, body);
  const roster = async (who: StaffKey = 'supervisor', query = '') =>
    (await (await desk.as(who)).get<RosterView>(`sites/BJ1/roster${query}`)).body;
  /** Makes somebody a supervisor, so that they may hold the post. */
  const supervise = (key: StaffKey) =>
    desk.database.source.query(
      `INSERT INTO app.role_grant (id, person_id, role, site_id) SELECT $2, $1, 'supervisor', id FROM app.site WHERE code = 'BJ1'`,
      [idOf(key), v7()],
    );
  const inHours = async (hours: number) => {
    now = await desk.database.now();
    return localOf(new Date(now.getTime() + hours * 3_600_000), zone);
  };
  /** Gives somebody the supervisor's post from and until so many hours from now, to the minute. */
  const duty = async (who: StaffKey, from: number, until: number) => {
    const [begins, ends] = [await inHours(from), await inHours(until)];
    const { status, body } = await post('sites/BJ1/shifts', {
      ...{ personId: idOf(who), post: 'supervisor', date: begins.date, start: begins.time, end: ends.time },
    });
    expect(status).toBe(201);
    return body;
  };
  const called = async (playbook = 'customer-falls') => {
    const incident = await desk.openIncident(playbook);
    const { body } = await (await desk.as('supervisor')).get(`incidents/${incident.id}`);
    return body.escalations[0]?.calls.map(({ person }) => person.name) ?? [];
  };
  const clear = () =>
    desk.database.source.query(
      `WITH s AS (UPDATE app.shift SET cancelled_at = app.app_now() WHERE cancelled_at IS NULL),
            l AS (UPDATE app.leave SET cancelled_at = app.app_now() WHERE cancelled_at IS NULL)
       UPDATE app.duty_override SET cancelled_at = app.app_now() WHERE cancelled_at IS NULL`,
    );

  it('calls whoever takes over at midnight from that moment on', async () => {
    await clear();
    const { date } = await inHours(0);
    await post('sites/BJ1/shifts', {
      ...{ personId: idOf('supervisor'), post: 'supervisor', date, start: '00:00', end: '00:00' },
    });
    const next = localOf(new Date(Date.parse(`${date}T00:00:00+08:00`) + 24 * 3_600_000), zone).date;
    const night = await post('sites/BJ1/shifts', {
      ...{ personId: idOf('colleague'), post: 'supervisor', date: next, start: '00:00', end: '08:00' },
    });
    expect(await called()).toEqual(['supervisor']);
    const untilMidnight = Date.parse(night.body.startsAt) - (await desk.database.now()).getTime();
    await desk.fastForward(`${untilMidnight} milliseconds`);
    expect(await called()).toEqual(['colleague']);
  });

  it('finds the same shift again, refuses another one from the same time, and logs what was changed', async () => {
    await clear();
    const wish = { personId: idOf('colleague'), post: 'bar', date: '2027-01-04', start: '08:00', end: '17:00' };
    const first = await post('sites/BJ1/shifts', wish);
    expect(first.body).toMatchObject({ kind: 'early', date: '2027-01-04', startsAt: '2027-01-04T00:00:00.000Z' });
    expect((await post('sites/BJ1/shifts', wish)).body.id).toBe(first.body.id);
    const other = await post<ProblemView>('sites/BJ1/shifts', { ...wish, end: '18:00' });
    expect([other.status, other.body.code]).toEqual([409, 'shift.there_already']);
    const supervisor = await desk.as('supervisor');
    const changed = await supervisor.patch<ShiftView>(`sites/BJ1/shifts/${first.body.id}`, {
      start: '20:00',
      end: '08:00',
    });
    expect(changed.body).toMatchObject({ kind: 'night', endsAt: '2027-01-05T00:00:00.000Z' });
    expect((await supervisor.delete(`sites/BJ1/shifts/${first.body.id}`)).body).toEqual({ cancelled: 1 });
    expect((await supervisor.delete<ProblemView>(`sites/BJ1/shifts/${first.body.id}`)).body.code).toBe('shift.unknown');
    const log = await supervisor.get<{ items: { kind: string; people: { name: string }[] }[] }>(
      'sites/BJ1/roster/changes?limit=3',
    );
    expect(log.body.items.map(({ kind }) => kind)).toEqual(['shift.cancelled', 'shift.changed', 'shift.added']);
    expect(log.body.items[0]?.people.map(({ name }) => name)).toEqual(['colleague']);
  });

  it('calls who stands in, and nobody who is away', async () => {
    await clear();
    await duty('supervisor', -1, 5);
    const [from, until] = [await inHours(-1), await inHours(2)];
    const span = { from: `${from.date}T${from.time}`, until: `${until.date}T${until.time}` };
    const standIn = await post<{ id: string }>('sites/BJ1/overrides', {
      ...{ post: 'supervisor', personId: idOf('colleague'), replacesId: idOf('supervisor'), ...span },
    });
    expect(await called()).toEqual(['colleague']);
    const away = await post<{ id: string }>('sites/BJ1/leave', { personId: idOf('colleague'), ...span });
    expect(await called()).toEqual(['supervisor']);
    const supervisor = await desk.as('supervisor');
    await supervisor.delete(`sites/BJ1/leave/${away.body.id}`);
    await supervisor.delete(`sites/BJ1/overrides/${standIn.body.id}`);
    expect(await called()).toEqual(['supervisor']);
  });

  it('lets somebody of the staff who stands in for the supervisor take on what they are called about', async () => {
    await clear();
    await duty('supervisor', -1, 5);
    const [from, until] = [await inHours(-1), await inHours(2)];
    await post('sites/BJ1/overrides', {
      ...{ post: 'supervisor', personId: idOf('colleague'), replacesId: idOf('supervisor') },
      ...{ from: `${from.date}T${from.time}`, until: `${until.date}T${until.time}` },
    });
    const incident = await desk.openIncident('customer-falls');
    const floor = await desk.as('floor');
    expect((await floor.post(`incidents/${incident.id}/acknowledge`)).status).toBe(403);
    const colleague = await desk.as('colleague');
    const { status, body } = await colleague.post(`incidents/${incident.id}/acknowledge`);
    expect([status, body.alarm.acknowledgedBy?.name]).toEqual([200, 'colleague']);
  });

  it('passes over a level that nobody is on duty for in the same moment, and says so', async () => {
    await clear();
    const incident = await desk.openIncident('customer-falls');
    const supervisor = await desk.as('supervisor');
    const { body } = await supervisor.get(`incidents/${incident.id}`);
    expect(body.escalations[0]?.calls.map(({ person }) => person.name)).toEqual(['manager']);
    const { body: timeline } = await supervisor.get<{ items: EntryView[] }>(`incidents/${incident.id}/timeline`);
    expect(timeline.items.find(({ kind }) => kind === 'escalation.nobody')?.data).toMatchObject({
      level: 1,
      skipped: [{ personId: null, why: 'nobody_on_duty' }],
    });
  });

  it('passes over whose mail was refused three times', async () => {
    await clear();
    await duty('supervisor', -1, 5);
    const bounces = (count: number) =>
      desk.database.source.query('UPDATE app.person SET bounces = $2 WHERE id = $1', [idOf('supervisor'), count]);
    await bounces(2);
    expect(await called()).toEqual(['supervisor']);
    await bounces(3);
    expect(await called()).toEqual(['manager']);
    expect((await roster()).warnings.map(({ kind, person }) => [kind, person.name])).toEqual([
      ['unreachable', 'supervisor'],
    ]);
    await bounces(0);
  });

  it('leaves quiet hours in peace, but not for whoever is on duty nor for what is critical', async () => {
    await clear();
    const { time } = await inHours(0);
    const { time: later } = await inHours(2);
    await desk.database.source.query('UPDATE app.person SET quiet_from = $1, quiet_until = $2', [time, later]);
    await duty('supervisor', -1, 5);
    type Reached = { levels: { people: { person: { name: string } }[]; skipped: { why: string }[] }[] };
    const reach = async (severity: string) => {
      const { body } = await (
        await desk.as('floor')
      ).get<Reached>(`sites/BJ1/reach?policy=urgent&severity=${severity}`);
      return body.levels.map((level) => [
        level.people.map(({ person }) => person.name),
        level.skipped.map(({ why }) => why),
      ]);
    };
    expect(await reach('normal')).toEqual([
      [['supervisor'], []],
      [[], ['quiet_hours']],
      [['supervisor'], ['quiet_hours']],
    ]);
    expect(await reach('critical')).toEqual([
      [['supervisor'], []],
      [['manager'], []],
      [['admin'], []],
    ]);
    await clear();
    expect(await reach('normal')).toEqual([
      [[], ['nobody_on_duty']],
      [[], ['quiet_hours']],
      [['manager', 'admin'], []],
    ]);
    await desk.database.source.query('UPDATE app.person SET quiet_from = NULL, quiet_until = NULL');
  });

  it('says when each level would be called, and waits for opening hours only where a policy may', async () => {
    await clear();
    const manager = await desk.as('manager');
    const hours = { from: '09:00', until: '18:00' };
    await manager.patch('sites/BJ1', { opening: { week: { '1': hours } } });
    const policies = desk.app.get(Policies);
    const urgent = (await policies.current()).get('urgent');
    if (!urgent) throw new Error('there is no such policy');
    await policies.store([{ ...urgent, id: 'patient', hours: 'opening' }]);
    type Reached = { callsFrom: string; levels: { at: string }[] };
    const at = '2027-01-03T02:00:00Z';
    const times = async (severity: string) => {
      const { body } = await manager.get<Reached>(`sites/BJ1/reach?policy=patient&severity=${severity}&at=${at}`);
      return body.levels.map((level) => level.at);
    };
    expect(await times('normal')).toEqual([
      '2027-01-03T02:00:00.000Z',
      '2027-01-04T01:00:00.000Z',
      '2027-01-04T01:10:00.000Z',
    ]);
    expect(await times('high')).toEqual([
      ...['2027-01-03T02:00:00.000Z', '2027-01-03T02:00:00.000Z', '2027-01-03T02:10:00.000Z'],
    ]);
    await manager.patch('sites/BJ1', { opening: null });
  });

  it('shows gaps in the posts that policies call, while the site is open', async () => {
    await clear();
    const manager = await desk.as('manager');
    const hours = { from: '09:00', until: '18:00' };
    const week = { '1': hours, '2': hours, '3': hours, '4': hours, '5': hours };
    const changed = await manager.patch('sites/BJ1', { phone: '+86 21 5555 0100', opening: { week } });
    expect(changed.body).toMatchObject({ phone: '+86 21 5555 0100', opening: { week }, mayChange: true });
    await post('sites/BJ1/shifts', {
      ...{ personId: idOf('supervisor'), post: 'supervisor', date: '2027-01-04', start: '08:00', end: '17:00' },
    });
    const view = await roster('floor', '?from=2027-01-04&to=2027-01-10');
    expect(view).toMatchObject({ mayChange: false, warnings: [] });
    expect(view.calledPosts).toEqual(['supervisor']);
    expect(view.gaps.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2027-01-04T09:00:00.000Z', '2027-01-04T10:00:00.000Z'],
      ...['05', '06', '07', '08'].map((day) => [`2027-01-${day}T01:00:00.000Z`, `2027-01-${day}T10:00:00.000Z`]),
    ]);
    expect(view.days.map(({ working }) => working)).toEqual([true, true, true, true, true, false, false]);
    await manager.patch('sites/BJ1', { opening: null });
  });

  it('warns of somebody at two sites at once', async () => {
    await clear();
    await desk.database.source.query(
      `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
       SELECT $2, id, $1, 'supervisor', '2027-01-04T06:00Z', '2027-01-04T12:00Z' FROM app.site WHERE code = 'SH1'`,
      [idOf('colleague'), v7()],
    );
    await post('sites/BJ1/shifts', {
      ...{ personId: idOf('colleague'), post: 'bar', date: '2027-01-04', start: '08:00', end: '17:00' },
    });
    expect((await roster('supervisor', '?from=2027-01-04&to=2027-01-04')).warnings).toMatchObject([
      {
        kind: 'two_sites',
        person: { name: 'colleague' },
        startsAt: '2027-01-04T06:00:00.000Z',
        endsAt: '2027-01-04T09:00:00.000Z',
        otherSite: { code: 'SH1' },
      },
    ]);
  });

  it('copies a week, leaving what is there and who is away, and can take it back', async () => {
    await clear();
    const early = { post: 'reception', start: '08:00', end: '17:00' };
    await post('sites/BJ1/shifts', { ...early, personId: idOf('floor'), date: '2027-01-04' });
    await post('sites/BJ1/shifts', { ...early, personId: idOf('colleague'), date: '2027-01-10' });
    await post('sites/BJ1/shifts', { ...early, personId: idOf('facilities'), date: '2027-01-06' });
    await post('sites/BJ1/shifts', { ...early, personId: idOf('floor'), date: '2027-01-11' });
    await post('sites/BJ1/leave', {
      personId: idOf('facilities'),
      from: '2027-01-13T00:00',
      until: '2027-01-14T00:00',
    });
    type Copied = { shifts: ShiftView[]; left: { person: { name: string }; why: string }[] };
    const { body } = await post<Copied>('sites/BJ1/shifts/copy-week', { from: '2027-01-07', to: '2027-01-12' });
    expect(body.shifts.map(({ person, date }) => [person.name, date])).toEqual([['colleague', '2027-01-17']]);
    expect(body.left.map(({ person, why }) => [person.name, why])).toEqual([
      ['facilities', 'on_leave'],
      ['floor', 'there'],
    ]);
    const ids = body.shifts.map(({ id }) => id);
    expect((await post('sites/BJ1/shifts/cancel', { ids })).body).toEqual({ cancelled: 1 });
  });

  it('logs once that a copied week was taken back, and once what else was taken off together', async () => {
    await clear();
    const wish = { post: 'bar', start: '08:00', end: '17:00', personId: idOf('floor') };
    for (const date of ['2027-02-01', '2027-02-02', '2027-02-03']) await post('sites/BJ1/shifts', { ...wish, date });
    const { body } = await post<{ shifts: ShiftView[] }>('sites/BJ1/shifts/copy-week', {
      ...{ from: '2027-02-01', to: '2027-02-08' },
    });
    const [monday, tuesday, wednesday] = body.shifts;
    await post('sites/BJ1/shifts/cancel', { ids: body.shifts.map(({ id }) => id) });
    type Change = { kind: string; data: { from?: string; to?: string; shifts: object[] } };
    const newest = async () =>
      (await (await desk.as('supervisor')).get<{ items: Change[] }>('sites/BJ1/roster/changes?limit=2')).body.items;
    expect(await newest()).toMatchObject([
      { kind: 'week.uncopied', data: { from: '2027-02-01', to: '2027-02-08' } },
      { kind: 'week.copied' },
    ]);
    expect((await newest())[0]?.data.shifts).toMatchObject(
      [monday, tuesday, wednesday].map((one) => ({ shiftId: one?.id, post: 'bar', personId: idOf('floor') })),
    );
    const again = await post<{ shifts: ShiftView[] }>('sites/BJ1/shifts/copy-week', {
      ...{ from: '2027-02-01', to: '2027-02-08' },
    });
    const ids = again.body.shifts.map(({ id }) => id);
    await post('sites/BJ1/shifts/cancel', { ids: ids.slice(0, 2) });
    await post('sites/BJ1/shifts/cancel', { ids: ids.slice(2) });
    expect((await newest()).map(({ kind }) => kind)).toEqual(['shift.cancelled', 'shifts.cancelled']);
  });

  it('keeps the past as it was, but for an hour in which a slip can be taken back', async () => {
    await clear();
    const wish = { personId: idOf('floor'), post: 'bar', start: '08:00', end: '09:00' };
    const yesterday = await inHours(-24);
    const { body: slip } = await post('sites/BJ1/shifts', { ...wish, date: yesterday.date });
    const supervisor = await desk.as('supervisor');
    const change = (body: object, id: string) =>
      supervisor.send<ProblemView>('PATCH', `sites/BJ1/shifts/${id}`, body, {});
    expect((await change({ end: '10:00' }, slip.id)).status).toBe(200);
    await pushClock(desk.database.source, '59 minutes');
    expect((await supervisor.delete(`sites/BJ1/shifts/${slip.id}`)).status).toBe(200);
    const { body: past } = await post('sites/BJ1/shifts', { ...wish, date: yesterday.date });
    await pushClock(desk.database.source, '61 minutes');
    expect([past.changeableUntil > past.endsAt, (await roster()).shifts.map(({ id }) => id)]).toEqual([
      true,
      [past.id],
    ]);
    const refused = [
      await change({ post: 'sales' }, past.id),
      await supervisor.delete<ProblemView>(`sites/BJ1/shifts/${past.id}`),
      await post<ProblemView>('sites/BJ1/shifts/cancel', { ids: [past.id] }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'shift.over']));
    expect(refused[0]?.body.detail).toMatch(/^This shift is over, and the past stays as it was/);
    const underWay = await duty('supervisor', -2, 1);
    expect((await change({ end: (await inHours(2)).time }, underWay.id)).status).toBe(200);
  });

  it.each<[string, object, string]>([
    ['somebody who works elsewhere', { personId: 'stranger' }, 'personId'],
    ['an end without a start', { personId: 'floor', start: '8' }, 'start'],
    ['no post', { personId: 'floor', post: 'cook' }, 'post'],
  ])('refuses %s and names it', async (_what, wrong, path) => {
    const wish = { post: 'bar', date: '2027-01-04', start: '08:00', end: '17:00', ...wrong };
    const personId = idOf(('personId' in wrong ? wrong.personId : 'floor') as StaffKey);
    const { status, body } = await post<ProblemView>('sites/BJ1/shifts', { ...wish, personId });
    expect([status, body.errors?.map((one) => one.path)]).toEqual([422, [path]]);
  });

  it.each<[string, string, object, string[]]>([
    ['a shift of the year 1', 'shifts', { post: 'bar', date: '0001-01-01', start: '08:00', end: '17:00' }, ['date']],
    ['a shift of the year 9999', 'shifts', { post: 'bar', date: '9999-12-31', start: '20:00', end: '08:00' }, ['date']],
    ['leave of a century', 'leave', { from: '2026-12-03T08:00', until: '2126-12-04T08:00' }, ['until']],
    ['leave long ago', 'leave', { from: '2020-01-01T08:00', until: '2020-01-02T08:00' }, ['from', 'until']],
    [
      'a stand-in in three years',
      'overrides',
      { post: 'bar', from: '2029-12-03T08:00', until: '2029-12-03T10:00' },
      ['from', 'until'],
    ],
  ])('refuses %s, and says which days can be planned', async (_what, kind, wish, paths) => {
    const { status, body } = await post<ProblemView>(`sites/BJ1/${kind}`, { ...wish, personId: idOf('floor') });
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([422, paths]);
    expect(body.errors?.[0]?.message).toMatch(
      /^The day must be from 2025-12-\d\d to 2028-12-\d\d, one year back to two years ahead\./,
    );
  });

  it('refuses to move a shift, or to copy a week, to where it would not be found again', async () => {
    const wish = { personId: idOf('floor'), post: 'bar', date: '2027-03-01', start: '08:00', end: '17:00' };
    const { body: shift } = await post('sites/BJ1/shifts', wish);
    const supervisor = await desk.as('supervisor');
    const moved = await supervisor.patch<ProblemView>(`sites/BJ1/shifts/${shift.id}`, { date: '2207-03-01' });
    expect([moved.status, moved.body.errors?.map(({ path }) => path)]).toEqual([422, ['date']]);
    const weeks = { from: '2027-03-01', to: '2207-03-01' };
    const copied = await post<ProblemView>('sites/BJ1/shifts/copy-week', weeks);
    expect([copied.status, copied.body.errors?.map(({ path }) => path)]).toEqual([422, ['to']]);
  });

  it.each<[string, string, string[], string]>([
    ['is too long', 'from=2027-01-01&to=2027-02-12', ['to'], 'Ask for at most 42 days at a time.'],
    ['ends before it begins', 'from=2027-01-02&to=2027-01-01', ['to'], 'The last day must not be before the first.'],
    [
      'is far ahead',
      'from=9999-12-30&to=9999-12-31',
      ['from', 'to'],
      'The roster can be looked at from 2000-01-01 to 2029-01-',
    ],
    ['is long ago', 'to=0001-01-01', ['to'], 'The roster can be looked at from 2000-01-01 to'],
  ])('refuses a window that %s, and says that', async (_what, query, paths, why) => {
    const { status, body } = await (await desk.as('floor')).get<ProblemView>(`sites/BJ1/roster?${query}`);
    expect([status, body.code, body.errors?.map(({ path }) => path)]).toEqual([422, 'roster.window', paths]);
    expect(body.errors?.[0]?.message).toContain(why);
  });

  it('has the right hours on both days on which the clocks of a site change', async () => {
    await desk.database.source.query(`UPDATE app.site SET time_zone = 'Europe/Berlin' WHERE code = 'SH1'`);
    const night = (date: string) =>
      post(
        'sites/SH1/shifts',
        { personId: idOf('stranger'), post: 'security', date, start: '20:00', end: '08:00' },
        'stranger',
      );
    expect((await night('2027-03-27')).body).toMatchObject({
      startsAt: '2027-03-27T19:00:00.000Z',
      endsAt: '2027-03-28T06:00:00.000Z',
      kind: 'night',
    });
    expect((await night('2027-10-30')).body).toMatchObject({
      startsAt: '2027-10-30T18:00:00.000Z',
      endsAt: '2027-10-31T07:00:00.000Z',
    });
    const wish = { personId: idOf('stranger'), post: 'bar', date: '2027-03-28', start: '02:30', end: '10:00' };
    const { body } = await post<ProblemView>('sites/SH1/shifts', wish, 'stranger');
    expect(body.errors).toMatchObject([{ path: 'start', code: 'no_such_time' }]);
    expect(body.errors?.[0]?.message).toContain('02:30');
  });

  it('mentions mail addresses to nobody', async () => {
    const { body } = await (await desk.as('floor')).get('sites/BJ1/roster');
    expect(JSON.stringify(body)).not.toContain(mailOf('supervisor').split('@')[1]);
  });
});
