import { describe, expect, it } from '@jest/globals';
import { readDuration } from './duration';

describe('readDuration', () => {
  it.each([
    ['10s', 10],
    ['30s', 30],
    ['5m', 300],
    ['2h', 7_200],
    ['1d', 86_400],
    ['30d', 2_592_000],
    ['720h', 2_592_000],
    ['9s', null],
    ['31d', null],
    ['0m', null],
    ['05m', null],
    ['1.5h', null],
    ['-5m', null],
    ['5', null],
    ['5M', null],
    ['5 m', null],
    ['99999999d', null],
    ['', null],
  ])('%j → %j', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });
});
