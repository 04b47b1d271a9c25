import { describe, expect, it } from '@jest/globals';
import {
  areAllOnOneSide,
  areFourOfFiveOff,
  areTwoOfThreeFar,
  isAlternating,
  isBeyondLimits,
  isTrend,
  type Plotted,
} from './run-rules';

/** Periods that lie so many deviations off; of 100 expected one deviation is 10. */
const plotted = (deviations: readonly number[]): Plotted[] =>
  deviations.map((deviation) => ({
    ...{ deviation, count: 100 + 10 * deviation, rate: 1 + deviation / 10 },
    ...{ expected: 100, spread: 1 },
  }));
const upsideDown = (deviations: readonly number[]): Plotted[] => plotted(deviations.map((deviation) => -deviation));

describe.each([
  ['beyond the limits', isBeyondLimits, [3.1], [3]],
  ['two of three beyond 2', areTwoOfThreeFar, [2.1, 0, 2.1], [2.1, 2.1, 0]],
  ['two of three beyond 2', areTwoOfThreeFar, [0, 2.1, 2.1], [-2.1, 0, 2.1]],
  ['two of three beyond 2', areTwoOfThreeFar, [3.5, 2.5, 2.1], [2, 0, 2.1]],
  ['four of five beyond 1', areFourOfFiveOff, [1.1, 1.1, 0, 1.1, 1.1], [1.1, 1.1, 1.1, 1.1, 0]],
  ['four of five beyond 1', areFourOfFiveOff, [-2, 1.1, 1.2, 1.3, 1.4], [1, 1.1, -1.2, 1.3, 1.4]],
  ['all on one side', areAllOnOneSide, [1, 2, 0.1, 1, 1, 1, 1, 1, 1], [1, 2, 0, 1, 1, 1, 1, 1, 1]],
  ['a trend', isTrend, [-2, -1, 0, 0.5, 1, 2], [-2, -1, 0, 0, 1, 2]],
  ['alternating', isAlternating, [-1, 1, -1, 1, 0, 2], [-1, 1, -1, 1, 1, 2]],
] as const)('the question for %s', (_what, isMet, yes, no) => {
  it(`says yes of ${yes.join(' ')} and no of ${no.join(' ')}`, () => {
    expect(isMet(plotted(yes), 'above')).toBe(true);
    expect(isMet(plotted(no), 'above')).toBe(false);
  });

  it('says the same of the other side, upside down', () => {
    expect(isMet(upsideDown(yes), 'below')).toBe(true);
    expect(isMet(upsideDown(no), 'below')).toBe(false);
    expect(isMet(plotted(yes), 'below')).toBe(false);
  });
});
