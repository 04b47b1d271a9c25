import type { FieldProblem } from '../engine';
import { isUsable, type Period, type Phase, phaseOf, splitAtChanges } from './baseline-phases';
import { controlLimits, deviation } from './control-limits';
import { amountProblem, countProblem, positiveProblem, refuse, type Span } from './input';
import { usual } from './promises';
import type { RunRule } from './run-rules';
import { type Signal, signalsOf } from './signals';

/** `u`: events per exposure, which differs; `c`: events alone, when exposure is unknown and taken as always the same. */
export type ChartKind = 'u' | 'c';

export type ChartOptions = {
  /** Periods of a baseline; by default 26 (half a year of weeks). */
  readonly baselinePeriods?: number;
  /** Keys of periods from which a new baseline counts. */
  readonly rebasedAt?: readonly string[];
  /** Keys of periods with a known cause, left out of baselines (they are still plotted and judged). */
  readonly explained?: readonly string[];
  /**
   * Widens the limits by what the baseline shows from period to period beyond chance (the u′-chart of Laney); for charts
   * of very many visitors, where chance is small against everything else.
   */
  readonly overDispersed?: boolean;
  /** By default those of `usual`. */
  readonly rules?: readonly RunRule[];
};

/** A mark on the chart. What cannot be known is null: without exposure no rate, without a baseline no limits. */
export type ChartPoint = Period & {
  /** Which of `phases`. */
  readonly phase: number;
  readonly rate: number | null;
  readonly expected: number | null;
  /** As rates. */
  readonly limits: Span | null;
  readonly deviation: number | null;
};

export type ControlChart = {
  readonly kind: ChartKind;
  readonly points: readonly ChartPoint[];
  readonly phases: readonly Phase[];
  readonly signals: readonly Signal[];
};

/** A u-chart when exposure is known (and not zero) for at least four fifths of the periods, else a c-chart. */
export const chartKind = (periods: readonly Period[]): ChartKind =>
  periods.filter(isUsable).length >= periods.length * 0.8 ? 'u' : 'c';

/**
 * The control chart of events by period: limits of each period from its own exposure, frozen after the baseline and
 * re-based at marked changes, and the signals of the run rules. In a u-chart a period without exposure is plotted as a gap
 * and passed over by the rules; in a c-chart every period counts as one.
 * @param periods oldest first, keys unlike each other; only whole ones (a week half over has half its complaints)
 * @throws DomainError `analysis.bad_figures` with every problem
 */
export function controlChart(kind: ChartKind, periods: readonly Period[], options: ChartOptions = {}): ControlChart {
  const { baselinePeriods = 26, rebasedAt = [], explained = [], overDispersed = false, rules = usual.rules } = options;
  refuse([
    ...periodProblems(periods, { rebasedAt, explained }),
    ...positiveProblem('baselinePeriods', baselinePeriods),
  ]);
  const counted = kind === 'u' ? periods : periods.map((period) => ({ ...period, exposure: 1 }));
  const stretches = splitAtChanges(counted, new Set(rebasedAt));
  const baseline = { length: baselinePeriods, explained: new Set(explained), overDispersed };
  const phases = stretches.map((stretch) => phaseOf(stretch, baseline));
  const points = stretches.map((stretch, at) => stretch.map((period) => pointOf(period, at, phases[at])));
  return {
    kind,
    points: points.flat(),
    phases,
    signals: points.flatMap((stretch, at) =>
      signalsOf(
        stretch.filter(isPlotted).map((point) => ({ ...point, spread: phases[at]?.spread ?? 1 })),
        rules,
      ),
    ),
  };
}

function pointOf(period: Period, phase: number, of: Phase | undefined): ChartPoint {
  const unjudged = { expected: null, limits: null, deviation: null };
  if (!isUsable(period)) return { ...period, phase, rate: null, ...unjudged };
  const own = { ...period, phase, rate: period.count / period.exposure };
  if (of === undefined || of.rate === null) return { ...own, ...unjudged };
  return {
    ...own,
    expected: of.rate * period.exposure,
    limits: controlLimits(of.rate, period.exposure, of.spread),
    deviation: deviation(period, of.rate, of.spread),
  };
}

type PlottedPoint = ChartPoint & { readonly rate: number; readonly expected: number; readonly deviation: number };

const isPlotted = (point: ChartPoint): point is PlottedPoint => point.deviation !== null;

function periodProblems(
  periods: readonly Period[],
  named: { readonly rebasedAt: readonly string[]; readonly explained: readonly string[] },
): FieldProblem[] {
  const keys = new Set(periods.map(({ key }) => key));
  return [
    ...(keys.size === periods.length
      ? []
      : [problem('periods', 'twice', '每个时段只能出现一次。', 'A period may be there only once.')]),
    ...periods.flatMap(({ count, exposure }, at) => [
      ...countProblem(`periods[${at}].count`, count),
      ...(exposure === null ? [] : amountProblem(`periods[${at}].exposure`, exposure)),
    ]),
    ...Object.entries(named).flatMap(([name, list]) =>
      list.flatMap((key, at) =>
        keys.has(key)
          ? []
          : [problem(`${name}[${at}]`, 'unknown_period', '没有这个时段。', 'There is no such period.')],
      ),
    ),
  ];
}

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({
  path,
  code,
  message: { zh, en },
});
