import SearchableMap from 'minisearch/SearchableMap';

/** The words that occur, to decide how far a word of the question may be from one. */
export class Vocabulary {
  private readonly words = new SearchableMap<true>();

  constructor(words: Iterable<string>) {
    for (const word of words) this.words.set(word, true);
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** Whether the word may be the beginning of another: only where it is none itself. */
  mayBegin(word: string): boolean {
    return word.length > 2 && !this.has(word);
  }

  /** How many letters may differ: none where the word occurs or begins one, else one or, in longer words, two. */
  mayDiffer(word: string): number | false {
    if (word.length < 4 || this.has(word) || this.words.atPrefix(word).size > 0) return false;
    if (this.words.fuzzyGet(word, 1).size > 0) return 1;
    return word.length > 5 ? 2 : false;
  }
}
