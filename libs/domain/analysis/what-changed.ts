import { adjustedChances } from './benjamini-hochberg';
import { countProblem, positiveProblem, refuse } from './input';
import { chanceOfDifference } from './rate-ratio';

/** How often one cause was counted in both periods. */
export type TwoCounts = { readonly key: string; readonly before: number; readonly after: number };

/** What one cause did to the total. */
export type Change = TwoCounts & {
  /** What the period after would have had at the rate before. */
  readonly expected: number;
  /** `after` − `expected`: complaints more (or less) than at the rate before; sums to the change of the total. */
  readonly difference: number;
  /** How likely so great a difference is by luck, for this cause looked at alone. */
  readonly chance: number;
  /** The same, as one of all causes looked at (Benjamini-Hochberg). */
  readonly adjustedChance: number;
};

/**
 * "What changed most" between two periods, by exposure: the greatest difference, up or down, first (equal ones by key).
 * Differences add up, so a total that rose by 40 is told apart into what brought it; the exact test of `rateRatio` says
 * which of them may be luck.
 * @param exposures of both periods, in one unit (visitors; or days, when visitors are unknown)
 * @throws DomainError `analysis.bad_figures`
 */
export function whatChanged(
  causes: readonly TwoCounts[],
  exposures: { readonly before: number; readonly after: number },
): Change[] {
  refuse([
    ...positiveProblem('exposures.before', exposures.before),
    ...positiveProblem('exposures.after', exposures.after),
    ...causes.flatMap(({ before, after }, at) => [
      ...countProblem(`causes[${at}].before`, before),
      ...countProblem(`causes[${at}].after`, after),
    ]),
  ]);
  const chances = causes.map(({ before, after }) =>
    chanceOfDifference({ count: before, exposure: exposures.before }, { count: after, exposure: exposures.after }),
  );
  const adjusted = adjustedChances(chances);
  return causes
    .map((cause, at) => {
      const expected = cause.before * (exposures.after / exposures.before);
      const difference = cause.after - expected;
      return { ...cause, expected, difference, chance: chances[at] ?? 1, adjustedChance: adjusted[at] ?? 1 };
    })
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.key < b.key ? -1 : 1));
}
