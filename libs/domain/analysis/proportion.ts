import type { FieldProblem } from '../engine';
import { countProblem, refuse, shareProblem, type Span } from './input';
import { normalQuantile } from './special';

/** A share of all, with the interval it may well have come from. */
export type Proportion = { readonly share: number; readonly interval: Span };

/**
 * A proportion (justified ÷ decided, satisfied ÷ asked, in time ÷ due) with Wilson's score interval; null when there were
 * none to count. Stays within 0 and 1 and is sound for few cases and for shares near the ends.
 * E. B. Wilson, J. Am. Statist. Assoc. 22 (1927) 209-212; recommended by Brown, Cai & DasGupta, Statistical Science 16
 * (2001) 101-133, and R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872 (method 3).
 * @throws DomainError `analysis.bad_figures`
 */
export function proportion(count: number, of: number, confidence = 0.95): Proportion | null {
  refuse([
    ...countProblem('count', count),
    ...countProblem('of', of),
    ...(count > of ? [moreThanAll] : []),
    ...shareProblem('confidence', confidence),
  ]);
  if (of === 0) return null;
  const share = count / of;
  const z2 = normalQuantile((1 + confidence) / 2) ** 2;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  /* At the ends the limits are exactly 0 and 1, which subtraction misses by 1e-17. */
  return {
    share,
    interval: {
      lower: count === 0 ? 0 : middle - reach,
      upper: count === of ? 1 : middle + reach,
    },
  };
}

const moreThanAll: FieldProblem = {
  path: 'count',
  code: 'more_than_all',
  message: { zh: '不能多于总数。', en: 'This cannot be more than there are in all.' },
};
