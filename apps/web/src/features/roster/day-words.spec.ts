import { describe, expect, it } from '@jest/globals';
import { dayWords, hoursWords, isOvernight, spanWords, weekWords } from './day-words';

const zone = 'Asia/Shanghai';
const span = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
const day = span('2026-11-24T00:00:00Z', '2026-11-24T09:00:00Z');
const untilMidnight = span('2026-11-24T00:00:00Z', '2026-11-24T16:00:00Z');
const night = span('2026-11-24T12:00:00Z', '2026-11-25T00:00:00Z');

describe('days and hours in words', () => {
  it('names a day in both languages', () => {
    expect(dayWords('2026-11-24', 'zh')).toBe('11月24日 周二');
    expect(dayWords('2026-11-24', 'en')).toBe('Tue 24 Nov');
  });

  it.each([
    [['2026-11-23', '2026-11-29'], '11月23日 – 29日', '23 – 29 Nov'],
    [['2026-11-30', '2026-12-06'], '11月30日 – 12月6日', '30 Nov – 6 Dec'],
  ])('names the week of %j', (days, zh, en) => {
    expect([weekWords(days, 'zh'), weekWords(days, 'en')]).toEqual([zh, en]);
  });

  it.each([
    [day, '08:00–17:00', false, '11月24日 周二 08:00–17:00'],
    [untilMidnight, '08:00–24:00', false, '11月24日 周二 08:00–24:00'],
    [night, '20:00–08:00', true, '11月24日 周二 20:00 – 周三 08:00'],
    [span('2026-11-27T16:00:00Z', '2026-11-29T16:00:00Z'), '00:00–24:00', true, '11月28日 周六 00:00 – 周日 24:00'],
    [
      span('2026-11-23T00:00:00Z', '2026-12-02T00:00:00Z'),
      '08:00–08:00',
      true,
      '11月23日 周一 08:00 – 12月2日 周三 08:00',
    ],
  ])('says %j', (given, hours, overnight, words) => {
    expect(hoursWords(given, zone)).toBe(hours);
    expect(isOvernight(given, zone)).toBe(overnight);
    expect(spanWords(given, zone, 'zh')).toBe(words);
  });
});
