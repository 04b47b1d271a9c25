import { describe, expect, it } from '@jest/globals';
import { disjointGroups } from './disjoint-periods';

const period = (text: string) => {
  const [from = '', to = ''] = text.split('/');
  return { from, to };
};

describe('disjointGroups', () => {
  it.each<[string, string[], number[][]]>([
    ['none', [], []],
    ['weeks in order', ['2026-11-02/2026-11-08', '2026-11-09/2026-11-15'], [[0, 1]]],
    ['weeks the other way round', ['2026-11-09/2026-11-15', '2026-11-02/2026-11-08'], [[1, 0]]],
    ['a month and a week of it', ['2026-11-01/2026-11-30', '2026-11-02/2026-11-08'], [[0], [1]]],
    [
      'two months and weeks of the second',
      ['2026-10-01/2026-10-31', '2026-11-01/2026-11-30', '2026-11-02/2026-11-08', '2026-11-09/2026-11-15'],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['the same twice', ['2026-11-02/2026-11-08', '2026-11-02/2026-11-08'], [[0], [1]]],
    ['one that ends before it begins', ['2026-11-09/2026-11-02', '2026-11-02/2026-11-02'], [[1]]],
  ])('%s', (_, texts, groups) => {
    expect(disjointGroups(texts.map(period))).toEqual(groups);
  });
});
