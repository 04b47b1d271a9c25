import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSearchEngine, type SearchIndex, searchPlaybooks } from '@zenmeban/domain/search';
import { Playbooks } from '@zenmeban/playbooks';
import { Client, type ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';

type FoundView = { items: { playbook: { id: string; title: { zh: string }; stepCount: number }; score: number }[] };

describe('the search', () => {
  let desk: Desk;
  let floor: Client;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
    floor = await desk.as('floor');
  });
  afterAll(() => desk.close());

  const find = async (query: string, more = '') =>
    (await floor.get<FoundView>(`playbooks/search?q=${encodeURIComponent(query)}${more}`)).body.items;

  it.each(['摔倒', 'shuaidao', 'xhs', 'fell down', '率倒', '4'])('answers "%s" with the fall first', async (query) => {
    const [first] = await find(query);
    expect(first).toMatchObject({ playbook: { id: 'customer-falls', title: { zh: '客户或小孩摔倒' } } });
    expect(first?.score).toBeGreaterThan(0);
  });

  it('names as many as asked for, the likeliest first, and none for a blank question', async () => {
    const scores = (await find('客户')).map(({ score }) => score);
    expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
    expect(await find('客户', '&limit=1')).toHaveLength(1);
    expect(await find(' ')).toEqual([]);
  });

  it.each(['search', 'search?q=%00', `search?q=${'x'.repeat(201)}`, 'search?q=x&limit=0', 'search?q=x&colour=red'])(
    'refuses %s in a sentence',
    async (url) => {
      const { status, body } = await floor.get<ProblemView>(`playbooks/${url}`);
      expect([status, body.code]).toEqual([422, 'validation.failed']);
    },
  );

  it('is for those who have signed in', async () => {
    for (const url of ['search?q=x', 'search-index']) {
      expect((await Client.nobody(desk.app).get(`playbooks/${url}`)).status).toBe(401);
    }
  });

  it('hands out its index, with which a phone finds the same by itself', async () => {
    const { body } = await floor.get<SearchIndex>('playbooks/search-index');
    const alone = searchPlaybooks(createSearchEngine(body), 'kafei sa').map(({ id }) => id);
    expect(alone).toEqual((await find('kafei sa', '&limit=100')).map(({ playbook }) => playbook.id));
    expect(alone[0]).toBe('spilled-drink');
  });

  it('hands it out once: whoever has it already is told so', async () => {
    const { headers } = await floor.get('playbooks/search-index');
    const etag = String(headers['etag']);
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'accept-encoding' });
    const again = await floor.get('playbooks/search-index', { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.headers['etag']]).toEqual([304, etag]);
    expect((await floor.get('playbooks/search-index', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('hands it out zipped to whoever reads that, under another tag', async () => {
    const plain = await floor.get('playbooks/search-index');
    const zipped = await floor.get('playbooks/search-index', { 'accept-encoding': 'gzip, br' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.headers['etag']).not.toBe(plain.headers['etag']);
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
  });

  it('learns a new everyday word without a new version of anything', async () => {
    const before = await floor.get('playbooks/search-index');
    await desk.database.source.query(
      `INSERT INTO app.search_words (playbook_id, words) VALUES ('gift', '{"zh": ["貔貅"], "en": []}')
       ON CONFLICT (playbook_id) DO UPDATE SET words = excluded.words`,
    );
    desk.app.get(Playbooks).forget();
    expect((await find('pixiu'))[0]?.playbook.id).toBe('gift');
    const after = await floor.get('playbooks/search-index', { 'if-none-match': String(before.headers['etag']) });
    expect(after.status).toBe(200);
  });
});
