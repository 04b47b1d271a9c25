import { describe, expect, it } from '@jest/globals';
import { randomCount, seeded } from './examples/random';
import { spreadOf } from './over-dispersion';

const sitesOf = (deviations: readonly number[]) =>
  deviations.map((deviation) => ({ count: 100 + 10 * deviation, expected: 100 }));

describe('the spread of sites', () => {
  /* By hand: of ten, the lowest is set to the second lowest and the highest to the second highest; φ = mean square. */
  it.each([
    [[-9, -4, -3, -1, 0, 0, 1, 3, 4, 9], (16 * 4 + 9 + 1 + 1 + 9) / 10],
    [[-1, 1], 1],
    [[0, 0, 0], 0],
  ])('of deviations %j is %d', (deviations, phi) => {
    expect(spreadOf(sitesOf(deviations)).phi).toBeCloseTo(phi, 12);
  });

  it('widens the funnel only when it is surely more than chance', () => {
    expect(spreadOf(sitesOf([-9, -4, -3, -1, 0, 0, 1, 3, 4, 9])).factor).toBeCloseTo(8.4, 12);
    /* φ = 1.5 of ten sites: below 1 + 2√(2∕10) = 1.89. */
    expect(spreadOf(sitesOf(new Array<number>(10).fill(Math.sqrt(1.5))))).toEqual({
      phi: expect.closeTo(1.5, 9),
      factor: 1,
    });
  });

  it('is unknown of no sites', () => {
    expect(spreadOf([])).toEqual({ phi: null, factor: 1 });
  });

  it('is near 1, and rarely heeded, when only chance is at work', () => {
    const random = seeded(2005);
    const trials = Array.from({ length: 300 }, () =>
      spreadOf(Array.from({ length: 60 }, () => ({ count: randomCount(20, random), expected: 20 }))),
    );
    expect(trials.filter(({ factor }) => factor > 1).length / trials.length).toBeLessThan(0.05);
  });
});
