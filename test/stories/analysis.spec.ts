import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentReader } from '@zenmeban/incidents';
import type { z } from 'zod';
import { analysis } from '../../apps/api/contract';
import type { ProblemView } from '../harness/client';
import { setClock } from '../harness/clock';
import { Desk } from '../harness/desk';
import { type GivenComplaint, writeComplaints, writeVisitors } from '../harness/facts';
import type { StaffKey } from '../harness/staff';

type Page = z.infer<typeof analysis.complaintPage>;
type Behind = z.infer<typeof analysis.behindPage>;

const october = 'from=2026-10-01&to=2026-10-31';

/* Ten complaints at BJ1 in October. What is not said is not known of them. */
const ofOctober: readonly GivenComplaint[] = [
  { day: '2026-10-01', cause: 'staffing', category: 'waiting', justified: 'yes', satisfaction: 'satisfied' },
  { day: '2026-10-05', cause: 'staffing', category: 'waiting', justified: 'yes', satisfaction: 'satisfied' },
  { day: '2026-10-05', cause: 'staffing', category: 'waiting', justified: 'yes', satisfaction: 'satisfied' },
  { day: '2026-10-12', cause: 'staffing', category: 'attitude', justified: 'partly', satisfaction: 'partly' },
  { day: '2026-10-13', cause: 'skill', category: 'attitude', justified: 'partly', satisfaction: 'dissatisfied' },
  { day: '2026-10-14', cause: 'skill', category: 'attitude', justified: 'no', satisfaction: 'not-reached' },
  { day: '2026-10-20', cause: 'process', justified: 'no', reopened: 1 },
  { day: '2026-10-21', justified: 'no', levelsCalled: 2 },
  { day: '2026-10-22', justified: 'unknown', levelsCalled: 3, reopened: 2, status: 'reopened' },
  { day: '2026-10-31', status: 'open' },
];

/** With the figures that go by the order: 60, 120 … 600 s to respond, 1,000 … 8,000 s to resolve, 4 acknowledged. */
const complaintsOfOctober = ofOctober.map((complaint, at): GivenComplaint => ({
  ...{ levelsCalled: 1, stepsDue: 5, stepsOnTime: at < 5 ? 5 : 4 },
  ...{ place: at % 2 === 0 ? 'hall' : undefined, post: at < 6 ? ('reception' as const) : null },
  ...{ hour: at === 9 ? 23 : 10, channel: 'oral', firstResponseSeconds: (at + 1) * 60 },
  ...{ acknowledgedSeconds: at < 4 ? (at + 1) * 100 : null, resolvedSeconds: at < 8 ? (at + 1) * 1_000 : null },
  withinTarget: at < 6 ? true : at < 9 ? false : null,
  resolveBy: at === 9 ? '2026-12-31T00:00Z' : '2026-11-10T00:00Z',
  ...complaint,
}));

/* Three a week at SH1 for half a year, twelve in week 41, then three again. */
const mondays = Array.from({ length: 32 }, (_, week) =>
  new Date(Date.UTC(2026, 2, 30 + 7 * week)).toISOString().slice(0, 10),
);
const ofCloudTerrace = mondays.flatMap((day) =>
  Array.from({ length: day === '2026-10-05' ? 12 : 3 }, (): GivenComplaint => ({
    site: 'SH1',
    day,
    category: 'waiting',
  })),
);

