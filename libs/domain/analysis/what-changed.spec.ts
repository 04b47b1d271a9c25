import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chanceOfDifference } from './rate-ratio';
import { whatChanged } from './what-changed';

describe('what changed most', () => {
  const causes = [
    { key: 'waiting', before: 20, after: 60 },
    { key: 'attitude', before: 30, after: 31 },
    { key: 'price', before: 40, after: 22 },
    { key: 'noise', before: 0, after: 2 },
  ];

  it('is in front, up or down', () => {
    expect(
      whatChanged(causes, { before: 1_000, after: 1_000 }).map(({ key, difference }) => [key, difference]),
    ).toEqual([
      ['waiting', 40],
      ['price', -18],
      ['noise', 2],
      ['attitude', 1],
    ]);
  });

  it('is told from luck, and as one of many looks', () => {
    const [waiting, price, noise] = whatChanged(causes, { before: 1_000, after: 1_000 });
    expect(waiting?.adjustedChance).toBeLessThan(0.001);
    expect(price?.chance).toBeCloseTo(chanceOfDifference({ count: 40, exposure: 1 }, { count: 22, exposure: 1 }), 12);
    expect(price?.adjustedChance).toBeGreaterThan(price?.chance ?? 1);
    expect(noise?.chance).toBe(0.5);
  });

  it('heeds that twice as many visitors came', () => {
    const [first] = whatChanged([{ key: 'waiting', before: 20, after: 40 }], { before: 1_000, after: 2_000 });
    expect(first).toMatchObject({ expected: 40, difference: 0, chance: 1 });
  });

  it('adds up to what the total did', () => {
    const counts = fc.array(fc.record({ key: fc.string(), before: fc.nat(200), after: fc.nat(200) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (given, visitors) => {
        const total = given.reduce((sum, { before, after }) => sum + after - before * visitors, 0);
        const parts = whatChanged(given, { before: 1, after: visitors });
        expect(parts.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(total, 6);
      }),
    );
  });
});
