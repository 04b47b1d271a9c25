import { z } from 'zod';
import { id, instant, localized, name } from './common';

export const siteQuery = z.strictObject({
  /** Site id or code; without it the person's sites, twenty at most, the only or last used one first. */
  site: name.min(1).optional(),
});

/** What the app asks every half minute, to warn people in time. */
export const engine = z
  .object({
    at: instant,
    /** Seconds since the slower of the two loops that fire and send last turned; null = they never did. */
    cycleSeconds: z.number().nullable(),
    /** Alerts may be late: people must be told to phone. */
    delayed: z.boolean(),
    /**
     * Whom to phone then, of each site where a number is known one: of the supervisor on duty, else the site's own.
     * Supervisors come first.
     */
    phones: z.array(
      z.object({
        kind: z.enum(['supervisor', 'site']),
        site: z.object({ id, name: z.string() }),
        name: z.string(),
        number: z.string(),
      }),
    ),
  })
  .meta({ id: 'Engine' });

/** One thing that should hold and does not. */
export const finding = z
  .object({
    /** Stable, e.g. `timers.overdue`. */
    code: z.string(),
    /** What it is about, where there may be several: a loop, a queue. */
    subject: z.string().nullable(),
    sentence: localized,
    /** What to do about it. */
    advice: localized,
    since: instant,
  })
  .meta({ id: 'Finding' });

const heartbeat = z.object({
  process: z.string(),
  loop: z.string(),
  startedAt: instant,
  at: instant,
  secondsAgo: z.number(),
  everyMs: z.int(),
  /** How long the last round took. */
  lastMs: z.int(),
  rounds: z.int(),
  lastError: z.string().nullable(),
  /** At most three paces and five seconds old. */
  fresh: z.boolean(),
});

const canary = z.object({
  dueAt: instant,
  firedAt: instant.nullable(),
  firedBy: z.enum(['hint', 'sweep']).nullable(),
  arrivedAt: instant.nullable(),
  /** `on_its_way` for 180 s after it was due, then `lost`; `asleep` = arrived, but the queue did not wake it. */
  state: z.enum(['arrived', 'asleep', 'on_its_way', 'lost']),
  /** From due to arrived. */
  seconds: z.number().nullable(),
});

/** Everything that is known of the machinery; for administrators. */
export const watch = z
  .object({
    at: instant,
    /** The last look at everything; null = there was none yet. */
    lastRound: z.object({ at: instant, secondsAgo: z.number(), clean: z.boolean() }).nullable(),
    findings: z.array(finding),
    heartbeats: z.array(heartbeat),
    /** The last 30, the oldest first. */
    canaries: z.array(canary),
    /** The address outside that is called only while all is well: whether one is named, and how the last call went. */
    deadMan: z.object({
      configured: z.boolean(),
      /** `silent`: not called, because a round was not clean. */
      state: z.enum(['off', 'pinged', 'silent', 'failed', 'waiting']),
      lastPingAt: instant.nullable(),
      error: z.string().nullable(),
    }),
    queues: z.object({
      backend: z.enum(['redis', 'postgres']),
      /** Null when the queue's store does not answer. */
      counts: z
        .array(
          z.object({
            name: z.string(),
            waiting: z.int(),
            delayed: z.int(),
            active: z.int(),
            failed: z.int(),
          }),
        )
        .nullable(),
    }),
  })
  .meta({ id: 'Watch' });

/** `/health/escalation`: 200 while calls for help go out in time, 503 (as a problem) while they do not. */
export const escalationHealth = z.object({
  status: z.literal('ok'),
  overdueSeconds: z.number(),
  /** Seconds since the last canary arrived; null = none ever did. */
  canarySeconds: z.number().nullable(),
  /** Seconds since each kind of loop last turned anywhere. */
  loops: z.record(z.string(), z.number()),
});
