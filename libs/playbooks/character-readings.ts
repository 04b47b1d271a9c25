import type { CharactersBySyllable, SearchIndex } from '@zenmeban/domain/search';
import { pinyin, polyphonic } from 'pinyin-pro';

/** How the Chinese of a text is read, a syllable per character, without tones, `ü` as `v`. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' });

/**
 * How frequent characters are read. Frequent are those of the first levels of GB 2312 (3,755 simplified) and Big5
 * (5,401 traditional): 6,722 in all, together 18 kB when zipped.
 */
export function characterReadings(): SearchIndex['readings'] {
  const all = [...frequentCharacters()].map((character) => {
    const [syllables = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
    const [usual = ''] = syllablesOf(character);
    return { character, usual: [usual], other: syllables.filter((syllable) => syllable !== usual) };
  });
  const bySyllable = (kind: 'usual' | 'other'): CharactersBySyllable => {
    const characters: Record<string, string> = {};
    for (const one of all) {
      for (const syllable of one[kind].filter((text) => /^[a-z]+$/.test(text))) {
        characters[syllable] = (characters[syllable] ?? '') + one.character;
      }
    }
    return characters;
  };
  return { usual: bySyllable('usual'), other: bySyllable('other') };
}

function frequentCharacters(): ReadonlySet<string> {
  const simplified = charactersOf('gbk', { from: 0xb0, to: 0xd7 }, { from: 0xa1, to: 0xfe });
  const traditional = charactersOf('big5', { from: 0xa4, to: 0xc6 }, { from: 0x40, to: 0xfe });
  return new Set([...simplified, ...traditional]);
}

type Bytes = { readonly from: number; readonly to: number };

function charactersOf(encoding: string, first: Bytes, second: Bytes): string[] {
  const decoder = new TextDecoder(encoding);
  const bytes = ({ from, to }: Bytes) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return bytes(first)
    .flatMap((one) => bytes(second).map((other) => decoder.decode(Uint8Array.of(one, other))))
    .filter((text) => /^\p{Script=Han}$/u.test(text));
}
