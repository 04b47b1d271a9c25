import { z } from 'zod';
import { id, instant, localized, name, personRef } from './common';

/** How a promise stands. `waiting` = not past its time yet; `nobody` = a level that reached nobody. */
export const ledgerState = z.enum(['waiting', 'on_time', 'late', 'failed', 'withdrawn', 'nobody']);

/** One notice that was owed, or one level that reached nobody. */
export const ledgerLine = z
  .object({
    id,
    kind: z.enum(['notice', 'nobody']),
    incident: z.object({ id, reference: z.string() }),
    site: z.object({ id, code: z.string(), name: localized, timeZone: z.string() }),
    /** `escalation` = a call for help; the others tell of steps and of the incident. */
    template: z.string(),
    level: z.int().nullable(),
    reason: z.string().nullable(),
    channel: z.string(),
    /** As whoever set it up named it; null for mail. */
    channelName: z.string().nullable(),
    /** Null for a group's channel, and for a level that reached nobody. */
    recipient: personRef.nullable(),
    state: ledgerState,
    /** When it was owed. */
    plannedAt: instant,
    /** When it had to be out at the latest: owed, plus what it may wait for others, plus 15 s. */
    promisedBy: instant,
    /** The first attempt. */
    sentAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    /** Seconds past the promise; 0 when it was kept. */
    lateSeconds: z.number(),
    attempts: z.int(),
    /** Something broke on its way and was made good: the queue slept, a sender died, the mail server refused at first. */
    repaired: z.boolean(),
    acknowledgedAt: instant.nullable(),
    acknowledgedBy: personRef.nullable(),
    /** Why it is not simply on time, in words; null when it is. */
    because: localized.nullable(),
  })
  .meta({ id: 'LedgerLine' });

const counts = {
  planned: z.int(),
  onTime: z.int(),
  late: z.int(),
  failed: z.int(),
  withdrawn: z.int(),
  waiting: z.int(),
  repaired: z.int(),
};

/** Of the promises to people: everything that was owed to somebody, levels that reached nobody included. */
export const ledgerSummary = z
  .object({
    ...counts,
    nobody: z.int(),
    /** Calls whose chain was acknowledged. */
    acknowledged: z.int(),
    worstLateSeconds: z.number(),
    /** Why the latest one was late; null when none was. */
    because: localized.nullable(),
    /** From the moment a chain was first owed to its acknowledgement. */
    medianSecondsToAcknowledge: z.number().nullable(),
    /** What the robots of groups and other systems were told, which is in none of the figures above. */
    channels: z.object(counts),
  })
  .meta({ id: 'LedgerSummary' });

/** Days at the site (without one, at the first of mine), both included, as `YYYY-MM-DD`; 366 at most. */
export const ledgerPeriod = z.object({ from: z.iso.date(), to: z.iso.date() });

export const ledgerQuery = z.strictObject({
  ...ledgerPeriod.shape,
  site: name.min(1).optional(),
  /** Only these: a state, or those that were repaired or acknowledged. */
  state: z.enum([...ledgerState.options, 'repaired', 'acknowledged']).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const ledgerFileQuery = ledgerQuery.omit({ cursor: true, limit: true });

/** The summary is of the whole period, whatever `state` and page are asked for. */
export const ledgerPage = z
  .object({ summary: ledgerSummary, items: z.array(ledgerLine), nextCursor: z.string().nullable() })
  .meta({ id: 'LedgerPage' });

export const incidentLedger = z.object({ summary: ledgerSummary, items: z.array(ledgerLine) });
