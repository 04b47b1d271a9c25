import { describe, expect, it } from '@jest/globals';
import { textProblem } from './text';

describe('textProblem', () => {
  it.each([
    ['a plain text', '客人在大厅滑倒', null],
    ['a text of exactly the limit', '字'.repeat(10), null],
    ['emoji, each counted once', '🙂'.repeat(10), null],
    ['one character too many', '字'.repeat(11), 'too_long'],
    ['one emoji too many', '🙂'.repeat(11), 'too_long'],
    ['a very long blank', ' '.repeat(50), 'too_long'],
    ['NUL', 'a\0b', 'nul'],
    ['half a surrogate pair', 'a\ud83d', 'lone_surrogate'],
    ['the other half', '\ude42b', 'lone_surrogate'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\u3000', 'empty'],
    ['invisible characters', '\u200b\ufeff', 'empty'],
  ])('%s', (_, value, problem) => {
    expect(textProblem(value, 10)).toBe(problem);
  });
});
