import { initialTokens } from './asked-initials';
import { soundTokens, typedTokens } from './asked-pinyin';
import { askedRuns, hanziToken, wholeChinese } from './chinese';
import { englishWords, stem, wholeEnglish } from './english';
import { grams } from './grams';
import { readLetters } from './letters';
import type { Way } from './names';
import { plainText } from './plain-text';
import type { Readings } from './readings';
import { all, heaviest, type Token, type Weighted } from './token';
import { inUsualWords } from './usual-words';
import type { Vocabulary } from './vocabulary';
import { weights } from './weights';

/** As much of a question as is read. */
const longest = 60;

/** What is known of the names: how they can sound, and their English words. */
export type Known = { readonly readings: Readings; readonly pinyin: Vocabulary; readonly english: Vocabulary };

/** What to look for, in every way a question can be meant. */
export function queryTokens(query: string, { readings, pinyin, english }: Known): Readonly<Record<Way, Weighted>> {
  const plain = plainText(query).slice(0, longest);
  const words = inUsualWords(plain);
  const letters = readLetters(plain, readings);
  const initials = initialTokens(letters);
  const typed = typedTokens(letters, pinyin);
  return {
    whole: heaviest([...all([wholeChinese(words), wholeEnglish(words)]), ...initials.whole]),
    hanzi: heaviest(askedRuns(words).flatMap(characterTokens)),
    pinyin: heaviest([...soundTokens(askedRuns(plain), readings, pinyin), ...typed]),
    initials: heaviest(initials.parts),
    english: heaviest(
      makesSense(typed, pinyin) ? stems(words, english, weights.englishInPinyin) : stems(words, english),
    ),
  };
}

/** Whether some name sounds like two of the syllables that were typed; one alone may be chance. */
const makesSense = (typed: readonly Token[], pinyin: Vocabulary): boolean =>
  typed.some(([text, weight]) => weight === 1 && text.length > 3 && pinyin.has(text));

function stems(words: string, english: Vocabulary, trust = 1): Token[] {
  const meant = englishWords(words).flatMap((word): Token[] => {
    if (english.has(stem(word))) return [[stem(word), 1]];
    return [word, stem(word)].flatMap((one) => english.meant(one)).map(([text, weight]) => [stem(text), weight]);
  });
  return meant.map(([text, weight]) => [text, weight * trust]);
}

function characterTokens(run: string): Token[] {
  const characters = [...run];
  const single = characters.length === 1 ? 1 : weights.oneCharacter;
  return [...all(characters.map(hanziToken), single), ...all(grams(characters, 2).map(hanziToken))];
}
