/** No model of complaints deserves to be believed beyond this. */
const rarest = 1_000_000;

/**
 * A probability as people say it: "1 in 240". Two significant figures; never beyond 1 in a million, where the assumption
 * that complaints come independently is less certain than the figure.
 * @param chance from 0 to 1
 */
export function oneIn(chance: number): number {
  if (chance * rarest <= 1) return rarest;
  return Number((1 / chance).toPrecision(2));
}

/**
 * How likely at least `wanted` of independent events happen, each with its own chance (the Poisson-binomial distribution,
 * summed exactly). Y. H. Wang, On the number of successes in independent trials, Statistica Sinica 3 (1993) 295-312.
 */
export function atLeastOf(chances: readonly number[], wanted: number): number {
  /* exactly[k]: how likely k of those looked at so far have happened. */
  const exactly = chances.reduce<number[]>(
    (soFar, chance) => [...soFar, 0].map((same, happened) => same * (1 - chance) + (soFar[happened - 1] ?? 0) * chance),
    [1],
  );
  return exactly.slice(wanted).reduce((sum, chance) => sum + chance, 0);
}
