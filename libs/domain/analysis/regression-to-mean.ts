import { type Observed, observedProblems, refuse, shareProblem } from './input';
import { rateRatio } from './rate-ratio';

/** Whether a fall after the baseline would come by itself. */
export type BaselineCheck =
  | { readonly verdict: 'no_history' }
  | {
      /** `peak`: the baseline was higher than the time before it by more than chance; `usual`: it was not. */
      readonly verdict: 'peak' | 'usual';
      /** Baseline rate ∕ rate of the time before it; null when nothing happened in that time. */
      readonly ratio: number | null;
      /** How likely so high a baseline is when its rate is that of the time before it (one tail). */
      readonly chance: number;
      /**
       * By what share the rate falls without any remedy when it merely returns to that of the time before: 0.4 = by 40 %.
       * Not below 0. A remedy is to be credited with no more than what it brings beyond this.
       */
      readonly fallByItself: number;
    };

/**
 * Regression to the mean: who chooses the worst weeks as the baseline sees an improvement whatever they do
 * (F. Galton 1886; Barnett, van der Pols & Dobson, Int. J. Epidemiology 34 (2005) 215-220). The baseline is compared with
 * the preceding history by the exact conditional test of `rateRatio`, one-sided; a history of less exposure than the
 * baseline cannot tell.
 * @param history what came before the baseline window, without it
 * @param level a baseline less likely than this is a peak
 * @throws DomainError `analysis.bad_figures`
 */
export function checkBaseline(baseline: Observed, history: Observed | null, level = 0.05): BaselineCheck {
  refuse([
    ...observedProblems('baseline', baseline),
    ...(history ? observedProblems('history', history) : []),
    ...shareProblem('level', level),
  ]);
  if (history === null || history.exposure < baseline.exposure) return { verdict: 'no_history' };
  const { ratio, chance } = rateRatio(history, baseline);
  const isHigher = baseline.count / baseline.exposure > history.count / history.exposure;
  const upperTail = isHigher ? chance / 2 : 1 - chance / 2;
  return {
    verdict: isHigher && upperTail < level ? 'peak' : 'usual',
    ratio,
    chance: upperTail,
    fallByItself: isHigher ? 1 - history.count / history.exposure / (baseline.count / baseline.exposure) : 0,
  };
}
