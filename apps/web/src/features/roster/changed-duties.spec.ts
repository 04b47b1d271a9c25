import { describe, expect, it } from '@jest/globals';
import { changedDuties } from './changed-duties';

const early = { post: 'bar', startsAt: '2026-11-24T00:00:00.000Z', endsAt: '2026-11-24T09:00:00.000Z' };
const late = { ...early, startsAt: '2026-11-24T01:30:00.000Z', endsAt: '2026-11-24T09:30:00.000Z' };

describe('what a change of the roster was about', () => {
  it.each<[string, Record<string, unknown>, object[]]>([
    ['is the shift that was added', { shiftId: '1', personId: '2', ...early }, [early]],
    ['is a shift before and after', { shiftId: '1', before: early, after: late }, [early, late]],
    ['is every shift of a swap or a week', { swapId: '1', shifts: [early, late] }, [early, late]],
    ['is leave, which has no post', { leaveId: '1', ...late, post: undefined }, [{ ...late, post: null }]],
    ['is no shift where a site was set up', { before: { phone: null }, after: { phone: '1' } }, []],
  ])('%s', (_what, data, expected) => {
    expect(changedDuties({ data })).toEqual(expected);
  });
});
