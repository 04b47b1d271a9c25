import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import { setClock } from '../harness/clock';

type Day = {
  day: string;
  visitors: number | null;
  source: string | null;
  enteredBy: { name: string } | null;
  isOpen: boolean;
  holiday: { en: string } | null;
  isMissing: boolean;
  warning: { kind: string; text: { zh: string; en: string } } | null;
};
type Days = { today: string; from: string; to: string; visitors: number; daysMissing: number; days: Day[] };
type Change = {
  day: string;
  before: number | null;
  after: number | null;
  source: string;
  actor: { name: string } | null;
};

/** A Tuesday, nine in the morning in Beijing. */
const now = '2026-11-24T01:00:00Z';

describe('visitors by hand', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    await setClock(desk.database.source, now);
  });
  afterAll(() => desk.close());

  const enter = async <T = { days: Day[] }>(days: { day: string; visitors: number | null }[], site = 'BJ1') =>
    (await desk.as('supervisor')).send<T>('PUT', `sites/${site}/visitors`, { days }, {});
  const read = async (query = '') => (await (await desk.as('supervisor')).get<Days>(`sites/BJ1/visitors${query}`)).body;
  const changes = async (day: string) =>
    (await (await desk.as('manager')).get<{ items: Change[] }>(`sites/BJ1/visitors/changes?day=${day}`)).body.items;

  it('are the month of today when nobody asks for more; days without a figure are missing once they are over', async () => {
    const month = await read();
    expect([month.today, month.from, month.to, month.days.length]).toEqual([
      '2026-11-24',
      '2026-11-01',
      '2026-11-30',
      30,
    ]);
    expect(month.daysMissing).toBe(23);
    expect(month.days.filter(({ isMissing }) => isMissing).at(-1)?.day).toBe('2026-11-23');
  });

  it('are entered, changed and taken away, and each change is kept with what was before', async () => {
    await enter([{ day: '2026-11-10', visitors: 120 }]);
    await enter([{ day: '2026-11-10', visitors: 210 }]);
    await enter([{ day: '2026-11-10', visitors: 210 }]);
    const { body } = await enter([{ day: '2026-11-10', visitors: null }]);
    expect(body.days).toMatchObject([{ day: '2026-11-10', visitors: null, isMissing: true }]);
    expect(
      (await changes('2026-11-10')).map(({ before, after, source, actor }) => [before, after, source, actor?.name]),
    ).toEqual([
      [210, null, 'typed', 'supervisor'],
      [120, 210, 'typed', 'supervisor'],
      [null, 120, 'typed', 'supervisor'],
    ]);
  });

  it('say who entered them, and add up', async () => {
    await enter([
      { day: '2026-10-12', visitors: 100 },
      { day: '2026-10-13', visitors: 0 },
      { day: '2026-10-14', visitors: 50 },
    ]);
    const week = await read('?from=2026-10-12&to=2026-10-18');
    expect([week.visitors, week.daysMissing]).toEqual([150, 4]);
    expect(week.days[0]).toMatchObject({ visitors: 100, source: 'typed', enteredBy: { name: 'supervisor' } });
  });

  it('are refused for what cannot be, all at once, and then nothing is written', async () => {
    const reply = await enter<ProblemView>([
      { day: '2026-11-25', visitors: 1 },
      { day: '1999-12-31', visitors: 1 },
      { day: '2026-11-02', visitors: -1 },
      { day: '2026-11-03', visitors: 1.5 },
      { day: '2026-11-04', visitors: 1_000_001 },
      { day: '2026-11-05', visitors: 100 },
      { day: '2026-11-05', visitors: 200 },
    ]);
    expect([reply.status, reply.body.code]).toEqual([422, 'visitors.bad_figures']);
    expect(reply.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['days.0.day', 'future'],
      ['days.1.day', 'too_early'],
      ['days.2.visitors', 'negative'],
      ['days.3.visitors', 'not_whole'],
      ['days.4.visitors', 'too_many'],
      ['days.6.day', 'twice'],
    ]);
    expect((await read('?from=2026-11-02&to=2026-11-05')).visitors).toBe(0);
  });

  it.each<[string, unknown]>([
    ['a day that does not exist', [{ day: '2026-02-30', visitors: 1 }]],
    ['a word', [{ day: '2026-11-02', visitors: 'many' }]],
    ['nothing', []],
    ['a year and a half', Array.from({ length: 500 }, () => ({ day: '2026-11-02', visitors: 1 }))],
  ])('are refused as %s', async (_, days) => {
    const reply = await (await desk.as('supervisor')).send<ProblemView>('PUT', 'sites/BJ1/visitors', { days }, {});
    expect([reply.status, reply.body.code]).toEqual([422, 'validation.failed']);
  });

  it.each(['?from=2026-11-02&to=2026-11-01', '?from=2020-01-01&to=2026-01-01', '?from=1999-01-01', '?from=2031-01-01'])(
    'are not shown for %s',
    async (query) => {
      const reply = await (await desk.as('supervisor')).get<ProblemView>(`sites/BJ1/visitors${query}`);
      expect([reply.status, reply.body.code]).toEqual([422, 'visitors.span']);
    },
  );

  it('are warned of when they are far from the same weekday, and counted all the same', async () => {
    const tuesdays = ['2026-09-22', '2026-09-29', '2026-10-13', '2026-10-20', '2026-10-27'];
    /* Within the break of the National Day, with which nothing is compared. */
    const holiday = { day: '2026-10-06', visitors: 900 };
    await enter([...tuesdays.map((day, index) => ({ day, visitors: 120 + index })), holiday]);
    const { body } = await enter([{ day: '2026-11-03', visitors: 1_210 }]);
    expect(body.days[0]?.warning).toEqual({
      kind: 'far_above',
      text: {
        zh: expect.stringContaining('近 5 个周二一般约 122 人'),
        en: expect.stringContaining('the last 5 Tuesdays had about 122'),
      },
    });
    expect((await read('?from=2026-11-03&to=2026-11-03')).visitors).toBe(1_210);
  });

  it('are warned of on a closed day and for nobody on an open one; a holiday is named', async () => {
    const week = Object.fromEntries(
      ['2', '3', '4', '5', '6', '7'].map((day) => [day, { from: '09:00', until: '18:00' }]),
    );
    await (await desk.as('manager')).patch('sites/BJ1', { opening: { week, days: { '2026-09-15': null } } });
    const { body } = await enter([
      { day: '2026-09-14', visitors: 3 },
      { day: '2026-09-15', visitors: 0 },
      { day: '2026-09-16', visitors: 0 },
      { day: '2026-10-01', visitors: 0 },
    ]);
    expect(body.days.map(({ isOpen, warning }) => [isOpen, warning?.kind])).toEqual([
      [false, 'closed'],
      [false, undefined],
      [true, 'nobody'],
      [true, 'nobody'],
    ]);
    expect(body.days[3]?.holiday?.en).toBe('National Day');
    expect(body.days[3]?.warning?.text.en).toContain('closed for National Day');
    expect((await read('?from=2026-09-07&to=2026-09-13')).daysMissing).toBe(6);
  });

  it('change one after the other when two type at once, so that before is what was there', async () => {
    const day = '2026-08-05';
    await Promise.all([10, 20, 30, 40].map((visitors) => enter([{ day, visitors }])));
    const log = (await changes(day)).toReversed();
    expect(log).toHaveLength(4);
    expect(log.map(({ before }) => before)).toEqual([null, ...log.slice(0, -1).map(({ after }) => after)]);
  });
});
