import { describe, expect, it } from '@jest/globals';
import { exposureOf, type KnownVisitors } from './exposure';

const site = (visitors: number, knownDays: number, openDays: number): KnownVisitors => ({
  visitors,
  knownDays,
  openDays,
});

describe('exposureOf', () => {
  it.each<[string, KnownVisitors[], Partial<ReturnType<typeof exposureOf>>]>([
    ['a whole week', [site(700, 7, 7)], { exposure: 700, isEstimated: false, daysMissing: 0, why: null }],
    ['a day missing of seven', [site(600, 6, 7)], { exposure: 700, isEstimated: true, daysMissing: 1, visitors: 600 }],
    ['just 80 % known', [site(80, 8, 10)], { exposure: 100, isEstimated: true, daysMissing: 2 }],
    ['less than 80 % known', [site(600, 5, 7)], { exposure: null, why: 'days_missing', daysMissing: 2 }],
    ['no figure at all', [site(0, 0, 7)], { exposure: null, why: 'days_missing', daysMissing: 7 }],
    ['nobody came', [site(0, 7, 7)], { exposure: null, why: 'no_visitors', daysMissing: 0 }],
    ['nobody on the days that are known', [site(0, 6, 7)], { exposure: null, why: 'no_visitors' }],
    ['closed throughout', [site(0, 0, 0)], { exposure: null, why: 'closed', daysMissing: 0 }],
    ['closed, yet visited', [site(12, 0, 0)], { exposure: 12, isEstimated: false, why: null }],
    ['no site', [], { exposure: null, why: 'closed' }],
    ['two whole sites', [site(700, 7, 7), site(70, 7, 7)], { exposure: 770, isEstimated: false }],
    ['a site nobody came to beside another', [site(700, 7, 7), site(0, 7, 7)], { exposure: 700, why: null }],
    [
      'a day missing at the small site: filled in as the small site is',
      [site(7_000, 7, 7), site(60, 6, 7)],
      { exposure: 7_070, isEstimated: true, daysMissing: 1 },
    ],
    [
      'one of six sites without figures: as the others are',
      [...Array.from({ length: 5 }, () => site(70, 7, 7)), site(0, 0, 7)],
      { exposure: 420, isEstimated: true, daysMissing: 7 },
    ],
    ['one of two sites without figures', [site(700, 7, 7), site(0, 0, 7)], { exposure: null, why: 'days_missing' }],
    [
      'a site that was closed, beside one with a day missing',
      [site(600, 6, 7), site(5, 0, 0)],
      { exposure: 705, isEstimated: true },
    ],
  ])('%s', (_, sites, expected) => {
    expect(exposureOf(sites)).toMatchObject(expected);
  });
});
