import { z } from 'zod';
import { id, instant, localized, name, personRef, text } from './common';
import { date } from './roster';

const source = z.enum(['typed', 'imported', 'counter']);

const visitorDay = z.object({
  day: date,
  /** Null = not known. */
  visitors: z.int().nullable(),
  source: source.nullable(),
  /** Null for a counter. */
  enteredBy: personRef.nullable(),
  at: instant.nullable(),
  /** By the opening hours of the site. */
  isOpen: z.boolean(),
  holiday: localized.nullable(),
  /** An open day that is over and has no figure. */
  isMissing: z.boolean(),
  /** Why the figure should be looked at once more; it counts all the same. */
  warning: z.object({ kind: z.enum(['closed', 'nobody', 'far_above', 'far_below']), text: localized }).nullable(),
});

export const visitors = z
  .object({
    site: z.object({ id, code: z.string(), name: localized, timeZone: z.string() }),
    /** The local day of the answer. */
    today: date,
    from: date,
    to: date,
    days: z.array(visitorDay),
    /** Sum of the figures there are. */
    visitors: z.int(),
    daysMissing: z.int(),
    /** Whether I may make and end the secret of the counter. */
    mayChangeCounter: z.boolean(),
  })
  .meta({ id: 'Visitors' });

/** Local days, both included; at most 366. Without them the month of today. */
export const visitorsQuery = z.strictObject({ from: date.optional(), to: date.optional() });

export const enterVisitors = z.strictObject({
  days: z
    .array(
      z.strictObject({
        day: date,
        /** A whole number from 0 to 1,000,000; null takes the figure away. */
        visitors: z.number().nullable(),
      }),
    )
    .min(1)
    .max(366),
});
/** The days that were given, as they are now. */
export const entered = z.object({ days: z.array(visitorDay) }).meta({ id: 'EnteredVisitors' });

export const visitorsChange = z
  .object({
    id,
    at: instant,
    day: date,
    /** Null = not known. */
    before: z.int().nullable(),
    after: z.int().nullable(),
    source,
    actor: personRef.nullable(),
  })
  .meta({ id: 'VisitorsChange' });
export const visitorsChangesQuery = z.strictObject({
  day: date.optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const visitorsImportQuery = z.strictObject({
  /** Id or code of the site of rows that name none. */
  site: name.optional(),
  /** `true`: only looks. */
  preview: z.enum(['true', 'false']).optional(),
  /** For the messages. */
  name: text(200).optional(),
});
export const visitorsImport = z
  .object({
    /** Whether every row is good, so that it can be imported. */
    good: z.boolean(),
    /** Figures written; 0 in a preview. */
    imported: z.int(),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), odd: z.int(), wrong: z.int() }),
    rows: z.array(
      z.object({
        /** As the spreadsheet counts, from 1. */
        row: z.int(),
        /** `odd`: can be imported, but should be looked at once more; `wrong`: must be corrected first. */
        state: z.enum(['new', 'changed', 'same', 'odd', 'wrong']),
        /** Its code. */
        site: z.string(),
        day: z.string(),
        visitors: z.string(),
        /** What is there now; null when nothing is. */
        before: z.int().nullable(),
        /** What is wrong or to be looked at, and what to do; `column` as in the file, empty = the row. */
        messages: z.array(z.object({ column: z.string(), text: localized })),
      }),
    ),
  })
  .meta({ id: 'VisitorsImport' });

/** Null = there is none; `heardAt` null = it has not reported yet. */
export const counter = z
  .object({ createdAt: instant.nullable(), heardAt: instant.nullable() })
  .meta({ id: 'VisitorCounter' });
/** The secret stands in this answer only; a new one ends the one before. */
export const newCounter = z.object({ token: z.string(), address: z.string(), createdAt: instant }).meta({
  id: 'NewVisitorCounter',
});

/** The total of a day so far, by the site's calendar: a whole number from 0 to 1,000,000. */
export const report = z.strictObject({ day: date, visitors: z.number() });
/** What stands for the day: the largest total reported, or what a person entered. */
export const counted = z
  .object({ site: z.string(), day: date, visitors: z.int(), source })
  .meta({ id: 'CountedVisitors' });
