import type { Transaction } from '@zenmeban/database';
import { addDays } from '@zenmeban/domain/roster';
import { aboutOf } from './about';
import { calendarOf } from './calendar';
import { type Caveat, caveatsOf } from './caveats';
import { type Causes, causesOf } from './causes';
import { countsByCause, countsByHour, countsByPair, countsBySite, countsByWeek, type HourCount } from './counts';
import { exposure, exposureTogether } from '../visitors/exposure';
import { factSums } from './fact-sums';
import type { KeyFigure } from './figures';
import type { AnalysisScope, Days, NamedDays } from './filter';
import { keyFigures } from './key-figures';
import { type Labels, labelsOf } from './labels';
import { comparedPeriods, dayCount, weekdayCounts } from './periods';
import { type ComparedSites, comparedSites } from './sites';
import { type CauseTable, causeTable } from './tables';
import { type RuleSet, type Trend, trendOf } from './trend';
import { trendWeeks } from './trend-weeks';

/** What the page asks for. */
export type PageRequest = {
  readonly scope: AnalysisScope;
  /** As asked for; days that are still to come are left out of everything. */
  readonly period: Days;
  readonly rules: RuleSet;
  /** Days on which something was changed, from which the trend has limits of its own. */
  readonly rebasedAt: readonly string[];
};

/** What the page shows. */
export type ComplaintPage = {
  /** `until` = its last day that has begun; null when none has. */
  readonly period: Days & { readonly until: string | null };
  readonly before: Days;
  readonly yearBefore: Days;
  readonly caveats: readonly Caveat[];
  readonly figures: readonly KeyFigure[];
  readonly trend: Trend;
  readonly sites: ComparedSites;
  readonly causes: Causes;
  /** By weekday and hour; `days`: how often each weekday, Monday first, lies in the period. */
  readonly hours: { readonly squares: readonly HourCount[]; readonly days: readonly number[] };
  readonly placeCauses: CauseTable;
  readonly postCauses: CauseTable;
  readonly labels: Labels;
};

/** Reads the page, query after query. The queries are all that knows where counts come from. */
export async function readPage(
  tx: Transaction,
  { scope, period, rules, rebasedAt }: PageRequest,
): Promise<ComplaintPage> {
  const calendar = await calendarOf(tx, scope);
  const periods = comparedPeriods(period, calendar.today);
  const { before, yearBefore } = periods;
  const now = periods.now ?? period;
  const weeks = trendWeeks(period, calendar);
  const stretches = [
    { key: 'now', ...now },
    { key: 'before', ...before },
    { key: 'year_before', ...yearBefore },
    ...(weeks.cut ? [{ key: 'cut', ...weeks.cut }] : []),
  ];
  const exposures = await exposuresByKey(tx, scope, [
    ...stretches,
    ...weeks.whole.map((week) => ({ key: week, from: week, to: addDays(week, 6) })),
  ]);
  const visitors = (key: string) => exposures.get(key)?.exposure ?? null;
  const sums = await factSums(tx, scope, stretches);
  const stretch = (key: string, days: Days) => ({
    ...{ sums: sums.get(key) ?? null, days: dayCount(days), exposure: exposures.get(key) ?? null },
  });
  const current = { ...stretch('now', now), ...(periods.now === null && { sums: null }) };
  const bySite = await countsBySite(tx, scope, now);
  const siteExposures = await exposure(
    tx,
    scope.sites.map(({ id }) => id),
    [now],
  );
  const byWeek = await countsByWeek(tx, scope, { from: weeks.whole[0] ?? now.from, to: weeks.whole.at(-1) ?? now.to });
  const causes = await countsByCause(tx, scope, stretches);
  const labels = await labelsOf(
    tx,
    scope.sites.map(({ id }) => id),
  );
  return {
    period: { ...period, until: periods.now?.to ?? null },
    ...{ before, yearBefore, labels },
    caveats: caveatsOf(current.sums?.complaints ?? null, siteExposures),
    figures: keyFigures({
      now: current,
      before: stretch('before', before),
      yearBefore: stretch('year_before', yearBefore),
    }),
    trend: trendOf(
      period,
      weeks,
      {
        countOf: (week) => byWeek.get(week) ?? 0,
        visitorsOf: visitors,
        cutCount: sums.get('cut')?.complaints ?? 0,
      },
      { rules, rebasedAt, about: aboutOf(scope, labels) },
    ),
    sites: comparedSites(scope.sites, bySite, siteExposures),
    causes: causesOf(
      { counts: causes('now'), visitors: visitors('now') },
      { counts: causes('before'), visitors: visitors('before') },
    ),
    hours: {
      squares: await countsByHour(tx, scope, now),
      days: periods.now ? weekdayCounts(periods.now) : [],
    },
    placeCauses: causeTable(await countsByPair(tx, scope, now, 'place')),
    postCauses: causeTable(await countsByPair(tx, scope, now, 'post')),
  };
}

async function exposuresByKey(tx: Transaction, { sites }: AnalysisScope, stretches: readonly NamedDays[]) {
  const exposures = await exposureTogether(
    tx,
    sites.map(({ id }) => id),
    stretches,
  );
  return new Map(stretches.flatMap(({ key }, at) => (exposures[at] ? [[key, exposures[at]]] : [])));
}
