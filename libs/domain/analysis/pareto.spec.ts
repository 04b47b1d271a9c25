import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../engine';
import { pareto, vitalFew } from './pareto';

const causes = [
  { key: 'price', count: 5 },
  { key: 'waiting', count: 50 },
  { key: 'parking', count: 0 },
  { key: 'attitude', count: 30 },
  { key: 'noise', count: 5 },
  { key: 'contract', count: 10 },
];

describe('a Pareto chart', () => {
  it('has the most frequent first, equal ones by key, and none that never was', () => {
    expect(pareto(causes).map(({ key }) => key)).toEqual(['waiting', 'attitude', 'contract', 'noise', 'price']);
  });

  it('adds the shares up', () => {
    expect(pareto(causes).map(({ share, cumulativeShare }) => [share, cumulativeShare])).toEqual([
      [0.5, 0.5],
      [0.3, 0.8],
      [0.1, 0.9],
      [0.05, 0.95],
      [0.05, 1],
    ]);
  });

  it.each([
    [0.8, ['waiting', 'attitude']],
    [0.81, ['waiting', 'attitude', 'contract']],
    [0.5, ['waiting']],
    [1, ['waiting', 'attitude', 'contract', 'noise', 'price']],
  ])('has as the vital few for %d: %j', (share, keys) => {
    expect(vitalFew(pareto(causes), share).map(({ key }) => key)).toEqual(keys);
  });

  it('of nothing is empty', () => {
    expect(pareto([])).toEqual([]);
    expect(vitalFew([])).toEqual([]);
  });

  it('refuses half a complaint', () => {
    expect(() => pareto([{ key: 'price', count: 0.5 }])).toThrow(DomainError);
  });
});
