import { describe, expect, it } from '@jest/globals';
import { isWithinHours } from './opening';

describe('isWithinHours', () => {
  it.each([
    ['08:00', '17:00', '07:59', false],
    ['08:00', '17:00', '08:00', true],
    ['08:00', '17:00', '16:59', true],
    ['08:00', '17:00', '17:00', false],
    ['22:00', '07:00', '21:59', false],
    ['22:00', '07:00', '23:30', true],
    ['22:00', '07:00', '00:00', true],
    ['22:00', '07:00', '07:00', false],
    ['00:00', '00:00', '12:00', true],
  ])('from %s until %s, %s: %s', (from, until, timeOfDay, expected) => {
    expect(isWithinHours({ from, until }, timeOfDay)).toBe(expected);
  });
});
