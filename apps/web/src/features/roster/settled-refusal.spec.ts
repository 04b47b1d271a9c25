import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NetworkProblem } from '../../lib/problem';
import type { Swap } from '../../lib/types';
import { swapOf } from './roster.examples';
import { settledRefusal } from './settled-refusal';

const settled = new ApiProblem(409, 'swap.settled', 'This swap is settled already; look again.', []);
const proposed = swapOf({ state: 'proposed' });
const lists = (waitingForMe: Swap[], mine: Swap[]) => ({ waitingForMe, mine });
const gone = lists([], []);

describe('the refusal of an answer to a swap', () => {
  it.each([
    ['a yes to a swap that is gone', 'confirm', gone],
    ['a no to a swap that is gone', 'decline', gone],
    ['taking back a swap that the other has settled', 'withdraw', lists([], [swapOf({ state: 'confirmed' })])],
    ['a yes while only another swap waits', 'confirm', lists([swapOf({ id: 'another' })], [])],
  ] as const)('is said by the page for %s', (_, answer, now) => {
    const refusal = { swap: proposed, answer, error: settled };
    expect(settledRefusal(refusal, now)).toBe(refusal);
  });

  it.each([
    ['its card still waits for my answer', settled, lists([proposed], [])],
    ['its card of mine still waits', settled, lists([], [proposed])],
    ['the server could not be reached', new NetworkProblem('away'), gone],
  ] as const)('is left to the card when %s', (_, error, now) => {
    expect(settledRefusal({ swap: proposed, answer: 'confirm', error }, now)).toBeNull();
  });

  it('is nothing before anything was refused', () => expect(settledRefusal(null, gone)).toBeNull());
});
