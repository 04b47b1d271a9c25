import { hanziTokens, wholeChinese } from './chinese';
import { englishTokens, wholeEnglish } from './english';
import { grams } from './grams';
import { pinyinTokens, withoutLe } from './pinyin';
import { plainText } from './plain-text';
import type { SearchEntry } from './search-index';
import { inUsualWords } from './usual-words';

/** The ways in which a name is looked for; `whole`: all of it and nothing else. */
export const ways = ['whole', 'hanzi', 'pinyin', 'initials', 'english'] as const;
export type Way = (typeof ways)[number];

/** A title or a search word, and the tokens it is found by. */
export type Name = { readonly text: string; readonly isTitle: boolean } & Readonly<Record<Way, readonly string[]>>;

/**
 * All names of a playbook, the Chinese ones first.
 * @param syllablesOf how a Chinese one is read
 */
export const namesOf = ({ names }: SearchEntry, syllablesOf: (text: string) => readonly string[]): Name[] => [
  ...names.zh.map((text, index) => chineseName(text, syllablesOf(text), index === 0)),
  ...names.en.map((text, index) => englishName(text, index === 0)),
];

/** Beside its characters and their sound a Chinese name may hold letters and figures: KTV, 12345. */
function chineseName(text: string, syllables: readonly string[], isTitle: boolean): Name {
  const initials = initialsOf(syllables);
  const words = usualWords(text);
  return {
    text,
    isTitle,
    whole: [wholeChinese(words), ...new Set([initials, initialsOf(withoutLe(syllables))].map(wholeInitials))],
    hanzi: hanziTokens(words),
    pinyin: pinyinTokens(syllables),
    initials: [...grams([...initials], 2), ...grams([...initials], 3)],
    english: englishTokens(words),
  };
}

function englishName(text: string, isTitle: boolean): Name {
  const words = usualWords(text);
  const english = englishTokens(words);
  return { text, isTitle, whole: [wholeEnglish(words)], hanzi: [], pinyin: [], initials: [], english };
}

const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable.charAt(0)).join('');

/** The initials of a whole name, apart from an English word of the same letters. */
export const wholeInitials = (initials: string): string => `=${initials}`;

/** A text as it is compared, in the words we prefer where there are several. */
export const usualWords = (text: string): string => inUsualWords(plainText(text));
