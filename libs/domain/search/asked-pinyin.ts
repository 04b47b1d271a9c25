import { isSyllable, type Letters } from './letters';
import { withoutLe } from './pinyin';
import type { Readings } from './readings';
import { all, type Token } from './token';
import { weights } from './weights';

/** Where a character can be read in several ways, all of them. */
type Sounds = readonly string[];

/** How runs of characters sound, so that a wrong one of the same sound is no obstacle; rare readings only where they fit. */
export function soundTokens(
  runs: readonly string[],
  readings: Readings,
  isKnown: (syllables: string) => boolean,
): Token[] {
  return runs.flatMap((run) => {
    const sounds = [...run].map((character): Sounds => withoutLe(readings.of(character)));
    const pairs = neighbours(sounds).map(([first, second]) =>
      first.flatMap((one) => second.map((other) => one + other)),
    );
    return [
      ...all(sounds.flat(), sounds.length === 1 ? 1 : weights.oneSyllable),
      ...all(pairs.flatMap((ways) => (ways.some(isKnown) ? ways.filter(isKnown) : ways.slice(0, 1)))),
    ];
  });
}

/** Pinyin as it was typed, or a run of letters that may be a slip in it. */
export function typedTokens({ runs, arePinyin }: Letters): Token[] {
  const long = runs.filter(({ parts }) => parts.length > 1);
  if (!arePinyin) return all(long.map(({ text }) => text).filter(isLongEnough));
  const words = runs.map(({ parts }) => withoutLe(parts.filter(isSyllable)));
  const syllables = words.flat();
  const single = syllables.length === 1 ? 1 : weights.oneSyllable;
  // Between longer words a syllable by itself is a word: kehu ku.
  const alone = long.length > 0 ? words.filter((word) => word.length === 1 && runs.length > 1).flat() : [];
  const whole = runs.length === 1 ? [withoutLe(runs.flatMap(({ parts }) => parts)).join('')].filter(isLongEnough) : [];
  return [
    ...all(syllables, single),
    ...all(neighbours(syllables).map((pair) => pair.join(''))),
    ...all(alone),
    ...all(whole),
  ];
}

const isLongEnough = (run: string) => run.length > 3;

const neighbours = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.slice(1).flatMap((second, index) => items.slice(index, index + 1).map((first) => [first, second] as const));
