import { describe, expect, it } from '@jest/globals';
import { conflictsOf } from './conflicts';
import { leaveOf, rosterOf, shiftOf } from './roster.examples';

const early = shiftOf('lin', 'bar', '2026-11-24', '08:00', '17:00');
const roster = rosterOf({
  shifts: [early, shiftOf('sun', 'bar', '2026-11-24', '08:00', '17:00')],
  leave: [leaveOf('lin', '2026-11-25T16:00:00Z', '2026-11-26T16:00:00Z')],
});
const draft = (date: string, start: string, end: string) => ({ personId: 'lin', date, start, end });

describe('conflictsOf', () => {
  it.each([
    ['2026-11-24', '17:00', '20:00', 0],
    ['2026-11-24', '16:59', '20:00', 1],
    ['2026-11-23', '20:00', '08:00', 0],
    ['2026-11-23', '20:00', '08:01', 1],
    // Leave is the whole of the 26th, local time.
    ['2026-11-25', '20:00', '08:00', 1],
    ['2026-11-27', '08:00', '17:00', 0],
    ['2026-11-24', '', '17:00', 0],
  ])('%s %s-%s: %d', (date, start, end, count) => {
    expect(conflictsOf(draft(date, start, end), roster)).toHaveLength(count);
  });

  it('does not hold a shift against itself while it is changed', () => {
    expect(conflictsOf(draft('2026-11-24', '09:00', '18:00'), roster, early.id)).toEqual([]);
  });
});
