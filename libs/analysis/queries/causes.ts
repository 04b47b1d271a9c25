import { type Change, pareto, type ParetoBar, vitalFew, whatChanged } from '@zenmeban/domain/analysis';
import { notTold } from './filter';

export type Causes = {
  /** Of the causes that are known. */
  readonly bars: readonly ParetoBar[];
  /** How many of the bars, from the first on, make up four fifths. */
  readonly vitalFew: number;
  /** Complaints whose cause is not known yet: in no bar. */
  readonly notTold: number;
  /** Against the period before; the greatest difference first. */
  readonly changed: readonly Change[];
  /** What the expectations of `changed` rest on: the visitors of both periods, or their days where those are unknown. */
  readonly changedBy: 'visitors' | 'days';
};

/** One period, as its causes are compared; `visitors` null when they are unknown or none. */
export type CausesOf = { readonly counts: ReadonlyMap<string, number>; readonly visitors: number | null };

/** Pareto of causes, and which of them changed most against the period before, which has as many days. */
export function causesOf(now: CausesOf, before: CausesOf): Causes {
  const keys = [...new Set([...now.counts.keys(), ...before.counts.keys()])].filter((key) => key !== notTold);
  const bars = pareto(keys.map((key) => ({ key, count: now.counts.get(key) ?? 0 })));
  const exposures = { before: before.visitors ?? 0, after: now.visitors ?? 0 };
  const byVisitors = exposures.before > 0 && exposures.after > 0;
  return {
    bars,
    vitalFew: vitalFew(bars).length,
    notTold: now.counts.get(notTold) ?? 0,
    changed: whatChanged(
      keys.map((key) => ({ key, before: before.counts.get(key) ?? 0, after: now.counts.get(key) ?? 0 })),
      byVisitors ? exposures : { before: 1, after: 1 },
    ),
    changedBy: byVisitors ? 'visitors' : 'days',
  };
}