describe('the analysis of complaints', () => {
  let desk: Desk;
  let ids: string[];
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, engine: 'none' });
    const { source } = desk.database;
    await setClock(source, '2026-11-25T04:00Z');
    await source.query(
      `INSERT INTO app.site (id, code, name, time_zone) VALUES
         (gen_random_uuid(), 'GZ1', '{"zh":"珠江","en":"Pearl"}', 'Asia/Shanghai'),
         (gen_random_uuid(), 'CD1', '{"zh":"锦江","en":"Brocade"}', 'Asia/Shanghai')`,
    );
    ids = await writeComplaints(source, complaintsOfOctober);
    const september = ['2026-08-31', '2026-09-01', '2026-09-15', '2026-09-29', '2026-09-30'];
    await writeComplaints(source, [
      ...september.map((day): GivenComplaint => ({ day, cause: 'process' })),
      { day: '2026-08-30' },
      { day: '2026-11-01' },
      { day: '2026-10-15', register: 'injury' },
      { day: '2026-10-15', register: null },
      ...ofCloudTerrace,
      ...['2026-02-03', '2026-06-09', '2026-10-06'].map((day): GivenComplaint => ({ site: 'GZ1', day })),
    ]);
    await writeVisitors(source, { site: 'BJ1', from: '2026-08-31', to: '2026-09-30', visitors: 100 });
    await writeVisitors(source, { site: 'BJ1', from: '2026-10-01', to: '2026-10-31', visitors: 200 });
    await writeVisitors(source, { site: 'SH1', from: '2026-10-01', to: '2026-10-28', visitors: 50 });
    await writeVisitors(source, { site: 'GZ1', from: '2026-10-01', to: '2026-10-31', visitors: 0 });
  });
  afterAll(() => desk.close());

  const page = async (query: string, who: StaffKey = 'admin'): Promise<Page> => {
    const { status, body } = await (await desk.as(who)).get<unknown>(`analysis/complaints?${query}`);
    expect([status, body]).toEqual([200, expect.anything()]);
    return analysis.complaintPage.parse(body);
  };
  const behind = async (query: string, who: StaffKey = 'admin'): Promise<Behind> => {
    const { status, body } = await (await desk.as(who)).get<unknown>(`analysis/incidents?${query}`);
    expect([status, body]).toEqual([200, expect.anything()]);
    return analysis.behindPage.parse(body);
  };
  const figure = (of: Page, id: string) => of.figures.find((one) => one.id === id);

  it('counts what each key figure says, as by hand', async () => {
    const of = await page(`${october}&site=BJ1`);
    const told = of.figures.map(({ id, now }) => [id, now.value, now.numerator, now.denominator]);
    expect(told).toEqual([
      ['complaints', 10, 10, null],
      ['per_1000_visitors', expect.closeTo((10 / 6_200) * 1_000), 10, 6_200],
      ['first_response_median', 330, 10, 10],
      ['first_response_p90', expect.closeTo(546), 10, 10],
      ['acknowledgement_median', 250, 4, 10],
      ['acknowledgement_p90', expect.closeTo(370), 4, 10],
      ['resolution_median', 4_500, 8, 10],
      ['resolution_p90', expect.closeTo(7_300), 8, 10],
      ['within_target', 6 / 9, 6, 9],
      ['justified', 5 / 8, 5, 8],
      ['reopened', 2 / 9, 2, 9],
      ['escalated', 0.2, 2, 10],
      ['solved_on_floor', 7 / 8, 7, 8],
      ['satisfaction', 3 / 5, 3, 5],
      ['satisfaction_response', 5 / 8, 5, 8],
      ['near_breach', 1 / 2, 1, 2],
      ['steps_on_time', 0.9, 45, 50],
    ]);
  });

  it('compares with the period before and the year before, and says whether that is more than chance', async () => {
    const of = await page(`${october}&site=BJ1`);
    expect(of).toMatchObject({
      period: { from: '2026-10-01', to: '2026-10-31', until: '2026-10-31' },
      before: { from: '2026-08-31', to: '2026-09-30' },
      yearBefore: { from: '2025-10-01', to: '2025-10-31' },
    });
    /* Of 15, at least 10 on one side: 0.30 by luck. Of 10, all on one side: 0.002. */
    expect(figure(of, 'complaints')).toMatchObject({
      before: { value: 5, verdict: 'no_evidence' },
      yearBefore: { value: 0, verdict: 'higher' },
    });
    expect(figure(of, 'near_breach')?.before).toMatchObject({ value: null, untold: 'only_now' });
    expect(figure(of, 'justified')?.before).toMatchObject({ value: null, untold: 'nothing_counted', denominator: 0 });
  });

  it('finds the week that is more than chance, and says so in words', async () => {
    const { trend } = await page('from=2026-10-01&to=2026-11-01&site=SH1&category=waiting');
    expect(trend.kind).toBe('c');
    expect(trend.points.at(0)?.key).toBe('2026-04-06');
    expect(trend.points.filter(({ inPeriod }) => inPeriod).map(({ key, count }) => [key, count])).toEqual([
      ['2026-09-28', 3],
      ['2026-10-05', 12],
      ['2026-10-12', 3],
      ['2026-10-19', 3],
      ['2026-10-26', 3],
    ]);
    /* 1 − Σ e⁻³3ᵏ∕k! for k below 12 = 0.0000714. */
    expect(trend.signals).toMatchObject([{ period: '2026-10-05', observed: 12, expected: 3, oneIn: 14_000 }]);
    expect(trend.signals[0]?.sentence).toEqual({
      zh: '第41周（10月5日至10月11日）：“等候、没人接待”投诉 12 起，预计 3.0 起；纯属偶然的可能：1/14000。',
      en: 'Week 41 (5 Oct to 11 Oct 2026): 12 complaints about “Waiting, not attended to”, 3.0 expected; chance of this by luck: 1 in 14000.',
    });
  });

  it('draws no week that is not over, and judges none before the period', async () => {
    const { trend } = await page('from=2026-11-01&to=2026-11-30&site=BJ1');
    expect(trend.points.at(-1)?.key).toBe('2026-11-16');
    expect(trend.cut).toEqual({ from: '2026-11-23', to: '2026-11-25', count: 0 });
    const later = await page('from=2026-10-12&to=2026-11-01&site=SH1');
    expect(later.trend.points.map(({ key }) => key)).toContain('2026-10-05');
    expect(later.trend.signals).toEqual([]);
  });

  it('begins the limits anew with the first whole week after a change', async () => {
    const { trend } = await page('from=2026-10-01&to=2026-11-01&site=SH1&rebased=2026-10-06,2020-01-01');
    expect(trend.phases.map(({ from }) => from)).toEqual(['2026-04-06', '2026-10-12']);
  });

  it('ranks causes, and says what changed most', async () => {
    const { causes } = await page(`${october}&site=BJ1`);
    expect(causes.bars).toEqual([
      { key: 'staffing', count: 4, share: 4 / 7, cumulativeShare: 4 / 7 },
      { key: 'skill', count: 2, share: 2 / 7, cumulativeShare: 6 / 7 },
      { key: 'process', count: 1, share: 1 / 7, cumulativeShare: 1 },
    ]);
    expect(causes).toMatchObject({ vitalFew: 2, notTold: 3, changedBy: 'visitors' });
    /* Twice the visitors: of `process` there were 5 before, so 10 were to be expected. */
    expect(causes.changed.map(({ key, difference }) => [key, difference])).toEqual([
      ['process', -9],
      ['staffing', 4],
      ['skill', 2],
    ]);
  });

  it('crosses weekday with hour, and cause with place and post', async () => {
    const { hours, placeCauses, postCauses } = await page(`${october}&site=BJ1`);
    /* 1 October 2026 is a Thursday: of Thursdays, Fridays and Saturdays there are five. */
    expect(hours.days).toEqual([4, 4, 4, 5, 5, 5, 4]);
    expect(hours.squares).toEqual([
      { weekday: 1, hour: 10, count: 3 },
      { weekday: 2, hour: 10, count: 2 },
      { weekday: 3, hour: 10, count: 2 },
      { weekday: 4, hour: 10, count: 2 },
      { weekday: 6, hour: 23, count: 1 },
    ]);
    expect(placeCauses.rows.map(({ count }) => count)).toEqual([5, 5]);
    expect(postCauses.rows).toEqual([
      { key: 'reception', count: 6 },
      { key: '-', count: 4 },
    ]);
    expect(postCauses.cells).toContainEqual({ row: 'reception', cause: 'staffing', count: 4 });
    expect(postCauses.cells.reduce((sum, { count }) => sum + count, 0)).toBe(10);
  });

  it.each([
    ['post=reception', 6],
    ['post=-', 4],
    ['place=-', 5],
    ['cause=staffing,skill', 6],
    ['cause=-', 3],
    ['cause=staffing&category=attitude', 1],
    ['channel=written', 0],
    ['severity=normal', 10],
    ['playbook=criticism', 0],
    ['playbook=complaint,criticism', 10],
  ])('narrows everything to %s', async (filter, count) => {
    const of = await page(`${october}&site=BJ1&${filter}`);
    expect(figure(of, 'complaints')?.now.value).toBe(count);
    expect(of.hours.squares.reduce((sum, square) => sum + square.count, 0)).toBe(count);
    expect(of.sites.sites.map((site) => site.count)).toEqual([count]);
    expect((await behind(`${october}&site=BJ1&${filter}`)).total).toBe(count);
  });

  it('opens the incidents behind each mark', async () => {
    const at = (query: string) => behind(`${october}&site=BJ1&${query}`);
    const idsOf = (of: Behind) => of.items.map(({ id }) => id);
    const numbered = (...numbers: number[]) => numbers.map((number) => ids[number]);
    expect(idsOf(await at('cause=staffing'))).toEqual(numbered(3, 2, 1, 0));
    expect(idsOf(await at('week=2026-10-05'))).toEqual(numbered(2, 1));
    expect(idsOf(await at('weekday=6&hour=23'))).toEqual(numbered(9));
    expect(idsOf(await at('figure=reopened'))).toEqual(numbered(8, 6));
    expect(idsOf(await at('figure=near_breach'))).toEqual(numbered(8));
    const first = await at('limit=4');
    expect(first).toMatchObject({ total: 10, hidden: 0 });
    const second = await at(`limit=4&cursor=${first.nextCursor}`);
    const third = await at(`limit=4&cursor=${second.nextCursor}`);
    expect([first, second, third].flatMap(idsOf)).toEqual([...ids].reverse());
    expect([third.total, third.nextCursor]).toEqual([10, null]);
  });

  it('counts each share and time as many as it opens', async () => {
    const of = await page(`${october}&site=BJ1`);
    for (const { id, now } of of.figures.filter((one) => !['per_1000_visitors', 'steps_on_time'].includes(one.id)))
      expect([id, (await behind(`${october}&site=BJ1&figure=${id}`)).total]).toEqual([id, now.numerator]);
  });

  it('counts restricted incidents, and lists them for those who may see them', async () => {
    const { source } = desk.database;
    await source.query('UPDATE app.incident SET restricted = true WHERE id = $1', [ids[4]]);
    const seen = await behind(`${october}&site=BJ1`, 'supervisor');
    expect([seen.items.length, seen.hidden]).toEqual([10, 0]);
    const colleague = {
      personId: '0193a5d0-0000-7000-8000-000000000001',
      grants: [{ role: 'staff', siteId: null }],
    } as const;
    const listed = await desk.app.get(IncidentReader).list(colleague, { ids, limit: 10 });
    expect(listed.items).toHaveLength(9);
    await source.query('UPDATE app.incident SET restricted = false WHERE id = $1', [ids[4]]);
  });

  it('says that three complaints in a year tell nothing', async () => {
    const of = await page('from=2025-11-26&to=2026-11-25&site=GZ1');
    expect(of.caveats.map(({ code }) => code)).toEqual(['few_complaints', 'visitors_unknown']);
    expect(of.caveats[0]?.sentence.en).toContain('Only 3 complaints: too few');
    expect(figure(of, 'complaints')).toMatchObject({ now: { value: 3 }, before: { value: 0, verdict: 'cannot_tell' } });
    expect(of.trend.signals).toEqual([]);
    expect(of.sites.sites).toMatchObject([{ code: 'GZ1', count: 3, verdict: 'cannot_tell' }]);
  });

  it('counts complaints against visitors, and never against none', async () => {
    const rate = async (site: string) => {
      const of = await page(`${october}&site=${site}`);
      return { ...figure(of, 'per_1000_visitors'), caveats: of.caveats.map(({ code }) => code) };
    };
    /* Twice the complaints of twice the visitors. */
    expect(await rate('BJ1')).toMatchObject({
      now: { value: expect.closeTo(1.6129), numerator: 10, denominator: 6_200 },
      before: { value: expect.closeTo(1.6129), numerator: 5, denominator: 3_100, verdict: 'no_evidence' },
      yearBefore: { value: null, untold: 'visitors_unknown', verdict: null },
      caveats: [],
    });
    /* 28 of 31 days are known, and stand for all. */
    expect(await rate('SH1')).toMatchObject({ now: { denominator: 50 * 31 }, caveats: ['visitors_estimated'] });
    expect(await rate('GZ1')).toMatchObject({
      now: { value: null, untold: 'visitors_zero', numerator: 1, denominator: 0 },
      caveats: ['few_complaints', 'visitors_zero'],
    });
  });

  it('compares sites by how many visitors they had, and not by their complaints', async () => {
    const { sites } = await page(`${october}&site=BJ1,SH1,GZ1,CD1`);
    /* 10 of 6,200 and 21 of 1,550: 4 per 1,000 together, so 24.8 and 6.2 are expected. */
    expect(sites.rate).toBe(4);
    expect(sites.sites.map(({ code, count, expected, verdict }) => [code, count, expected, verdict])).toEqual([
      ['BJ1', 10, expect.closeTo(24.8), 'alarm'],
      ['SH1', 21, expect.closeTo(6.2), 'alarm'],
      ['GZ1', 1, null, 'cannot_tell'],
      ['CD1', 0, null, 'cannot_tell'],
    ]);
    expect(sites.lines).toHaveLength(60);
  });

  it('has nothing to say of a site without incidents, and says so', async () => {
    const of = await page('from=2026-01-01&to=2026-10-31&site=CD1');
    expect(of.caveats.map(({ code }) => code)).toEqual(['no_complaints', 'visitors_unknown']);
    expect(figure(of, 'complaints')?.now).toMatchObject({ value: 0, untold: null });
    expect(figure(of, 'resolution_median')?.now).toMatchObject({ value: null, untold: 'nothing_counted' });
    expect(of.trend).toMatchObject({ points: [], signals: [], cut: null });
    expect(of.causes).toMatchObject({ bars: [], vitalFew: 0, changed: [] });
  });

  it('has no figures of a period to come, and compares one that runs with as much of the others', async () => {
    const future = await page('from=2027-01-01&to=2027-01-31&site=BJ1');
    expect(future.caveats.map(({ code }) => code)).toEqual(['not_begun']);
    expect(future.period.until).toBeNull();
    expect(future.figures.map(({ now }) => now.untold)).toEqual(future.figures.map(() => 'not_begun'));
    expect(future.trend).toMatchObject({ points: [], cut: null });
    const running = await page('from=2026-11-01&to=2026-11-30&site=BJ1');
    expect(running).toMatchObject({
      period: { until: '2026-11-25' },
      before: { from: '2026-10-07', to: '2026-10-31' },
      yearBefore: { from: '2025-11-01', to: '2025-11-25' },
    });
  });

  it('looks at the sites whose analysis one may see, and no others', async () => {
    const codes = async (who: StaffKey, more = '') =>
      (await page(`${october}${more}`, who)).sites.sites.map(({ code }) => code);
    expect(await codes('admin')).toEqual(['BJ1', 'CD1', 'GZ1', 'SH1']);
    expect(await codes('admin', '&site=SH1,BJ1')).toEqual(['SH1', 'BJ1']);
    expect(await codes('manager')).toEqual(['BJ1']);
    expect(await codes('supervisor')).toEqual(['BJ1']);
    expect(await codes('stranger')).toEqual(['SH1']);
  });

  it.each(['complaints', 'incidents'])('refuses staff, and does not know another site: %s', async (route) => {
    const ask = async (who: StaffKey, query: string) =>
      (await desk.as(who)).get<ProblemView>(`analysis/${route}?${october}${query}`);
    expect(await ask('floor', '')).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await ask('floor', '&site=BJ1')).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
    expect(await ask('supervisor', '&site=SH1')).toMatchObject({ status: 404, body: { code: 'site.unknown' } });
    expect(await ask('supervisor', '&site=BJ1,SH1')).toMatchObject({ status: 404, body: { code: 'site.unknown' } });
  });

  it('tells every problem of the address at once', async () => {
    const admin = await desk.as('admin');
    const problems = async (query: string) => {
      const { status, body } = await admin.get<ProblemView>(`analysis/complaints?${query}`);
      return [status, body.errors?.map(({ path, code }) => `${path} ${code}`)];
    };
    expect(await problems('from=2026-10-31&to=2026-10-01&post=barkeeper&severity=bad&place=hall')).toEqual([
      422,
      ['to before_first', 'post not_an_option', 'severity not_an_option', 'place wrong_form'],
    ]);
    expect(await problems('from=1999-12-31&to=2026-10-01')).toEqual([422, ['from out_of_range', 'to out_of_range']]);
    expect(await problems('from=2026-02-30&to=x')).toEqual([422, ['from wrong_form', 'to wrong_form']]);
    expect(await problems('to=2026-10-01&colour=red')).toEqual([422, ['from wrong_type', 'colour unknown']]);
    expect(await problems('from=2021-10-01&to=2026-10-01')).toEqual([200, undefined]);
  });

  it('has a complaint in every figure as soon as it is opened, and never a drill', async () => {
    const today = 'from=2026-11-25&to=2026-11-25&site=BJ1';
    const floor = await desk.as('floor');
    await floor.post('incidents', { playbook: 'complaint', drill: true });
    await floor.post('incidents', { playbook: 'customer-falls' });
    const opened = await floor.post('incidents', { playbook: 'complaint', place: 'hall' });
    expect(opened.status).toBe(201);
    expect(figure(await page(today, 'supervisor'), 'complaints')?.now.value).toBe(1);
    const found = await behind(`${today}&figure=complaints`, 'supervisor');
    expect(found.items.map(({ id }) => id)).toEqual([opened.body.id]);
  });

  it('calls a cause as it is called now, and one that was taken away as it was called last', async () => {
    await desk.database.source.query(
      `INSERT INTO app.playbook_version (id, playbook_id, version, content_hash, content, source)
       SELECT gen_random_uuid(), playbook_id, version + 1, 'renamed',
         replace(replace(content::text, '人手不足', '排班不足'), '"id":"skill"', '"id":"training"')::json, source
       FROM app.playbook_version WHERE playbook_id = 'complaint' ORDER BY version DESC LIMIT 1`,
    );
    const { labels } = await page(`${october}&site=BJ1`);
    expect(labels.cause['staffing']?.zh).toBe('排班不足');
    expect([labels.cause['skill']?.zh, labels.cause['training']?.zh]).toEqual(['业务不熟', '业务不熟']);
    expect(labels.playbook['complaint']).toEqual({ zh: '客户投诉', en: 'A customer complains' });
    expect(Object.values(labels.place)).toEqual([{ zh: '销售大厅', en: 'Sales hall' }]);
  });

  it('answers a filter that names every playbook and 500 sites', async () => {
    await desk.database.source.query(
      `INSERT INTO app.site (id, code, name)
       SELECT gen_random_uuid(), 'T' || n, '{"zh":"案场","en":"Site"}' FROM generate_series(1001, 1500) AS n`,
    );
    const sites = Array.from({ length: 500 }, (_, n) => `T${n + 1001}`).join(',');
    const playbooks = Array.from({ length: 23 }, (_, n) => `playbook-number-${n}`).join(',');
    const of = await page(`${october}&site=BJ1,${sites}&playbook=complaint,${playbooks}`);
    expect(of.sites.sites).toHaveLength(501);
    expect(figure(of, 'complaints')?.now.value).toBe(10);
  });
});
