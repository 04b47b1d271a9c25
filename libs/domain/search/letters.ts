import type { Readings } from './readings';

/** The letters of a question: its runs, each divided into syllables, and whether all of it can be pinyin. */
export type Letters = {
  readonly runs: readonly { readonly text: string; readonly parts: readonly string[] }[];
  readonly arePinyin: boolean;
  /** Whether most of it can. */
  readonly resemblePinyin: boolean;
};

/** Of pinyin only the very last syllable may still be unfinished: `hua dao`, `huad`, but not `sales team`. */
export function readLetters(plain: string, readings: Readings): Letters {
  const runs = (plain.match(/[a-z]+/g) ?? []).map((text) => ({ text, parts: readings.divide(text) }));
  const parts = runs.flatMap((run) => run.parts);
  const unfinished = (runs.at(-1)?.parts.length ?? 0) > 1 && !isSyllable(parts.at(-1) ?? '');
  const sound = parts.filter((part) => part.length > 1).join('').length;
  return {
    runs,
    arePinyin: runs.length > 0 && (unfinished ? parts.slice(0, -1) : parts).every(isSyllable),
    resemblePinyin: sound >= 0.6 * parts.join('').length,
  };
}

/** One letter is a syllable only where it is a vowel that can stand alone. */
export const isSyllable = (part: string): boolean => part.length > 1 || /^[aoe]$/.test(part);
