import { describe, expect, it } from '@jest/globals';
import { durationOf } from './duration';

describe('a duration', () => {
  it.each([
    [-3, { key: 'seconds', count: 0 }],
    [8.4, { key: 'seconds', count: 8 }],
    [59.6, { key: 'minutes', count: 1 }],
    [125, { key: 'minutesSeconds', minutes: 2, seconds: 5 }],
    [3_600, { key: 'hours', count: 1 }],
    [3_789, { key: 'hoursMinutes', hours: 1, minutes: 3 }],
  ])('of %d s is said as %o', (seconds, said) => expect(durationOf(seconds)).toEqual(said));
});
