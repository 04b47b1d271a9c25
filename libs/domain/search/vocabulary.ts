import SearchableMap from 'minisearch/SearchableMap';
import { all, type Token } from './token';
import { weights } from './weights';

/** The words that occur, to tell what an unknown one was meant to be. */
export class Vocabulary {
  private readonly words = new SearchableMap<true>();

  constructor(words: Iterable<string>) {
    for (const word of words) this.words.set(word, true);
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** The word itself; where it does not occur, those it begins; where it begins none, those nearest to it. */
  meant(word: string): Token[] {
    if (this.has(word)) return all([word]);
    const begun = word.length > 2 ? [...this.words.atPrefix(word).keys()] : [];
    return all(begun.length > 0 ? begun : this.near(word), weights.guessed);
  }

  /** Words that differ by one letter, else by two that changed places, else, when long, by any two. */
  near(word: string): string[] {
    if (word.length < 4) return [];
    const one = [...this.words.fuzzyGet(word, 1).keys()];
    if (one.length > 0) return one;
    const two = [...this.words.fuzzyGet(word, 2).keys()];
    const turned = two.filter((other) => sameLetters(word, other));
    return turned.length > 0 || word.length < 7 ? turned : two;
  }
}

const sameLetters = (one: string, other: string): boolean => sorted(one) === sorted(other);
const sorted = (word: string): string => [...word].sort().join('');
