import { initialTokens } from './asked-initials';
import { soundTokens, typedTokens } from './asked-pinyin';
import { askedRuns, hanziToken, wholeChinese } from './chinese';
import { englishTokens, wholeEnglish } from './english';
import { grams } from './grams';
import { readLetters } from './letters';
import type { Way } from './names';
import { plainText } from './plain-text';
import type { Readings } from './readings';
import { all, heaviest, type Token, type Weighted } from './token';
import { inUsualWords } from './usual-words';
import { weights } from './weights';

/** As much of a question as is read. */
const longest = 60;

/**
 * What to look for, in every way a question can be meant.
 * @param isKnown whether a name sounds so
 */
export function queryTokens(
  query: string,
  readings: Readings,
  isKnown: (syllables: string) => boolean,
): Readonly<Record<Way, Weighted>> {
  const plain = plainText(query).slice(0, longest);
  const words = inUsualWords(plain);
  const letters = readLetters(plain, readings);
  const initials = initialTokens(letters);
  return {
    whole: heaviest([...all([wholeChinese(words), wholeEnglish(words)]), ...initials.whole]),
    hanzi: heaviest(askedRuns(words).flatMap(characterTokens)),
    pinyin: heaviest([...soundTokens(askedRuns(plain), readings, isKnown), ...typedTokens(letters)]),
    initials: heaviest(initials.parts),
    english: heaviest(all(englishTokens(words))),
  };
}

function characterTokens(run: string): Token[] {
  const characters = [...run];
  const single = characters.length === 1 ? 1 : weights.oneCharacter;
  return [...all(characters.map(hanziToken), single), ...all(grams(characters, 2).map(hanziToken))];
}
