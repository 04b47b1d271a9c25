import { z } from 'zod';
import { localized } from './common';
import { incidentRow } from './incidents';

/** A list of codes in the address, separated by commas; `-` among them = where it is not known. */
const list = z.string().min(1).max(10_000).optional();
const day = z.iso.date();

/** What the complaints are narrowed to, and the days: both included, by the calendar of each site, 5 years at most. */
const filter = {
  from: day,
  to: day,
  /** Ids or codes; without it every site whose analysis the caller may see. */
  site: list,
  /** Of whoever recorded it. */
  post: list,
  /** Ids. */
  place: list,
  playbook: list,
  category: list,
  cause: list,
  channel: list,
  severity: list,
};

export const complaintQuery = z.strictObject({
  ...filter,
  /** Which patterns are signals; `western_electric` finds small changes sooner, for twice the false alarms. */
  rules: z.enum(['usual', 'western_electric']).optional(),
  /** Days on which something was changed: from the first whole week then on the trend has limits of its own. */
  rebased: list,
});

const days = z.object({ from: day, to: day });
const span = z.object({ lower: z.number(), upper: z.number() });
const side = z.enum(['above', 'below']);

const told = z.object({
  /** Null exactly when `untold` says why. Shares from 0 to 1, times in seconds. */
  value: z.number().nullable(),
  untold: z.enum(['not_begun', 'nothing_counted', 'visitors_unknown', 'visitors_zero', 'only_now']).nullable(),
  /** What was counted; of times how many were measured. */
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** 95 % interval of a share (Wilson) or of a rate (Garwood). */
  interval: span.nullable(),
});
const compared = told.extend({
  /** How now compares with it, beyond chance; null where that is not said. */
  verdict: z.enum(['lower', 'higher', 'no_evidence', 'cannot_tell']).nullable(),
});

/** The key figures, in the order they are shown. */
export const figureId = z.enum([
  ...['complaints', 'per_1000_visitors', 'first_response_median', 'first_response_p90', 'acknowledgement_median'],
  ...['acknowledgement_p90', 'resolution_median', 'resolution_p90', 'within_target', 'justified', 'reopened'],
  ...['escalated', 'solved_on_floor', 'satisfaction', 'satisfaction_response', 'near_breach', 'steps_on_time'],
] as const);

const keyFigure = z
  .object({
    id: figureId,
    unit: z.enum(['count', 'per_1000', 'seconds', 'share']),
    now: told,
    before: compared,
    yearBefore: compared,
  })
  .meta({ id: 'KeyFigure' });

const caveat = z.object({
  code: z.enum([
    'not_begun',
    'no_complaints',
    'few_complaints',
    'visitors_unknown',
    'visitors_zero',
    'visitors_estimated',
  ]),
  sentence: localized,
});

const trendPoint = z.object({
  /** The Monday of the week. */
  key: day,
  count: z.int(),
  /** In thousands of visitors; 1 in a c-chart; null where unknown. */
  exposure: z.number().nullable(),
  phase: z.int(),
  /** Complaints per 1,000 visitors; in a c-chart, complaints. So are the limits. */
  rate: z.number().nullable(),
  expected: z.number().nullable(),
  limits: span.nullable(),
  deviation: z.number().nullable(),
  /** Weeks before the period are there for the limits. */
  inPeriod: z.boolean(),
});

const phase = z.object({
  from: day,
  until: day,
  baselineUntil: day,
  baseline: z.object({ count: z.int(), exposure: z.number() }),
  rate: z.number().nullable(),
  spread: z.number(),
  /** Of fewer than 20 weeks: the limits may still be far off. */
  provisional: z.boolean(),
});

const signal = z
  .object({
    rule: z.enum(['beyond_limits', 'two_of_three', 'four_of_five', 'one_side', 'trend', 'alternating']),
    side,
    period: day,
    since: day,
    observed: z.int(),
    expected: z.number(),
    chance: z.number(),
    oneIn: z.number(),
    sentence: localized,
  })
  .meta({ id: 'ComplaintSignal' });

const trend = z.object({
  /** `u` = per visitors; `c` = complaints alone, where visitors are not known. */
  kind: z.enum(['u', 'c']),
  points: z.array(trendPoint),
  phases: z.array(phase),
  signals: z.array(signal),
  /** The week that today or the end of the period cuts: its complaints so far, judged by nothing. */
  cut: days.extend({ count: z.int() }).nullable(),
});

const funnelLimits = { within95: span, within998: span };

const sites = z.object({
  /** Per 1,000 visitors, as everything here. */
  rate: z.number().nullable(),
  spread: z.object({ phi: z.number().nullable(), factor: z.number() }),
  sites: z.array(
    z.object({
      /** The id of the site. */
      key: z.string(),
      code: z.string(),
      name: localized,
      count: z.int(),
      exposure: z.number().nullable(),
      rate: z.number().nullable(),
      expected: z.number().nullable(),
      ratio: z.number().nullable(),
      limits: z.object(funnelLimits).nullable(),
      chance: z.number().nullable(),
      side: side.nullable(),
      verdict: z.enum(['alarm', 'warning', 'usual', 'cannot_tell']),
      daysMissing: z.int(),
      isEstimated: z.boolean(),
    }),
  ),
  lines: z.array(z.object({ exposure: z.number(), ...funnelLimits })),
});

const causes = z.object({
  bars: z.array(z.object({ key: z.string(), count: z.int(), share: z.number(), cumulativeShare: z.number() })),
  /** How many bars, from the first on, make up four fifths. */
  vitalFew: z.int(),
  notTold: z.int(),
  /** Against the period before; the greatest difference first. */
  changed: z.array(
    z.object({
      ...{ key: z.string(), before: z.int(), after: z.int() },
      expected: z.number(),
      difference: z.number(),
      chance: z.number(),
      adjustedChance: z.number(),
    }),
  ),
  changedBy: z.enum(['visitors', 'days']),
});

const table = z.object({
  rows: z.array(z.object({ key: z.string(), count: z.int() })),
  cells: z.array(z.object({ row: z.string(), cause: z.string(), count: z.int() })),
  /** Complaints of rows that are not shown. */
  others: z.int(),
});

const names = z.record(z.string(), localized);

export const complaintPage = z
  .object({
    /** `until`: the last day of the period that has begun; null when none has. */
    period: days.extend({ until: day.nullable() }),
    before: days,
    yearBefore: days,
    caveats: z.array(caveat),
    figures: z.array(keyFigure),
    trend,
    sites,
    causes,
    /** Squares with complaints (1 = Monday), and how often each weekday lies in the period, Monday first. */
    hours: z.object({
      squares: z.array(z.object({ weekday: z.int(), hour: z.int(), count: z.int() })),
      days: z.array(z.int()),
    }),
    placeCauses: table,
    postCauses: table,
    /** What people call the codes. */
    labels: z.object({ channel: names, category: names, cause: names, playbook: names, place: names }),
  })
  .meta({ id: 'ComplaintPage' });

export const behindQuery = z.strictObject({
  ...filter,
  /** The Monday of a week on the chart, in place of the period. */
  week: day.optional(),
  /** 1 = Monday. */
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
  /** Those that a key figure counted (its numerator), or measured. */
  figure: figureId.exclude(['per_1000_visitors', 'steps_on_time']).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** Newest first. `total` counts all of them; `hidden` of this page are not for the caller's eyes. */
export const behindPage = z
  .object({
    items: z.array(incidentRow),
    total: z.int(),
    hidden: z.int(),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'IncidentsBehind' });
