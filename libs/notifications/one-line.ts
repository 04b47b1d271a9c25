/** Controls (CR, LF, NUL, DEL …), line and paragraph separators, and marks that reverse the direction of reading. */
const unfit = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Makes any text fit for a mail header: one line, well-formed, at most `max` characters (an ellipsis marks a cut).
 */
export function oneLine(text: string, max: number): string {
  const clean = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...clean];
  return characters.length <= max ? clean : `${characters.slice(0, max - 1).join('')}…`;
}
