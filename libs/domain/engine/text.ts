/** What can be wrong with a text a person typed. */
export type TextProblem = 'too_long' | 'nul' | 'lone_surrogate' | 'empty';

/** Most characters of any text a person types. */
export const maxTextLength = 4_000;

const loneSurrogate = /\p{Surrogate}/u;
const nothingVisible = /^[\s\u200B-\u200D\u2060\uFEFF]*$/;

/**
 * What is wrong with `value`, or null. `max` counts characters (code points), as Postgres does.
 * `empty` (nothing visible) comes last, so that a caller who allows empty texts still hears of everything else.
 */
export function textProblem(value: string, max: number = maxTextLength): TextProblem | null {
  if (value.length > max && (value.length > 2 * max || [...value].length > max)) return 'too_long';
  if (value.includes('\0')) return 'nul';
  if (loneSurrogate.test(value)) return 'lone_surrogate';
  if (nothingVisible.test(value)) return 'empty';
  return null;
}
