import { z } from 'zod';
import { id, instant, localized, personRef } from './common';

/** What became of a promise to tell somebody. */
export const outcome = z.enum(['waiting', 'on_time', 'late', 'failed', 'withdrawn', 'nobody']);

/** One notice owed, from the moment it was planned to what became of it. */
export const line = z
  .object({
    id,
    /** When it was owed. */
    dueAt: instant,
    /** Until when it was promised to be out. */
    promisedBy: instant,
    incident: z.object({ id, reference: z.string() }).nullable(),
    site: z.string().nullable(),
    /** Null for a group's channel, and where a level reached nobody. */
    recipient: personRef.nullable(),
    channel: z.enum(['mail', 'wecom', 'dingtalk', 'feishu', 'webhook']),
    template: z.string(),
    level: z.int().nullable(),
    reason: z.string().nullable(),
    outcome,
    firstAttemptAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    /** Seconds past the promise; 0 when it was kept. */
    lateSeconds: z.number(),
    attempts: z.int(),
    /** It went wrong on the way and was put right: found by the sweeper, taken over, sent again. */
    repaired: z.boolean(),
    /** Why it was late, failed or had to be repaired. */
    because: localized.nullable(),
    acknowledgedAt: instant.nullable(),
    acknowledgedBy: personRef.nullable(),
  })
  .meta({ id: 'LedgerLine' });

export const summary = z
  .object({
    planned: z.int(),
    onTime: z.int(),
    late: z.int(),
    worstLateSeconds: z.number(),
    /** Of the latest one. */
    worstBecause: localized.nullable(),
    failed: z.int(),
    withdrawn: z.int(),
    waiting: z.int(),
    /** Levels that reached nobody and were passed over at once. */
    nobody: z.int(),
    repaired: z.int(),
    acknowledged: z.int(),
    medianSecondsToAcknowledge: z.number().nullable(),
  })
  .meta({ id: 'LedgerSummary' });

export const ledger = z.object({ summary, items: z.array(line), nextCursor: z.string().nullable() });
export const incidentLedger = z.object({ items: z.array(line), nextCursor: z.null() });

export const ledgerQuery = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  site: z.string().max(100).optional(),
  outcome: outcome.optional(),
  repaired: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const csvQuery = ledgerQuery.omit({ cursor: true, limit: true });
