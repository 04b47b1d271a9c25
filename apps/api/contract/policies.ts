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
    /** `afterSeconds` after the level before was called. */
    levels: z.array(z.object({ afterSeconds: z.int(), targets: z.array(target) })),
    noProgressSeconds: z.int(),
  })
  .meta({ id: 'Policy' });
