import MiniSearch from 'minisearch';
import { hanziTokens } from './chinese';
import { englishTokens, englishWords, stem } from './english';
import { type Name, namesOf, usualWords, type Way, ways } from './names';
import { Readings } from './readings';
import type { SearchEntry, SearchIndex } from './search-index';
import { Vocabulary } from './vocabulary';
import { weights } from './weights';

/** By the names, in each way, and by the texts that only mention something. */
export type Field = Way | 'mentionedHanzi' | 'mentionedEnglish';

/** The tokens of a playbook, separated by spaces. */
type Document = { readonly id: string } & Readonly<Record<Field, string>>;

/** An index, ready to be asked. */
export type SearchEngine = {
  readonly documents: MiniSearch<Document>;
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly byNumber: ReadonlyMap<string, string>;
  readonly readings: Readings;
  readonly pinyin: Vocabulary;
  readonly english: Vocabulary;
};

/** Takes some 40 ms, so once per index. */
export function createSearchEngine(index: SearchIndex): SearchEngine {
  const { playbooks } = index;
  const readings = new Readings(index.readings);
  const unusual = new Map(Object.entries(index.pinyin));
  const syllablesOf = (text: string) => unusual.get(text)?.split(' ') ?? readings.usual(text);
  const named = playbooks.map((entry) => ({ entry, names: namesOf(entry, syllablesOf) }));
  const tokens = named.map(({ entry, names }) => documentOf(entry, names));
  const documents = new MiniSearch<Document>({
    fields: [...fields],
    tokenize: split,
    processTerm: (term) => term || null,
  });
  documents.addAll(tokens);
  return {
    documents,
    names: new Map(named.map(({ entry, names }) => [entry.id, names])),
    byNumber: new Map(playbooks.map(({ id, number }) => [String(number), id])),
    readings,
    pinyin: new Vocabulary(tokens.flatMap(({ pinyin }) => split(pinyin))),
    english: new Vocabulary(playbooks.flatMap(wordsOf)),
  };
}

/** The English words as they stand, because slips are made before a word loses its ending; and without it. */
const wordsOf = ({ names, words, texts }: SearchEntry): string[] =>
  [...names.zh, ...names.en, ...words.zh, ...words.en, ...texts.en].flatMap((text) =>
    englishWords(usualWords(text)).flatMap((word) => [word, stem(word)]),
  );

const fields: readonly Field[] = [...ways, 'mentionedHanzi', 'mentionedEnglish'];

function documentOf({ id, texts }: SearchEntry, names: readonly Name[]): Document {
  const all = (way: Way) =>
    names.flatMap((name) => Array.from({ length: weights.times[name.kind] }, () => name[way]).flat()).join(' ');
  return {
    id,
    whole: all('whole'),
    hanzi: all('hanzi'),
    pinyin: all('pinyin'),
    initials: all('initials'),
    english: all('english'),
    mentionedHanzi: texts.zh.flatMap((text) => hanziTokens(usualWords(text))).join(' '),
    mentionedEnglish: texts.en.flatMap((text) => englishTokens(usualWords(text))).join(' '),
  };
}

/** Tokens hold no space. */
export const split = (tokens: string): string[] => tokens.split(' ');
