import { describe, expect, it } from '@jest/globals';
import { changeableUntil } from './changeable-until';

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);

describe('a shift can be changed', () => {
  it.each([
    ['until its end, planned long before', '17:00', '08:00', '17:00'],
    ['until an hour after it was planned, if that is later', '17:00', '16:30', '17:30'],
    ['for an hour when it was over as it was planned', '17:00', '20:00', '21:00'],
  ])('%s', (_case, endsAt, plannedAt, until) => {
    expect(changeableUntil({ endsAt: at(endsAt), plannedAt: at(plannedAt) })).toEqual(at(until));
  });

  it('until its end when nobody knows when it was planned', () => {
    expect(changeableUntil({ endsAt: at('17:00'), plannedAt: null })).toEqual(at('17:00'));
  });
});
