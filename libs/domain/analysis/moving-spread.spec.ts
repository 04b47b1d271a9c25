import { describe, expect, it } from '@jest/globals';
import { controlChart } from './control-chart';
import { randomCount, seeded } from './examples/random';
import { movingSpread } from './moving-spread';
import { usual } from './promises';
import { normalCdf } from './special';

describe('the spread from period to period', () => {
  /* By hand: mean moving range ∕ (2∕√π), squared; never below 1. */
  it.each([
    [[0, 3, 0, 3], (3 / 1.1283791671) ** 2],
    [[-2, 2], (4 / 1.1283791671) ** 2],
    [[0, 1, 2, 3, 4, 5], 1],
    [[0, 0.1, 0], 1],
    [[7], 1],
    [[], 1],
  ])('of deviations %j is %d', (deviations, spread) => {
    expect(movingSpread(deviations)).toBeCloseTo(spread, 8);
  });
});

describe('a chart of very many visitors', () => {
  /** Charts of weeks with 40,000 visitors whose rate itself varies by a tenth, as weather and campaigns make it. */
  const random = seeded(2002);
  const weekOf = (at: number) => {
    const mood = Math.exp(0.1 * Math.sqrt(3) * (random() + random() + random() + random() - 2));
    return { key: String(at), exposure: 40_000, count: randomCount(400 * mood, random) };
  };
  const charts = Array.from({ length: 80 }, () => Array.from({ length: 26 + 52 }, (_, at) => weekOf(at)));
  const uneven = charts[0] ?? [];

  const shareOfAlarms = (overDispersed: boolean) => {
    const alarms = charts.map((weeks) =>
      controlChart('u', weeks, { overDispersed }).signals.filter(({ period }) => Number(period) >= 26),
    );
    return alarms.flat().length / (charts.length * 52);
  };

  it('alarms in every sixth week when only chance is heeded, and as seldom as promised when the spread is', () => {
    expect(shareOfAlarms(false)).toBeGreaterThan(1 / 6);
    expect(shareOfAlarms(true)).toBeLessThanOrEqual(2 * usual.falseAlarmShare);
  });

  it('still finds a rate that doubled, in the first week, with a chance of the wider spread', () => {
    const doubled = uneven.map((week, at) => (at < 26 ? week : { ...week, count: week.count * 2 }));
    const { signals, phases } = controlChart('u', doubled, { overDispersed: true });
    const first = signals.find(({ period }) => Number(period) >= 26);
    expect(first).toMatchObject({ period: '26', side: 'above', rule: 'beyond_limits' });
    const off =
      ((first?.observed ?? 0) - (first?.expected ?? 0)) / Math.sqrt((phases[0]?.spread ?? 0) * (first?.expected ?? 0));
    expect(first?.chance).toBeCloseTo(1 - normalCdf(off), 12);
  });

  it('is the same as before when there is only chance, and has wider limits when there is more', () => {
    const even = uneven.map((week) => ({ ...week, count: 400 }));
    expect(controlChart('u', even, { overDispersed: true })).toEqual(controlChart('u', even));
    const width = (overDispersed: boolean) => {
      const limits = controlChart('u', uneven, { overDispersed }).points[0]?.limits;
      return (limits?.upper ?? 0) - (limits?.lower ?? 0);
    };
    const { spread = 0 } = controlChart('u', uneven, { overDispersed: true }).phases[0] ?? {};
    expect(spread).toBeGreaterThan(2);
    expect(width(true)).toBeCloseTo(width(false) * Math.sqrt(spread), 12);
  });
});
