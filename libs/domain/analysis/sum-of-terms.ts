/**
 * A sum whose every term is the one before times a ratio, ended when what follows no longer changes it. All terms are of
 * one sign, so nothing cancels: a tail of 1e-30 is as exact as one of 0.3. About 8 times the standard deviation in terms.
 * @param first the largest term, or one after it
 * @param ratio of term `step` to the one before (from 1 on); must fall, and reach 0 or stay below 1
 */
export function sumOfTerms(first: number, ratio: (step: number) => number): number {
  let term = first;
  let sum = first;
  for (let step = 1; term > sum * 1e-17; step += 1) {
    term *= ratio(step);
    sum += term;
  }
  return sum;
}
