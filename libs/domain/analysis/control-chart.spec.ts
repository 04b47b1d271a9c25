import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../engine';
import type { Period } from './baseline-phases';
import { chartKind, controlChart } from './control-chart';

const periods = (counts: readonly number[], exposure: number | null = 1): Period[] =>
  counts.map((count, at) => ({ key: String(at + 1), count, exposure }));

/*
 * D. C. Montgomery, Introduction to Statistical Quality Control, 2nd ed. 1991, pp. 173-175: nonconformities in 26
 * samples of 100 printed circuit boards (`circuit` of R's qcc).
 */
const circuits = [
  ...[21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16],
  ...[19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15],
];

describe('the printed circuit boards of Montgomery', () => {
  it('have the limits of the book and its two signals', () => {
    const { phases, points, signals } = controlChart('c', periods(circuits), { rules: ['beyond_limits'] });
    expect(phases[0]?.rate).toBeCloseTo(19.85, 2);
    /* The book computes from 19.85: 33.22. */
    expect(points[0]?.limits?.upper).toBeCloseTo(33.22, 1);
    expect(points[0]?.limits?.lower).toBeCloseTo(6.48, 2);
    expect(signals.map(({ period, side }) => [period, side])).toEqual([
      ['6', 'below'],
      ['20', 'above'],
    ]);
  });

  it('have its revised limits when both are explained', () => {
    const { phases, points } = controlChart('c', periods(circuits), { explained: ['6', '20'] });
    expect(phases[0]?.rate).toBeCloseTo(19.67, 2);
    expect(points[0]?.limits?.upper).toBeCloseTo(32.97, 2);
    expect(points[0]?.limits?.lower).toBeCloseTo(6.36, 2);
  });
});

describe('a control chart', () => {
  const steady = new Array<number>(30).fill(10);

  it('freezes its limits after the baseline', () => {
    const before = controlChart('u', periods([...steady, 10]), { baselinePeriods: 20 });
    const after = controlChart('u', periods([...steady, 40]), { baselinePeriods: 20 });
    expect(after.points[30]?.limits).toEqual(before.points[30]?.limits);
    expect(after.phases[0]).toMatchObject({
      from: '1',
      until: '31',
      baselineUntil: '20',
      rate: 10,
      provisional: false,
    });
  });

  it('begins anew where a change is marked', () => {
    const { phases, points, signals } = controlChart('u', periods([...steady, ...steady.map(() => 5)]), {
      ...{ baselinePeriods: 20, rebasedAt: ['31'] },
    });
    expect(phases.map(({ from, until, rate }) => [from, until, rate])).toEqual([
      ['1', '30', 10],
      ['31', '60', 5],
    ]);
    expect(points[59]).toMatchObject({ phase: 1, expected: 5 });
    expect(signals).toEqual([]);
  });

  it('does not let a pattern reach across a change', () => {
    const runUp = [...new Array<number>(20).fill(10), ...new Array<number>(8).fill(12)];
    const counts = periods([...runUp, ...new Array<number>(8).fill(12)]);
    const rules = ['one_side'] as const;
    expect(controlChart('u', counts, { baselinePeriods: 20, rules }).signals).toHaveLength(1);
    expect(controlChart('u', counts, { baselinePeriods: 20, rebasedAt: ['29'], rules }).signals).toEqual([]);
  });

  it('judges the periods of the baseline too, the first as the last', () => {
    const { signals } = controlChart('u', periods([30, ...steady.slice(0, 24), 30]), { rules: ['beyond_limits'] });
    expect(signals.map(({ period }) => period)).toEqual(['1', '26']);
  });

  it('is provisional while its baseline is short', () => {
    expect(controlChart('u', periods([10, 11, 9])).phases[0]).toMatchObject({ rate: 10, provisional: true });
  });

  it('has wider limits for fewer visitors', () => {
    const [many, few] = controlChart('u', [
      { key: 'many', count: 40, exposure: 4_000 },
      { key: 'few', count: 10, exposure: 1_000 },
    ]).points;
    expect(many?.rate).toBe(few?.rate);
    expect(many?.limits?.upper).toBeLessThan(few?.limits?.upper ?? 0);
  });

  it.each([
    ['unknown', null],
    ['zero', 0],
  ])('leaves a gap where exposure is %s, and passes over it', (_what, exposure) => {
    const counts = periods([...new Array<number>(20).fill(10), ...new Array<number>(10).fill(12)]);
    const gap = { ...counts[24], key: '25', count: 7, exposure };
    const { points, signals, phases } = controlChart('u', counts.with(24, gap), { baselinePeriods: 20 });
    expect(points[24]).toEqual({ ...gap, phase: 0, rate: null, expected: null, limits: null, deviation: null });
    expect(phases[0]?.rate).toBe(10);
    expect(signals.map(({ since, period }) => [since, period])).toEqual([['21', '30']]);
  });

  it('counts every period as one in a c-chart', () => {
    const { points } = controlChart('c', periods([10, 10, 10], null));
    expect(points.map(({ rate }) => rate)).toEqual([10, 10, 10]);
  });

  it('cannot tell anything from a baseline without a single event', () => {
    const { points, phases, signals } = controlChart('u', periods([...new Array<number>(26).fill(0), 1, 0, 0]));
    expect(phases[0]).toMatchObject({ rate: null, baseline: { count: 0, exposure: 26 } });
    expect(points[26]).toMatchObject({ rate: 1, limits: null });
    expect(signals).toEqual([]);
  });

  it('says of one complaint in a quarter of a year that it is nothing unusual', () => {
    const once = Array.from({ length: 52 }, (_, week) => (week % 17 === 0 ? 1 : 0));
    expect(controlChart('u', periods(once, 200)).signals).toEqual([]);
  });

  it('of nothing is empty', () => {
    expect(controlChart('u', [])).toEqual({ kind: 'u', points: [], phases: [], signals: [] });
  });

  it.each([
    ['u', [1, 2, 3, 4, null]],
    ['c', [1, 2, 3, 0, null]],
    ['c', [null, null]],
  ] as const)('is a %s-chart with exposures %j', (kind, exposures) => {
    expect(chartKind(exposures.map((exposure, at) => ({ key: String(at), count: 1, exposure })))).toBe(kind);
  });

  it('refuses everything that is wrong at once', () => {
    const draw = () =>
      controlChart(
        'u',
        [
          { key: '1', count: -1, exposure: -5 },
          { key: '1', count: 2, exposure: Number.NaN },
        ],
        {
          ...{ baselinePeriods: 0, rebasedAt: ['7'], explained: ['1', '8'] },
        },
      );
    expect(draw).toThrow(DomainError);
    expect(draw).toThrow(
      expect.objectContaining({
        fields: [
          ['periods', 'twice'],
          ['periods[0].count', 'not_a_count'],
          ['periods[0].exposure', 'negative'],
          ['periods[1].exposure', 'negative'],
          ['rebasedAt[0]', 'unknown_period'],
          ['explained[1]', 'unknown_period'],
          ['baselinePeriods', 'not_positive'],
        ].map(([path, code]) => expect.objectContaining({ path, code })),
      }),
    );
  });
});
