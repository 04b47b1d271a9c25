import { describe, expect, it } from '@jest/globals';
import { ApiProblem, NetworkProblem } from '../../lib/problem';
import { howCurrent } from './how-current';

const time = new Date('2026-11-24T09:00:00Z');
const ago = (seconds: number) => new Date(time.getTime() - seconds * 1_000);
const away = new NetworkProblem('away');
const problem = (status: number) => new ApiProblem(status, 'code', 'A sentence.', []);

describe('what was heard of the machinery', () => {
  it.each([
    ['is how things are while the answers come', 30, null, 'now'],
    ['is old after a sleep of the device, before it has asked again', 31, null, 'old'],
    ['is no news from the first question without an answer, however fresh', 1, away, 'silent'],
    ['is no news while the server is in trouble itself', 1, problem(503), 'silent'],
    ['is no news when the server no longer tells it', 1, problem(403), 'refused'],
  ] as const)('%s', (_, heardSecondsAgo, error, expected) =>
    expect(howCurrent(ago(heardSecondsAgo), error, time)).toBe(expected),
  );
});
