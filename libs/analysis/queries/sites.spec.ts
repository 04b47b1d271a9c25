import { describe, expect, it } from '@jest/globals';
import type { SiteExposure } from '../visitors/exposure';
import { comparedSites } from './sites';

const period = { from: '2026-10-01', to: '2026-10-31' };
const siteOf = (id: string) => ({ id, code: id, name: { zh: id, en: id } });
const visited = (siteId: string, exposure: number | null, more: Partial<SiteExposure> = {}): SiteExposure => ({
  ...{ siteId, period, exposure, visitors: exposure ?? 0, daysMissing: 0, isEstimated: false, why: null, ...more },
});

describe('comparedSites', () => {
  const ids = ['A', 'B', 'C', 'D', 'E'];
  const compared = comparedSites(
    ids.map(siteOf),
    new Map([
      ['A', 20],
      ['B', 24],
      ['C', 6],
      ['D', 2],
    ]),
    [
      visited('A', 10_000),
      visited('B', 4_000),
      visited('C', 10_000, { isEstimated: true, daysMissing: 3 }),
      visited('D', null, { why: 'no_visitors' }),
      visited('E', 1_000),
    ],
  );

  it('tells who differs, given how many visitors they had', () => {
    /* 50 of 25,000: 2 per 1,000; so 20, 8, 20 and 2 are expected. */
    expect(compared.rate).toBe(2);
    expect(compared.sites.map(({ code, expected, verdict, side }) => [code, expected, verdict, side])).toEqual([
      ['A', 20, 'usual', 'below'],
      ['B', 8, 'alarm', 'above'],
      ['C', 20, 'alarm', 'below'],
      ['D', null, 'cannot_tell', null],
      ['E', 2, 'cannot_tell', 'below'],
    ]);
  });

  it('says of whom the visitors are estimated, and of whom there were none', () => {
    expect(compared.sites[2]).toMatchObject({ isEstimated: true, daysMissing: 3 });
    expect(compared.sites[3]).toMatchObject({ count: 2, exposure: null, rate: null, limits: null });
  });

  it('draws its lines from the smallest to the largest site', () => {
    expect(compared.lines.map(({ exposure }) => exposure)).toEqual(
      [...compared.lines].map(({ exposure }) => exposure).sort((a, b) => a - b),
    );
    expect(compared.lines[0]?.exposure).toBeCloseTo(1);
    expect(compared.lines.at(-1)?.exposure).toBeCloseTo(10);
  });

  it('draws none where no visitors are known, and compares nobody', () => {
    const unknown = comparedSites([siteOf('A')], new Map([['A', 20]]), [visited('A', null)]);
    expect(unknown).toMatchObject({ rate: null, lines: [], sites: [{ verdict: 'cannot_tell' }] });
  });
});
