import { pairs } from './grams';
import { all, type Token } from './token';
import type { Vocabulary } from './vocabulary';
import { weights } from './weights';

/**
 * Of a run of pinyin with slips: the pairs of syllables that are sound, and what each slip may have been together with
 * its neighbours: of `wnhoukehu` (w n hou ke hu) kehu, and wenhou for `wnhou`.
 */
export function mendedPieces(parts: readonly string[], known: Vocabulary): Token[] {
  const sound = pairs(parts).filter(([first, second]) => isSound(first) && isSound(second));
  const pieces = joinSlips(parts);
  const mended = pieces.flatMap(({ text, isSlip }, index) => {
    if (!isSlip) return [];
    const before = (index > 0 ? pieces[index - 1]?.text : undefined) ?? '';
    const after = pieces[index + 1]?.text ?? '';
    return [before + text + after, before + text, text + after].flatMap((one) => known.near(one));
  });
  return [
    ...all(sound.map((pair) => pair.join('')).filter((pair) => known.has(pair))),
    ...all(mended, weights.guessed),
  ];
}

const isSound = (part: string): boolean => part.length > 1;

type Piece = { readonly text: string; readonly isSlip: boolean };

/** Single letters one after another are one slip. */
function joinSlips(parts: readonly string[]): readonly Piece[] {
  return parts.reduce<readonly Piece[]>((pieces, part) => {
    const last = pieces.at(-1);
    if (isSound(part)) return [...pieces, { text: part, isSlip: false }];
    if (last?.isSlip) return [...pieces.slice(0, -1), { text: last.text + part, isSlip: true }];
    return [...pieces, { text: part, isSlip: true }];
  }, []);
}
