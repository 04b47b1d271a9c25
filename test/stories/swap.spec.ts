import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

type SwapView = {
  id: string;
  state: string;
  shift: { person: { name: string } };
  inReturn: { person: { name: string } } | null;
};
type DutyView = { shifts: { id: string; swap: object | null }[]; waitingForMe: SwapView[]; mine: SwapView[] };

describe('a swap', () => {
  let desk: Desk;
  let people: Map<string, string>;
  let days = 1;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    const rows = await desk.database.source.query<{ id: string; name: string }[]>('SELECT id, name FROM app.person');
    people = new Map(rows.map(({ id, name }) => [name, id]));
  });
  afterAll(() => desk.close());
  /* Every story on days of its own. */
  beforeEach(() => {
    days += 3;
  });

  const idOf = (key: StaffKey) => people.get(key) ?? '';
  /** A shift of eight hours, so many days after those of the story; negative `hours` are a shift under way. */
  const shift = async (who: StaffKey, { day = 0, post = 'bar', hours = 24 } = {}) => {
    const id = v7();
    await desk.database.source.query(
      `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
       SELECT $1, site.id, $2, $3, t.at, t.at + interval '8 hours'
       FROM app.site, (SELECT app.app_now() + make_interval(days => $4, hours => $5) AS at) AS t WHERE code = 'BJ1'`,
      [id, idOf(who), post, hours < 0 ? 0 : days + day, hours],
    );
    return id;
  };
  const post = async <T = SwapView>(who: StaffKey, url: string, body: object = {}) =>
    (await desk.as(who)).post<T>(url, body);
  const propose = (shiftId: string, more: object = {}, who: StaffKey = 'floor') =>
    post(who, 'swaps', { shiftId, withPersonId: idOf('colleague'), ...more });
  const holder = async (shiftId: string) => {
    const [row] = await desk.database.source.query<{ name: string }[]>(
      'SELECT person.name FROM app.shift JOIN app.person ON person.id = person_id WHERE shift.id = $1',
      [shiftId],
    );
    return row?.name;
  };
  /** What people are mailed about swaps after `act`, by the subject; in the order of their names. */
  const mailsOf = async (act: () => Promise<unknown>) => {
    await desk.settle();
    desk.mailbox.mails.length = 0;
    await act();
    await desk.settle();
    return desk.mailbox.mails
      .map(({ recipient, subject }) => `${recipient.split('@')[0] ?? ''}: ${subject?.replace(/（.*/, '') ?? ''}`)
      .sort();
  };
  const leave = (who: StaffKey, from: number, until: number) =>
    desk.database.source
      .query<[{ from: string; until: string }]>(
        `SELECT to_char(t.now + make_interval(days => $1), 'YYYY-MM-DD"T"HH24:MI') AS from,
           to_char(t.now + make_interval(days => $2), 'YYYY-MM-DD"T"HH24:MI') AS until
         FROM (SELECT app.app_now() AT TIME ZONE 'Asia/Shanghai' AS now) AS t`,
        [from, until],
      )
      .then(async ([span]) => {
        const { status, body } = await post('supervisor', 'sites/BJ1/leave', { personId: idOf(who), ...span });
        expect([status, body]).toEqual([201, expect.anything()]);
      });
  const code = ({ body }: { body: unknown }) => (body as ProblemView).code;

  it('moves both shifts when both have said yes, and not before', async () => {
    const mine = await shift('floor');
    const theirs = await shift('colleague', { day: 1 });
    const { status, body } = await propose(mine, { withShiftId: theirs, note: 'Doctor' });
    expect([status, body.state]).toEqual([201, 'proposed']);
    expect([await holder(mine), await holder(theirs)]).toEqual(['floor', 'colleague']);
    const { body: waiting } = await (await desk.as('colleague')).get<DutyView>('me/duty');
    expect(waiting.waitingForMe.map(({ id }) => id)).toEqual([body.id]);
    const { body: own } = await (await desk.as('floor')).get<DutyView>('me/duty');
    expect(own.shifts.find(({ id }) => id === mine)?.swap).toMatchObject({ id: body.id });
    const confirmed = await post('colleague', `swaps/${body.id}/confirm`);
    expect(confirmed.body).toMatchObject({ state: 'confirmed', shift: { person: { name: 'colleague' } } });
    expect([await holder(mine), await holder(theirs)]).toEqual(['colleague', 'floor']);
    expect((await post('colleague', `swaps/${body.id}/confirm`)).body.state).toBe('confirmed');
    expect(code(await post('colleague', `swaps/${body.id}/decline`))).toBe('swap.settled');
  });

  it('gives a shift away without one in return', async () => {
    const mine = await shift('floor');
    const { body } = await propose(mine);
    await post('colleague', `swaps/${body.id}/confirm`);
    expect(await holder(mine)).toBe('colleague');
  });

  it('is confirmed once, however many confirm, decline and withdraw at the same moment', async () => {
    const mine = await shift('floor');
    const { body } = await propose(mine);
    const replies = await Promise.all([
      ...Array.from({ length: 4 }, () => post('colleague', `swaps/${body.id}/confirm`)),
      ...Array.from({ length: 2 }, () => post('colleague', `swaps/${body.id}/decline`)),
      ...Array.from({ length: 2 }, () => post('floor', `swaps/${body.id}/withdraw`)),
    ]);
    const [swap] = await desk.database.source.query<{ state: string }[]>(
      'SELECT state FROM app.shift_swap WHERE id = $1',
      [body.id],
    );
    expect(await holder(mine)).toBe(swap?.state === 'confirmed' ? 'colleague' : 'floor');
    expect(replies.filter(({ status }) => status === 200).map((reply) => reply.body.state)).toEqual(
      expect.arrayContaining([swap?.state]),
    );
    expect(replies.filter(({ status }) => status !== 200).map(code)).toEqual(
      replies.filter(({ status }) => status !== 200).map(() => 'swap.settled'),
    );
  });

  it('never gives one person two shifts at once, though both are confirmed at the same moment', async () => {
    const one = await shift('floor');
    const other = await shift('facilities');
    const offers = [await propose(one), await propose(other, {}, 'facilities')];
    const replies = await Promise.all(offers.map(({ body }) => post('colleague', `swaps/${body.id}/confirm`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([await holder(one), await holder(other)].filter((name) => name === 'colleague')).toHaveLength(1);
  });

  it('is withdrawn by itself when the shift is changed or taken away', async () => {
    const mine = await shift('floor');
    const { body } = await propose(mine);
    await (await desk.as('supervisor')).delete(`sites/BJ1/shifts/${mine}`);
    expect(code(await post('colleague', `swaps/${body.id}/confirm`))).toBe('swap.settled');
    const { body: own } = await (await desk.as('floor')).get<DutyView>('me/duty');
    expect(own.mine.find(({ id }) => id === body.id)?.state).toBe('withdrawn');
  });

  it('is refused with a sentence when it cannot be', async () => {
    const mine = await shift('floor');
    const begun = await shift('floor', { hours: -1 });
    const supervising = await shift('supervisor', { post: 'supervisor' });
    expect(code(await propose(begun))).toBe('swap.begun');
    expect(code(await propose(mine, { withPersonId: idOf('floor') }))).toBe('swap.with_self');
    expect(code(await propose(mine, { withPersonId: idOf('stranger') }))).toBe('validation.failed');
    expect(code(await propose(mine, { withShiftId: supervising }))).toBe('shift.unknown');
    expect(code(await propose(supervising, {}, 'supervisor'))).toBe('swap.not_for_this_post');
    expect(code(await propose(supervising))).toBe('shift.unknown');
    expect((await propose(mine)).status).toBe(201);
    expect(code(await propose(mine))).toBe('swap.proposed_already');
    await shift('colleague');
    expect(code(await propose(await shift('facilities'), {}, 'facilities'))).toBe('swap.double_booking');
  });

  it('is offered only where it works: those who are free or have one of the same hours are in front', async () => {
    const mine = await shift('floor');
    const theirs = await shift('colleague');
    const later = await shift('colleague', { day: 1 });
    type Partner = { person: { name: string }; gift: boolean; inReturn: { id: string }[]; why: string | null };
    const { body } = await (await desk.as('floor')).get<{ partners: Partner[] }>(`swaps/partners?shift=${mine}`);
    const of = (name: StaffKey) => body.partners.find(({ person }) => person.name === name);
    expect(of('colleague')).toMatchObject({ gift: false, inReturn: [{ id: theirs }], why: null });
    expect(of('floor')).toBeUndefined();
    const works = body.partners.map(({ why }) => why === null);
    expect(works).toEqual(works.toSorted((a, b) => Number(b) - Number(a)));
    expect(code(await propose(mine, { withShiftId: later }))).toBe('swap.double_booking');
    for (const { person, gift } of body.partners) {
      const { status, body: swap } = await propose(mine, { withPersonId: people.get(person.name) });
      expect([person.name, status]).toEqual([person.name, gift ? 201 : 409]);
      if (status === 201) await post('floor', `swaps/${swap.id}/withdraw`);
    }
    expect((await (await desk.as('colleague')).get(`swaps/partners?shift=${mine}`)).status).toBe(404);
  });

  it('cannot be confirmed any more when the colleague has got another shift, or it has begun', async () => {
    const mine = await shift('floor');
    const { body } = await propose(mine);
    await shift('colleague');
    expect(code(await post('colleague', `swaps/${body.id}/confirm`))).toBe('swap.double_booking');
    await post('colleague', `swaps/${body.id}/decline`);
    const soon = await shift('floor', { day: 1 });
    const late = await propose(soon);
    await desk.database.source.query(
      `UPDATE app.shift SET starts_at = app.app_now() - interval '1 minute' WHERE id = $1`,
      [soon],
    );
    expect(code(await post('colleague', `swaps/${late.body.id}/confirm`))).toBe('swap.begun');
  });

  it('does not exist for anybody else', async () => {
    const mine = await shift('floor');
    const { body } = await propose(mine);
    for (const who of ['stranger', 'manager', 'facilities', 'admin'] as const)
      for (const action of ['confirm', 'decline', 'withdraw'])
        expect([(await post(who, `swaps/${body.id}/${action}`)).status, who]).toEqual([404, who]);
    expect((await post('floor', `swaps/${body.id}/confirm`)).status).toBe(404);
    expect((await post('colleague', `swaps/${body.id}/withdraw`)).status).toBe(404);
    expect((await post('floor', `swaps/not-an-id/withdraw`)).status).toBe(404);
    expect((await post('floor', `swaps/${body.id}/withdraw`)).body.state).toBe('withdrawn');
  });

  it('is told by mail to whoever did not do it: offered, taken, declined and taken back', async () => {
    const offer = async () => (await propose(await shift('floor'))).body.id;
    const ids: string[] = [];
    const offered = await mailsOf(async () => ids.push(await offer()));
    expect(offered).toEqual(['colleague: floor想请您接一个班']);
    expect(await mailsOf(() => post('colleague', `swaps/${ids[0]}/confirm`))).toEqual(['floor: colleague同意了换班']);
    expect(await mailsOf(() => post('colleague', `swaps/${ids[0]}/confirm`))).toEqual([]);
    days += 3;
    const declined = await offer();
    expect(await mailsOf(() => post('colleague', `swaps/${declined}/decline`))).toEqual([
      'floor: colleague没有接受换班',
    ]);
    const withdrawn = await offer();
    expect(await mailsOf(() => post('floor', `swaps/${withdrawn}/withdraw`))).toEqual([
      'colleague: floor撤回了换班申请',
    ]);
  });

  it('is told with both shifts in the time of the site, the note, and a way to answer', async () => {
    const mine = await shift('floor');
    const theirs = await shift('colleague', { day: 1, post: 'show-flat' });
    await mailsOf(() => propose(mine, { withShiftId: theirs, note: '要去医院 <b>谢谢</b>' }));
    const [mail] = desk.mailTo('colleague');
    const [{ day, time }] = await desk.database.source.query<[{ day: string; time: string }]>(
      `SELECT to_char(t.at, 'FMMM"月"FMDD"日"') AS day, to_char(t.at, 'HH24:MI') AS time
       FROM (SELECT starts_at AT TIME ZONE 'Asia/Shanghai' AS at FROM app.shift WHERE id = $1) AS t`,
      [mine],
    );
    expect(mail?.subject).toMatch(new RegExp(`^floor想和您换班（${day}周. ${time}`));
    expect(mail?.text).toMatch(new RegExp(`floor → colleague：${day}周. ${time}.* · 水吧 · 滨江一号`));
    expect(mail?.text).toMatch(/colleague → floor：.* · 样板房 · 滨江一号/);
    expect(mail?.text).toContain('附言：要去医院 <b>谢谢</b>');
    expect(mail?.text).toContain('http://localhost/my-duty');
    expect(mail?.html).toContain('&lt;b&gt;谢谢');
  });

  it('is told to both when the supervisor changes or takes away a shift of it', async () => {
    const both = ['colleague: floor的换班申请已失效', 'floor: 您给colleague的换班申请已失效'];
    const mine = await shift('floor');
    await propose(mine);
    await desk.settle();
    const supervisor = await desk.as('supervisor');
    expect(await mailsOf(() => supervisor.send('PATCH', `sites/BJ1/shifts/${mine}`, { post: 'sales' }, {}))).toEqual(
      both,
    );
    const theirs = await shift('colleague', { day: 1 });
    await propose(mine, { withShiftId: theirs });
    expect(await mailsOf(() => supervisor.delete(`sites/BJ1/shifts/${theirs}`))).toEqual(both);
  });

  it('is withdrawn, and told, when leave makes it impossible, but not when it helps', async () => {
    const mine = await shift('floor');
    const { body } = await propose(mine);
    expect(await mailsOf(() => leave('floor', days, days + 2))).toEqual([]);
    expect(await mailsOf(() => leave('colleague', days, days + 2))).toEqual([
      'colleague: floor的换班申请已失效',
      'floor: 您给colleague的换班申请已失效',
    ]);
    expect(code(await post('colleague', `swaps/${body.id}/confirm`))).toBe('swap.settled');
  });
});
