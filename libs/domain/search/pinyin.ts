import { grams } from './grams';

/** `le` (了) ends half of what people say and means nothing by itself. */
export const withoutLe = (syllables: readonly string[]): readonly string[] =>
  syllables.filter((syllable) => syllable !== 'le');

/** Every syllable of a name, every two neighbours, and all of them together. */
export function pinyinTokens(syllables: readonly string[]): string[] {
  const told = withoutLe(syllables);
  return [...told, ...grams(told, 2), ...(told.length > 2 ? [told.join('')] : [])];
}
