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

/** Its title, a search word it brings itself, or what else people say. */
export type NameKind = 'title' | 'name' | 'word';

/** What a playbook is called, and the tokens it is found by. */
export type Name = { readonly text: string; readonly kind: NameKind } & Tokens;

type Tokens = Readonly<Record<Way, readonly string[]>>;

/** @param syllablesOf how a Chinese name is read */
export function namesOf({ names, words }: SearchEntry, syllablesOf: (text: string) => readonly string[]): Name[] {
  const chinese = (kind: NameKind) => (text: string) => ({ text, kind, ...chineseTokens(text, syllablesOf(text)) });
  const english = (kind: NameKind) => (text: string) => ({ text, kind, ...englishNameTokens(text) });
  return [
    ...names.zh.slice(0, 1).map(chinese('title')),
    ...names.en.slice(0, 1).map(english('title')),
    ...names.zh.slice(1).map(chinese('name')),
    ...names.en.slice(1).map(english('name')),
    ...words.zh.map(chinese('word')),
    ...words.en.map(english('word')),
  ];
}

/** Beside its characters and their sound a Chinese name may hold letters and figures: KTV, 12345. */
function chineseTokens(text: string, syllables: readonly string[]): Tokens {
  const initials = initialsOf(syllables);
  const words = usualWords(text);
  return {
    whole: [wholeChinese(words), ...new Set([initials, initialsOf(withoutLe(syllables))].map(wholeInitials))],
    hanzi: hanziTokens(words),
    pinyin: pinyinTokens(syllables),
    initials: [...grams([...initials], 2), ...grams([...initials], 3)],
    english: englishTokens(words),
  };
}

function englishNameTokens(text: string): Tokens {
  const words = usualWords(text);
  const english = englishTokens(words);
  return { whole: [wholeEnglish(words)], hanzi: [], pinyin: [], initials: [], english };
}

const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable.charAt(0)).join('');

/** The initials of a whole name, apart from an English word of the same letters. */
export const wholeInitials = (initials: string): string => `=${initials}`;

/** A text as it is compared, in the words we prefer where there are several. */
export const usualWords = (text: string): string => inUsualWords(plainText(text));
