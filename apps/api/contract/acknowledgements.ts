import { z } from 'zod';
import { instant, localized, personRef } from './common';

export const token = z.string().min(20).max(200);
export const acknowledgeByToken = z.strictObject({ token });

/** What the page behind the mail's link shows: enough to decide, nothing of the customer. */
export const acknowledgement = z
  .object({
    reference: z.string(),
    playbookTitle: localized,
    siteName: localized,
    placeName: localized.nullable(),
    severity: z.enum(['low', 'normal', 'high', 'critical']),
    openedAt: instant,
    timeZone: z.string(),
    language: z.enum(['zh', 'en']),
    incidentUrl: z.string(),
    /** `waiting`: nobody acknowledged yet; the button acts only then. */
    state: z.enum(['waiting', 'acknowledged', 'over']),
    acknowledgedBy: personRef.nullable(),
    acknowledgedAt: instant.nullable(),
  })
  .meta({ id: 'Acknowledgement' });
