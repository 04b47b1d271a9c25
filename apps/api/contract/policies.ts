import { z } from 'zod';
import { localized } from './common';

const target = z.union([
  z.object({ onDuty: z.enum(['supervisor', 'manager', 'facilities', 'cleaning', 'security']) }),
  z.object({ role: z.enum(['supervisor', 'manager', 'administrator']) }),
  z.object({ person: z.string() }),
]);

/** Who is called, in which order, after how long. */
export const policy = z
  .object({
    id: z.string(),
    title: localized,
    /** `afterSeconds` after the last call of the level before; a level is called again as often as `repeat` says. */
    levels: z.array(
      z.object({
        afterSeconds: z.int(),
        targets: z.array(target),
        repeat: z.object({ times: z.int(), everySeconds: z.int() }).optional(),
      }),
    ),
    noProgressSeconds: z.int(),
    bundleSeconds: z.int().optional(),
    /** Until then a level waits that calls more than posts on duty; not for what is of high or critical severity. */
    hours: z.enum(['opening', 'working']).optional(),
    warn: z.object({ atPercent: z.int(), fromSeconds: z.int() }).optional(),
    snooze: z.object({ atMostSeconds: z.int(), times: z.int() }).optional(),
  })
  .meta({ id: 'Policy' });
