import type { Observed } from '@zenmeban/domain/analysis';
import { type DurationId, durationRules, type ShareId, shareRules } from './figure-rules';
import {
  type Compared,
  complaintsOf,
  type FigureId,
  type KeyFigure,
  perThousandOf,
  shareOf,
  type Stretch,
  timeOf,
  type Told,
  type Unit,
  untold,
  type Verdict,
  verdictOf,
} from './figures';

/** The three stretches of `comparedPeriods`. */
export type Stretches = { readonly now: Stretch; readonly before: Stretch; readonly yearBefore: Stretch };

type Rule = {
  readonly id: FigureId;
  readonly unit: Unit;
  readonly of: (stretch: Stretch) => Told;
  /** What its rate is made of, where a verdict is given. */
  readonly observed?: (stretch: Stretch) => Observed;
};

const rules: readonly Rule[] = [
  {
    id: 'complaints',
    unit: 'count',
    of: complaintsOf,
    observed: ({ sums, days }) => ({ count: sums?.complaints ?? 0, exposure: days }),
  },
  {
    id: 'per_1000_visitors',
    unit: 'per_1000',
    of: perThousandOf,
    observed: ({ sums, exposure }) => ({ count: sums?.complaints ?? 0, exposure: exposure?.exposure ?? 0 }),
  },
  ...(Object.keys(durationRules) as DurationId[]).flatMap((id): Rule[] => [
    { id: `${id}_median`, unit: 'seconds', of: time(id, 'median') },
    { id: `${id}_p90`, unit: 'seconds', of: time(id, 'p90') },
  ]),
  ...[...(Object.keys(shareRules) as ShareId[]), 'steps_on_time' as const].map((id): Rule => ({
    id,
    unit: 'share',
    of: ({ sums }) => (sums ? shareOf(sums.shares[id]) : untold('not_begun')),
  })),
];

/** Every key figure of the page, each with the period before and the year before. */
export function keyFigures(stretches: Stretches): KeyFigure[] {
  return rules.map((rule) => ({
    ...{ id: rule.id, unit: rule.unit, now: rule.of(stretches.now) },
    before: compared(rule, stretches.now, stretches.before),
    yearBefore: compared(rule, stretches.now, stretches.yearBefore),
  }));
}

function compared(rule: Rule, now: Stretch, other: Stretch): Compared {
  if (rule.id === 'near_breach') return { ...untold('only_now'), verdict: null };
  return { ...rule.of(other), verdict: verdict(rule, now, other) };
}

function verdict({ observed }: Rule, now: Stretch, other: Stretch): Verdict | null {
  if (!observed || !now.sums) return null;
  return verdictOf(observed(other), observed(now));
}

function time(id: DurationId, percentile: 'median' | 'p90') {
  return ({ sums }: Stretch): Told =>
    sums ? timeOf(sums.durations[id], sums.durations[id][percentile], sums.complaints) : untold('not_begun');
}
