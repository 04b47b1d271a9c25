import { holidays } from '@zenmeban/domain/engine';
import { z } from 'zod';
import { id, localized } from './common';

export const me = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    language: z.enum(['zh', 'en']),
    grants: z.array(
      z.object({ role: z.enum(['staff', 'supervisor', 'manager', 'administrator']), siteId: id.nullable() }),
    ),
    /** The site of the person's last incident, or the only one they have. */
    usualSiteId: id.nullable(),
    /** Whether this server shows captured mail at /inbox. */
    localInbox: z.boolean(),
  })
  .meta({ id: 'Me' });

/** Only what is given changes. */
export const changeMe = z.strictObject({ language: z.enum(['zh', 'en']).optional() });

export const site = z.object({ id, code: z.string(), name: localized, timeZone: z.string() }).meta({ id: 'Site' });
export const place = z.object({ id, code: z.string(), name: localized }).meta({ id: 'Place' });

/** The day at a site, in its time zone. */
export const today = z
  .object({
    date: z.iso.date(),
    /** The holiday (节日) whose greetings are in season. */
    holiday: z.object({ id: z.enum(holidays), title: localized }).nullable(),
  })
  .meta({ id: 'Today' });
