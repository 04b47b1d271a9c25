import { describe, expect, it } from '@jest/globals';
import { clockTime, countdown, span } from './format';

describe('times as people read them', () => {
  it.each([
    [151_000, '2:31'],
    [150_001, '2:31'],
    [59_000, '0:59'],
    [0, '0:00'],
    [-5_000, '0:00'],
    [3_765_000, '1:02:45'],
  ])('counts %d ms down as %s', (milliseconds, shown) => expect(countdown(milliseconds)).toBe(shown));

  it.each([
    [-1, 'seconds', 0],
    [59_999, 'seconds', 59],
    [60_000, 'minutes', 1],
    [3_600_000, 'hours', 1],
    [172_800_000, 'days', 2],
  ])('says %d ms in %s', (milliseconds, unit, count) => expect(span(milliseconds)).toEqual({ unit, count }));

  it('shows the hour of the site, and the date when it is not today there', () => {
    const today = new Date('2026-11-23T15:30:00Z');
    expect(clockTime('2026-11-23T11:03:00Z', 'Asia/Shanghai', 'zh', today)).toBe('19:03');
    expect(clockTime('2026-11-23T16:30:00Z', 'Asia/Shanghai', 'zh', today)).toBe('11月24日 00:30');
    expect(clockTime('2026-11-22T11:03:00Z', 'Asia/Shanghai', 'en', today)).toMatch(/22 Nov.*19:03/);
  });
});
