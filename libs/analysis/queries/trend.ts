import {
  chartKind,
  type ChartKind,
  type ChartPoint,
  controlChart,
  type Period,
  type Phase,
  type RunRule,
  type Signal,
  usual,
  westernElectric,
} from '@zenmeban/domain/analysis';
import type { Localized } from '@zenmeban/domain/engine';
import { addDays, mondayOf } from '@zenmeban/domain/roster';
import { type Days, perVisitors } from './filter';
import { signalSentence } from './signal-words';
import { isInPeriod, type TrendWeeks } from './trend-weeks';

/** Which patterns count as signals: see `promises.ts` of the domain for what each set promises. */
export type RuleSet = 'usual' | 'western_electric';

/** A week of the trend; `exposure` in thousands of visitors, so rates are per 1,000 (in a c-chart: per week). */
export type TrendPoint = ChartPoint & { readonly inPeriod: boolean };

export type Trend = {
  readonly kind: ChartKind;
  readonly points: readonly TrendPoint[];
  readonly phases: readonly Phase[];
  /** Only of weeks of the period, each with its sentence. */
  readonly signals: readonly (Signal & { readonly sentence: Localized })[];
  /** The week that is not over, or cut by the end of the period: its complaints so far, judged by nothing. */
  readonly cut: (Days & { readonly count: number }) | null;
};

/** How a trend is judged. */
export type TrendOptions = {
  readonly rules: RuleSet;
  /** Days on which something was changed: the limits begin anew with the first whole week from then on. */
  readonly rebasedAt: readonly string[];
  /** What the complaints are narrowed to, in words. */
  readonly about: Localized | null;
};

/**
 * From so many complaints a week on, chance is small beside weather and campaigns (50 ± 42 % at three standard
 * deviations), and the limits heed what the baseline shows beyond it.
 */
const manyPerWeek = 50;

/** What was counted by week. */
export type WeekCounts = {
  readonly countOf: (week: string) => number;
  /** Null where they are unknown. */
  readonly visitorsOf: (week: string) => number | null;
  /** Of the cut week. */
  readonly cutCount: number;
};

/** The control chart of the weeks, with its signals in words. */
export function trendOf(
  period: Days,
  { whole, cut }: TrendWeeks,
  { countOf, visitorsOf, cutCount }: WeekCounts,
  { rules, rebasedAt, about }: TrendOptions,
): Trend {
  const periods = whole.map((week): Period => {
    const visitors = visitorsOf(week);
    return { key: week, count: countOf(week), exposure: visitors === null ? null : visitors / perVisitors };
  });
  const kind = periods.some(({ exposure }) => exposure !== null) ? chartKind(periods) : 'c';
  const mean = periods.reduce((sum, { count }) => sum + count, 0) / Math.max(1, periods.length);
  const chart = controlChart(kind, periods, {
    rules: ruleSets[rules],
    rebasedAt: [...new Set(rebasedAt.map(firstWeekFrom))].filter((week) => whole.includes(week)),
    overDispersed: mean >= manyPerWeek,
  });
  return {
    kind,
    points: chart.points.map((point) => ({ ...point, inPeriod: isInPeriod(point.key, period) })),
    phases: chart.phases,
    signals: chart.signals
      .filter((signal) => isInPeriod(signal.period, period))
      .map((signal) => ({ ...signal, sentence: signalSentence(signal, about) })),
    cut: cut && { ...cut, count: cutCount },
  };
}

const ruleSets: Readonly<Record<RuleSet, readonly RunRule[]>> = {
  usual: usual.rules,
  western_electric: westernElectric.rules,
};

/** The first whole week from a day on. A week half before and half after a change keeps the old limits. */
const firstWeekFrom = (day: string): string => mondayOf(addDays(day, 6));
