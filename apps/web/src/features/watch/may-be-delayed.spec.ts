import { describe, expect, it } from '@jest/globals';
import { mayBeDelayed } from './may-be-delayed';

const time = new Date('2026-11-24T09:00:00Z');
const ago = (seconds: number) => new Date(time.getTime() - seconds * 1_000);

describe('the warning that alerts may be delayed', () => {
  it.each([
    ['nothing while the engine turns', 2, 10, false, null],
    ['nothing at exactly 60 s', 60, 10, false, null],
    ['the engine after 61 s without a cycle', 61, 10, false, 'engine'],
    ['the engine when the server cannot tell its age', null, 10, false, 'engine'],
    ['nothing while the server is silent for 60 s', 2, 60, true, null],
    ['the server when it is silent for 61 s', 2, 61, true, 'server'],
    ['nothing after a sleep of the phone, before it has asked again', 2, 3_600, false, null],
    ['the engine, not the server, when both are known', 90, 300, true, 'engine'],
  ] as const)('names %s', (_, cycleSeconds, heardSecondsAgo, silent, named) =>
    expect(mayBeDelayed({ cycleSeconds, heardAt: ago(heardSecondsAgo), silent }, time)).toBe(named),
  );
});
