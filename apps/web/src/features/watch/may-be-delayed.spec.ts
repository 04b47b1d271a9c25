import { describe, expect, it } from '@jest/globals';
import { mayBeDelayed } from './may-be-delayed';

const time = new Date('2026-11-24T09:00:00Z');
const ago = (seconds: number) => new Date(time.getTime() - seconds * 1_000);

describe('the warning that alerts may be delayed', () => {
  it.each([
    ['nothing while the engine turns', false, 10, false, null],
    ['the engine when it stands still', true, 10, false, 'engine'],
    ['nothing while the server is silent for 60 s', false, 60, true, null],
    ['the server when it is silent for 61 s', false, 61, true, 'server'],
    ['nothing after a sleep of the phone, before it has asked again', false, 3_600, false, null],
    ['the engine, not the server, when both are known', true, 300, true, 'engine'],
  ] as const)('names %s', (_, delayed, heardSecondsAgo, silent, named) =>
    expect(mayBeDelayed({ delayed, heardAt: ago(heardSecondsAgo), silent }, time)).toBe(named),
  );
});
