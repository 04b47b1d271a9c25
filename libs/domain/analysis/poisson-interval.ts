import { countProblem, type Observed, observedProblems, refuse, shareProblem, type Span } from './input';
import { gammaQuantile } from './special';

/**
 * The exact interval for the mean of a Poisson count, with equal tails: all means for which so many, and so few, are not
 * too unlikely. Lower end: gamma quantile of α∕2 at shape `count`; upper end: of 1 − α∕2 at shape `count` + 1 (half the
 * quantiles of χ² with 2·count and 2·count + 2 degrees of freedom).
 * F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936) 437-442.
 * @param confidence between 0 and 1; it holds the true mean at least that often
 * @throws DomainError `analysis.bad_figures`
 */
export function poissonInterval(count: number, confidence = 0.95): Span {
  refuse([...countProblem('count', count), ...shareProblem('confidence', confidence)]);
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(1 - tail, count + 1),
  };
}

/** A rate (events per unit of exposure) and its exact interval. */
export type Rate = { readonly rate: number; readonly interval: Span };

/** The rate of what was observed, with Garwood's interval. @throws DomainError `analysis.bad_figures` */
export function poissonRate(observed: Observed, confidence = 0.95): Rate {
  refuse([...observedProblems('observed', observed), ...shareProblem('confidence', confidence)]);
  const { lower, upper } = poissonInterval(observed.count, confidence);
  const { count, exposure } = observed;
  return { rate: count / exposure, interval: { lower: lower / exposure, upper: upper / exposure } };
}
