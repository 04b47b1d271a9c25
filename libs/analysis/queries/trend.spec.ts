import { describe, expect, it } from '@jest/globals';
import { addDays } from '@zenmeban/domain/roster';
import { trendOf } from './trend';

const plain = { rules: 'usual', rebasedAt: [], about: null } as const;
const first = '2026-03-30';
const weeks = Array.from({ length: 30 }, (_, week) => addDays(first, 7 * week));
const period = { from: addDays(first, 7 * 26), to: addDays(first, 7 * 30 - 1) };
const last = weeks.at(-1) ?? '';

describe('trendOf', () => {
  it('counts per 1,000 visitors, so that a week with twice the visitors may have twice the complaints', () => {
    const busy = (week: string) => week === last;
    const trend = trendOf(
      period,
      { whole: weeks, cut: null },
      {
        countOf: (week) => (busy(week) ? 12 : 4),
        visitorsOf: (week) => (busy(week) ? 6_000 : 2_000),
        cutCount: 0,
      },
      plain,
    );
    expect(trend.kind).toBe('u');
    expect(trend.points.at(-1)).toMatchObject({ count: 12, exposure: 6, rate: 2, expected: 12 });
    expect(trend.signals).toEqual([]);
  });

  it('counts complaints alone where visitors are not known, and then takes the same week for a signal', () => {
    const trend = trendOf(
      period,
      { whole: weeks, cut: null },
      { countOf: (week) => (week === last ? 12 : 4), visitorsOf: () => null, cutCount: 0 },
      plain,
    );
    /* P(12 or more of 4) = 1 − Σ e⁻⁴4ᵏ∕k! for k below 12 = 0.000915. */
    expect(trend).toMatchObject({ kind: 'c', signals: [{ period: last, observed: 12, expected: 4, oneIn: 1_100 }] });
  });

  it('leaves a gap where a week has no visitors, and divides by none', () => {
    const trend = trendOf(
      period,
      { whole: weeks, cut: null },
      { countOf: () => 4, visitorsOf: (week) => (week === last ? null : 2_000), cutCount: 0 },
      plain,
    );
    expect(trend.kind).toBe('u');
    expect(trend.points.at(-1)).toMatchObject({ count: 4, exposure: null, rate: null, limits: null });
    expect(trend.signals).toEqual([]);
  });

  it('judges nothing by half a year without a complaint', () => {
    const trend = trendOf(
      period,
      { whole: weeks, cut: null },
      { countOf: (week) => (week === last ? 9 : 0), visitorsOf: () => null, cutCount: 0 },
      plain,
    );
    expect(trend.phases).toMatchObject([{ rate: null }]);
    expect(trend.signals).toEqual([]);
  });

  it('sees with more rules what the usual ones leave', () => {
    const counts = new Map([
      [weeks[28], 9],
      [weeks[29], 9],
    ]);
    const signals = (rules: 'usual' | 'western_electric') =>
      trendOf(
        period,
        { whole: weeks, cut: null },
        { countOf: (week) => counts.get(week) ?? 4, visitorsOf: () => null, cutCount: 0 },
        { ...plain, rules },
      ).signals.map(({ rule }) => rule);
    expect(signals('usual')).toEqual([]);
    expect(signals('western_electric')).toEqual(['two_of_three']);
  });
});
