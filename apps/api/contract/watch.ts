import { z } from 'zod';
import { instant, localized } from './common';

export const escalationHealth = z.object({
  status: z.literal('ok'),
  /** How late the oldest due timer is, in seconds. */
  overdueSeconds: z.number(),
});

/** Whether calls can be relied on, for everybody's phone. */
export const engine = z
  .object({
    /** Seconds since the freshest round of the loops that call people; null when none ever ran. */
    lastCycleSeconds: z.number().nullable(),
    /** Alerts may be delayed: phone instead of waiting. */
    delayed: z.boolean(),
    /** Whom to phone: the supervisor on duty at the site, else (`name` null) the site's own number. */
    call: z.object({ name: z.string().nullable(), phone: z.string() }).nullable(),
  })
  .meta({ id: 'Engine' });

export const finding = z.object({
  code: z.string(),
  sentence: localized,
  /** When it was first found without a pause. */
  since: instant,
});

const heartbeat = z.object({
  process: z.string(),
  loop: z.string(),
  startedAt: instant,
  at: instant,
  everyMs: z.int(),
  lastMs: z.int(),
  rounds: z.int(),
  lastError: z.string().nullable(),
  /** Whether it beat within the time a loop of its pace may be silent. */
  fresh: z.boolean(),
});

const canary = z.object({
  dueAt: instant,
  firedAt: instant.nullable(),
  firedBy: z.enum(['hint', 'sweep']).nullable(),
  arrivedAt: instant.nullable(),
});

export const watch = z
  .object({
    /** Null before the first round. */
    auditedAt: instant.nullable(),
    clean: z.boolean(),
    findings: z.array(finding),
    heartbeats: z.array(heartbeat),
    /** The last hour's, newest first. */
    canaries: z.array(canary),
    deadman: z.object({ configured: z.boolean(), lastPingAt: instant.nullable() }),
    queue: z.enum(['redis', 'postgres']),
  })
  .meta({ id: 'Watch' });

export const engineQuery = z.strictObject({ site: z.string().max(100).optional() });
