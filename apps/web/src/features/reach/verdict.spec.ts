import { describe, expect, it } from '@jest/globals';
import type { Reach } from '../../lib/types';
import { sitesMatching, verdictOf } from './verdict';

const reach = (...people: string[][]): Reach => ({
  site: { id: 's', code: 'BJ1', name: { zh: '北京', en: 'Beijing' }, timeZone: 'Asia/Shanghai' },
  policy: { id: 'urgent', title: { zh: '紧急', en: 'Urgent' } },
  severity: 'high',
  at: '2026-11-24T00:00:00Z',
  callsFrom: '2026-11-24T00:00:00Z',
  reachesNobody: people.every((names) => names.length === 0),
  siteChannels: [],
  levels: people.map((names, index) => ({
    level: index + 1,
    at: '2026-11-24T00:00:00Z',
    targets: [{ onDuty: 'supervisor' }],
    people: names.map((name) => ({ person: { id: name, name }, phone: null, channels: [] })),
    skipped: [],
  })),
});

describe('verdictOf', () => {
  it('is good when every level reaches somebody', () => {
    expect(verdictOf(reach(['zhou'], ['li']))).toMatchObject({ kind: 'good', first: { level: 1 } });
  });

  it('says that nobody is reached', () => {
    expect(verdictOf(reach([], []))).toEqual({ kind: 'nobody' });
    expect(verdictOf(reach())).toEqual({ kind: 'nobody' });
  });

  it('names every level that reaches nobody, and who is called in place of the first', () => {
    const verdict = verdictOf(reach([], ['li'], [], ['wang']));
    expect(verdict).toMatchObject({ kind: 'partly', empty: [{ level: 1 }, { level: 3 }], next: { level: 2 } });
  });

  it('knows when nobody follows the level that reaches nobody', () => {
    expect(verdictOf(reach(['zhou'], []))).toMatchObject({ kind: 'partly', empty: [{ level: 2 }], next: null });
  });
});

describe('sitesMatching', () => {
  const sites = [
    { code: 'BJ1', name: { zh: '北京朝阳', en: 'Beijing Chaoyang' } },
    { code: 'HX2', name: { zh: '海西', en: 'Haixi' } },
  ];

  it.each([
    ['', ['BJ1', 'HX2']],
    ['朝阳', ['BJ1']],
    [' hx', ['HX2']],
    ['beijing', ['BJ1']],
    ['x', ['HX2']],
    ['上海', []],
  ])('%j: %j', (typed, expected) => {
    expect(sitesMatching(sites, typed).map(({ code }) => code)).toEqual(expected);
  });
});
