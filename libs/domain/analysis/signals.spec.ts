import { describe, expect, it } from '@jest/globals';
import { deviation } from './control-limits';
import { exactPoisson } from './examples/exact';
import type { RunRule } from './run-rules';
import { signalsOf } from './signals';

/** Weeks 1, 2, … of so many complaints, of which each expects so many. */
const weeks = (expected: number, counts: readonly number[]) =>
  counts.map((count, at) => ({
    ...{ key: `W${at + 1}`, count, expected, rate: count, spread: 1 },
    deviation: deviation({ count, exposure: 1 }, expected),
  }));

const told = (expected: number, counts: readonly number[], rule: RunRule) =>
  signalsOf(weeks(expected, counts), [rule]).map(({ period, since, side }) => `${since}-${period} ${side}`);

describe('a signal', () => {
  it('says what was seen, what was expected and how likely that is by luck', () => {
    expect(signalsOf(weeks(3.1, [3, 9, 11]), ['beyond_limits'])).toEqual([
      {
        ...{ rule: 'beyond_limits', side: 'above', period: 'W3', since: 'W3' },
        ...{ observed: 11, expected: 3.1, oneIn: 2_600, chance: expect.closeTo(exactPoisson(3_100).atLeast(11), 9) },
      },
    ]);
  });

  it('of a pattern adds up its periods', () => {
    const [signal] = signalsOf(weeks(100, [100, 125, 100, 125]), ['two_of_three']);
    expect(signal).toMatchObject({ period: 'W4', since: 'W2', observed: 350, expected: 300, side: 'above' });
    /* Three ways to have two of three beyond 2 σ, each of about 0.0228². */
    expect(signal?.chance).toBeCloseTo(3 * 0.0228 ** 2, 3);
  });

  it('of a period beyond the limits is told each time', () => {
    expect(told(100, [135, 135, 60], 'beyond_limits')).toEqual(['W1-W1 above', 'W2-W2 above', 'W3-W3 below']);
  });

  it('of a pattern that goes on is told once, and again when it returns', () => {
    const high = new Array<number>(12).fill(110);
    expect(told(100, [...high, 90, ...high], 'one_side')).toEqual(['W1-W9 above', 'W14-W22 above']);
  });

  it('waits for more than nine where that side is the likelier one', () => {
    /* Of 1.3 expected, 0 or 1 come in 63 of 100 weeks: 0.627^13 is the first power below 1 in 512. */
    expect(told(1.3, new Array<number>(20).fill(1), 'one_side')).toEqual(['W1-W14 below']);
    expect(told(1.3, new Array<number>(20).fill(2), 'one_side')).toEqual(['W1-W9 above']);
  });

  it('of a trend or of turns tells when it is complete', () => {
    expect(told(100, [99, 100, 101, 102, 103, 104, 105], 'trend')).toEqual(['W1-W6 above']);
    expect(told(100, [95, 105, 95, 105, 95, 105, 95, 105, 95, 105, 95, 105, 95, 105, 100], 'alternating')).toEqual([
      'W1-W14 above',
      'W2-W15 below',
    ]);
  });

  it('is not there before there are enough periods', () => {
    expect(told(100, new Array<number>(8).fill(110), 'one_side')).toEqual([]);
    expect(told(100, [], 'beyond_limits')).toEqual([]);
  });
});
