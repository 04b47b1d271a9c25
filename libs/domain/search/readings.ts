import type { CharactersBySyllable, SearchIndex } from './search-index';

const longestSyllable = 6;

/** How characters are read, and how a run of letters divides into syllables. */
export class Readings {
  private readonly byCharacter = new Map<string, string[]>();
  private readonly syllables: ReadonlySet<string>;

  constructor({ usual, other }: SearchIndex['readings']) {
    this.syllables = new Set([...Object.keys(usual), ...Object.keys(other)]);
    this.learn(usual);
    this.learn(other);
  }

  /** The syllables a character can be read as, the usual one first; none when it is a rare one. */
  of(character: string): readonly string[] {
    return this.byCharacter.get(character) ?? [];
  }

  /** How the characters of a text are usually read. */
  usual(text: string): readonly string[] {
    return [...text].flatMap((character) => this.of(character).slice(0, 1));
  }

  /**
   * Letters as syllables and, where there is none, single letters, in as few parts as possible:
   * `huadao` → hua dao, `kafeisl` → ka fei s l.
   */
  divide(letters: string): readonly string[] {
    const best: (readonly string[])[] = [[]];
    for (let end = 1; end <= letters.length; end++) {
      for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
        const part = letters.slice(start, end);
        if (part.length > 1 && !this.syllables.has(part)) continue;
        const divided = [...(best[start] ?? []), part];
        if (divided.length <= (best[end]?.length ?? Infinity)) best[end] = divided;
      }
    }
    return best[letters.length] ?? [];
  }

  private learn(readings: CharactersBySyllable): void {
    for (const [syllable, characters] of Object.entries(readings)) {
      for (const character of characters) {
        const known = this.byCharacter.get(character);
        if (known) known.push(syllable);
        else this.byCharacter.set(character, [syllable]);
      }
    }
  }
}
