import { describe, expect, it } from '@jest/globals';
import { urgent } from '../examples/playbook';
import { snoozeBounds } from './snooze-bounds';

const policy = (atMostSeconds: number, times: number) => ({ ...urgent, snooze: { atMostSeconds, times } });

describe('a chain may be put off', () => {
  it.each([
    ['as its policy says', [{ policy: policy(600, 2), snoozes: 0 }], { atMostSeconds: 600, left: 2 }],
    ['so often and no more', [{ policy: policy(600, 2), snoozes: 2 }], { atMostSeconds: 600, left: 0 }],
    [
      'as the strictest of several says',
      [
        { policy: policy(600, 2), snoozes: 0 },
        { policy: policy(1_800, 1), snoozes: 0 },
      ],
      { atMostSeconds: 600, left: 1 },
    ],
    [
      'not when one of them says nothing of it',
      [
        { policy: policy(600, 2), snoozes: 0 },
        { policy: urgent, snoozes: 0 },
      ],
      null,
    ],
    ['not when nothing calls', [], null],
  ])('%s', (_, chains, expected) => {
    expect(snoozeBounds(chains)).toEqual(expected);
  });
});
