import { z } from 'zod';
import { instant, localized, personRef } from './common';
import { candidate, handOver, severity, snooze } from './incidents';

export const token = z.string().min(20).max(200);
export const acknowledgeByToken = z.strictObject({ token });
export const snoozeByToken = snooze.extend({ token });
export const handOverByToken = handOver.extend({ token });

/** What the page behind the mail's link shows: enough to decide, nothing of the customer. */
export const acknowledgement = z
  .object({
    reference: z.string(),
    playbookTitle: localized,
    siteName: localized,
    placeName: localized.nullable(),
    severity,
    openedAt: instant,
    timeZone: z.string(),
    language: z.enum(['zh', 'en']),
    incidentUrl: z.string(),
    /**
     * `waiting`: it calls, and the buttons act; only then. `called_again`: somebody took it on, but a call since then
     * waits, and this link was used or is too old. `expired`: so is it, and nobody took it on.
     */
    state: z.enum(['waiting', 'acknowledged', 'snoozed', 'handed_over', 'called_again', 'expired', 'over']),
    acknowledgedBy: personRef.nullable(),
    acknowledgedAt: instant.nullable(),
    snoozedUntil: instant.nullable(),
    handedTo: personRef.nullable(),
    /** While it waits: for how long it may be put off, and how many times still; null = not at all. */
    snooze: z.object({ atMostMinutes: z.int(), left: z.int() }).nullable(),
    /** While it waits: to whom it may be handed, whoever is on duty first. */
    candidates: z.array(candidate),
  })
  .meta({ id: 'Acknowledgement' });

/** What the page behind "I take all of these" shows: every incident of that mail, the severest first. */
export const acknowledgementOfAll = z
  .object({
    language: z.enum(['zh', 'en']),
    /** Whether the button still acts: the link is fresh and was not used. */
    usable: z.boolean(),
    items: z.array(
      z.object({
        reference: z.string(),
        playbookTitle: localized,
        siteName: localized,
        placeName: localized.nullable(),
        timeZone: z.string(),
        severity: z.enum(['low', 'normal', 'high', 'critical']),
        incidentUrl: z.string(),
        /** `waiting`: it calls, whoever was on it before; only then is there anything to take. */
        state: z.enum(['waiting', 'acknowledged', 'snoozed', 'over']),
        /** Who is on it, or put it off; null while it waits. */
        acknowledgedBy: personRef.nullable(),
        snoozedUntil: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'AcknowledgementOfAll' });
