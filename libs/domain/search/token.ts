/** What to look for and how much it counts; 1 is a whole word. */
export type Token = readonly [text: string, weight: number];
export type Weighted = ReadonlyMap<string, number>;

/** Each token once, with the most it counts anywhere. */
export function heaviest(tokens: readonly Token[]): Weighted {
  const best = new Map<string, number>();
  for (const [text, weight] of tokens) best.set(text, Math.max(weight, best.get(text) ?? 0));
  return best;
}

/** Tokens that count alike. */
export const all = (texts: readonly string[], weight = 1): Token[] => texts.map((text) => [text, weight]);
