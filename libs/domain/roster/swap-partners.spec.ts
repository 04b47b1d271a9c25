import { describe, expect, it } from '@jest/globals';
import { type Engagement, swapChoice } from './swap-partners';

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour));
const duty = (id: string, day: number, from: number, until: number): Engagement => ({
  ...{ id, personId: id, startsAt: at(day, from), endsAt: at(day, until) },
});
const shift = duty('shift', 24, 8, 17);

describe('a shift', () => {
  it.each<[string, Engagement[], Engagement[], boolean, string[]]>([
    ['is a gift to whoever is free', [shift], [duty('later', 25, 8, 17)], true, ['later']],
    ['is swapped for one of the same hours', [shift], [duty('same', 24, 9, 18)], false, ['same']],
    ['is for nobody who has two others then', [shift], [duty('a', 24, 8, 12), duty('b', 24, 12, 18)], false, []],
    ['begins when another ends', [shift], [duty('before', 24, 0, 8)], true, ['before']],
    [
      'is not swapped for one in which its holder is needed',
      [shift, duty('own', 25, 9, 10)],
      [duty('theirs', 25, 8, 17)],
      true,
      [],
    ],
  ])('%s', (_what, mine, theirs, gift, inReturn) => {
    expect(swapChoice(shift, { mine, theirs, offers: theirs })).toEqual({ gift, inReturn });
  });

  it('is not for whoever is away, whatever they offer', () => {
    const offers = [duty('offer', 25, 8, 17)];
    const theirs = [...offers, duty('leave', 24, 0, 24)];
    expect(swapChoice(shift, { mine: [shift], theirs, offers })).toEqual({ gift: false, inReturn: [] });
  });
});
