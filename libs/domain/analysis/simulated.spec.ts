import { describe, expect, it } from '@jest/globals';
import { controlChart } from './control-chart';
import { randomCount, seeded } from './examples/random';
import { type Promised, usual, westernElectric } from './promises';

const baseline = 26;
const watched = 52;
const charts = 300;

/** Charts of a baseline and of a year after it in which the rate is so many times what it was. */
function simulate({ rules }: Promised, expected: number, times: number) {
  const random = seeded(Math.round(expected * 1000 + times));
  return Array.from({ length: charts }, () => {
    const periods = Array.from({ length: baseline + watched }, (_, at) => ({
      ...{ key: String(at), exposure: 1 },
      count: randomCount(at < baseline ? expected : expected * times, random),
    }));
    return controlChart('u', periods, { rules }).signals.filter(({ period }) => Number(period) >= baseline);
  });
}

describe.each([
  ['the usual rules', usual],
  ['the rules of Western Electric', westernElectric],
])('with %s, simulated', (_what, promised) => {
  it.each([0.5, 1, 2, 4, 5, 6, 8, 12, 50])('nothing alarms more often than promised at %d expected', (expected) => {
    const alarms = simulate(promised, expected, 1).map((signals) => new Set(signals.map(({ period }) => period)).size);
    const share = alarms.reduce((sum, count) => sum + count, 0) / (charts * watched);
    expect(share).toBeLessThanOrEqual(promised.falseAlarmShare);
  });

  it.each(promised.doubledFoundWithin)(
    'a doubled rate is found in time in 95 of 100 charts at %j',
    ({ expected, periods }) => {
      const found = simulate(promised, expected, 2).filter((signals) =>
        signals.some(({ side, period }) => side === 'above' && Number(period) < baseline + periods),
      );
      expect(found.length / charts).toBeGreaterThanOrEqual(0.95);
    },
  );
});
