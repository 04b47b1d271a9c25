import { refuse, shareOrEndProblem, shareProblem } from './input';

/**
 * Adjusted p-values of Benjamini and Hochberg: the smallest share of false findings at which each would still be one.
 * p₍ᵢ₎·m∕i, made monotone from the largest down and capped at 1; in the order given.
 * Benjamini & Hochberg, Controlling the false discovery rate, J. R. Statist. Soc. B 57 (1995) 289-300; adjusted as in
 * Yekutieli & Benjamini 1999 (R: `p.adjust(p, "BH")`). Holds for independent tests and for positively dependent ones.
 * @param chances p-values from 0 to 1
 * @throws DomainError `analysis.bad_figures` when one is none
 */
export function adjustedChances(chances: readonly number[]): number[] {
  refuse(chances.flatMap((chance, at) => shareOrEndProblem(`chances[${at}]`, chance)));
  const adjusted = new Array<number>(chances.length);
  let least = 1;
  chances
    .map((chance, at) => ({ chance, at }))
    .sort((a, b) => b.chance - a.chance)
    .forEach(({ chance, at }, fromTop) => {
      least = Math.min(least, (chance * chances.length) / (chances.length - fromTop));
      adjusted[at] = least;
    });
  return adjusted;
}

/**
 * Which are findings, when on average at most that share of the findings may be false alarms.
 * @param falseShare of the findings, between 0 and 1; 0.05 = one in twenty
 */
export function findings(chances: readonly number[], falseShare: number): boolean[] {
  refuse(shareProblem('falseShare', falseShare));
  return adjustedChances(chances).map((chance) => chance <= falseShare);
}
