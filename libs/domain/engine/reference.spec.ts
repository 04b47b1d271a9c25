import { describe, expect, it } from '@jest/globals';
import { formatReference } from './reference';

describe('formatReference', () => {
  it.each([
    ['BJ1', '2026-11-23', 4, 'BJ1-20261123-004'],
    ['SH2', '2026-01-02', 999, 'SH2-20260102-999'],
    ['SH2', '2026-01-02', 1_000, 'SH2-20260102-1000'],
  ])('%s %s %i', (site, date, n, reference) => {
    expect(formatReference(site, date, n)).toBe(reference);
  });

  it.each([
    ['20261123', 1],
    ['2026-11-23', 0],
    ['2026-11-23', 1.5],
  ])('refuses %s %d', (date, n) => {
    expect(() => formatReference('BJ1', date, n)).toThrow(RangeError);
  });
});
