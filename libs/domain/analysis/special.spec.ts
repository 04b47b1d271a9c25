import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialAtLeast } from './binomial';
import { poissonAtLeast } from './poisson';
import { betaQuantile, gammaQuantile, normalCdf, normalQuantile } from './special';

const share = fc.constantFrom(0.001, 0.005, 0.025, 0.05, 0.5, 0.95, 0.975, 0.995, 0.999);

describe('the quantiles we take from jstat', () => {
  it('of the gamma distribution agree with Poisson tails, summed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), share, (shape, probability) => {
        expect(poissonAtLeast(shape, gammaQuantile(probability, shape))).toBeCloseTo(probability, 7);
      }),
    );
  });

  it('of the beta distribution agree with binomial tails, summed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        share,
        (a, b, probability) => {
          const value = betaQuantile(probability, a, b);
          expect(binomialAtLeast(a, a + b - 1, value)).toBeCloseTo(probability, 5);
        },
      ),
    );
  });

  /* Abramowitz & Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.5. */
  it.each([
    [0.5, 0],
    [0.975, 1.959964],
    [0.995, 2.575829],
    [0.999, 3.090232],
  ])('of the normal distribution: %d lies below %d', (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 6);
    expect(normalCdf(z)).toBeCloseTo(probability, 6);
  });
});
