import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialAtLeast } from './binomial';
import { atLeastOf, oneIn } from './chance';

describe('a chance in words', () => {
  it.each([
    [1, 1],
    [0.5, 2],
    [1 / 240, 240],
    [0.00416, 240],
    [0.0013499, 740],
    [1e-6, 1_000_000],
    [1e-40, 1_000_000],
    [0, 1_000_000],
  ])('of %d is 1 in %d', (chance, n) => {
    expect(oneIn(chance)).toBe(n);
  });
});

describe('so many of independent events', () => {
  it('are binomial when all have the same chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.nat(14),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (of, some, chance) => {
          const wanted = Math.min(some, of);
          expect(atLeastOf(new Array<number>(of).fill(chance), wanted)).toBeCloseTo(
            binomialAtLeast(wanted, of, chance),
            9,
          );
        },
      ),
    );
  });

  it.each([
    [[0.5, 0.2], 2, 0.1],
    [[0.5, 0.2], 1, 0.6],
    [[0.5, 0.2, 0.1], 2, 0.5 * 0.2 * 0.9 + 0.5 * 0.8 * 0.1 + 0.5 * 0.2 * 0.1 + 0.5 * 0.2 * 0.1],
    [[1, 1, 0], 2, 1],
  ])('with chances of %j are at least %d with a chance of %d', (chances, wanted, chance) => {
    expect(atLeastOf(chances, wanted)).toBeCloseTo(chance, 12);
  });
});
