import { describe, expect, it } from '@jest/globals';
import { dayOf, lastDays, presetOf } from './period';

const today = new Date(2026, 10, 3, 23, 59);

describe('the period of the ledger', () => {
  it.each([
    [1, '2026-11-03'],
    [7, '2026-10-28'],
    [30, '2026-10-05'],
  ])('of %i days includes today', (count, from) => expect(lastDays(count, today)).toEqual({ from, to: '2026-11-03' }));

  it.each(['2026-02-29', '2026-13-01', '26-1-1', '', 7, undefined])('takes no %s for a day', (value) =>
    expect(dayOf(value)).toBeUndefined(),
  );

  it('takes a leap day for a day', () => expect(dayOf('2028-02-29')).toBe('2028-02-29'));

  it('knows its preset again, and that there is none', () => {
    expect(presetOf(lastDays(30, today), today)).toBe(30);
    expect(presetOf({ from: '2026-10-01', to: '2026-11-03' }, today)).toBeNull();
  });
});
