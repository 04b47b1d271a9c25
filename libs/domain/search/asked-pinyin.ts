import { isSyllable, type Letters } from './letters';
import { mendedPieces } from './mended-pieces';
import { pairs } from './grams';
import { withoutLe } from './pinyin';
import type { Readings } from './readings';
import { all, type Token } from './token';
import type { Vocabulary } from './vocabulary';
import { weights } from './weights';

/** How characters sound, so that a wrong one of the same sound is no obstacle; of several readings those that fit. */
export function soundTokens(runs: readonly string[], readings: Readings, known: Vocabulary): Token[] {
  return runs.flatMap((run) => {
    const sounds = [...run].map((character) => withoutLe(readings.of(character)));
    const single = sounds.flat().filter((syllable) => known.has(syllable));
    const double = pairs(sounds).flatMap(([first, second]) => {
      const possible = first.flatMap((one) => second.map((other) => one + other));
      const fitting = possible.filter((pair) => known.has(pair));
      return fitting.length > 0
        ? all(fitting)
        : all(
            possible.slice(0, 1).flatMap((pair) => known.near(pair)),
            weights.oneSyllable,
          );
    });
    return [...all(single, sounds.length === 1 ? 1 : weights.oneSyllable), ...double];
  });
}

/** Letters that are pinyin, perhaps with slips; of others only a run as a whole. */
export function typedTokens(letters: Letters, known: Vocabulary): Token[] {
  const { runs, arePinyin, resemblePinyin } = letters;
  if (arePinyin) return pinyinTokens(letters, known);
  const long = runs.filter(({ text, parts }) => parts.length > 1 && text.length >= shortestRun);
  const whole = long.flatMap(({ text }) => known.meant(text));
  if (!resemblePinyin) return whole;
  const short = runs.filter(({ text, parts }) => parts.length === 1 && known.has(text));
  return [...whole, ...all(short.map(({ text }) => text)), ...long.flatMap(({ parts }) => mendedPieces(parts, known))];
}

function pinyinTokens({ runs }: Letters, known: Vocabulary): Token[] {
  const words = runs.map(({ parts }) => withoutLe(parts.filter(isSyllable)));
  const syllables = words.flat();
  const single = syllables.filter((syllable) => known.has(syllable));
  // Between longer words a syllable by itself is a word: kehu ku.
  const alone = words.some((word) => word.length > 1) ? words.filter((word) => word.length === 1).flat() : [];
  // With its last syllable, which may be unfinished: huad.
  const whole = runs.length === 1 ? runs.map(({ parts }) => withoutLe(parts).join('')) : [];
  return [
    ...(syllables.length > 1 ? all(single, weights.oneSyllable) : syllables.flatMap((one) => known.meant(one))),
    ...pairs(syllables).flatMap((pair) => known.meant(pair.join(''))),
    ...all(alone),
    ...whole.filter((text) => text.length >= shortestRun).flatMap((text) => known.meant(text)),
  ];
}

/** Fewer letters could be anything. */
const shortestRun = 4;
