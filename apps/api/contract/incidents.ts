import { posts, reviewFields } from '@zenmeban/domain/engine';
import { z } from 'zod';
import { id, instant, localized, name, personRef, requiredText, text } from './common';

export const status = z.enum(['open', 'in_progress', 'resolved', 'closed', 'reopened', 'cancelled']);
export const severity = z.enum(['low', 'normal', 'high', 'critical']);

export const answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const openIncident = z.strictObject({
  /** A uuidv7 made by the client: sending it again returns the same incident. */
  id: z.uuidv7().optional(),
  playbook: z.string().min(1).max(100),
  /** Site id or code; without it the person's only or last used one. */
  site: name.min(1).optional(),
  /** Place id or code. */
  place: name.min(1).optional(),
  summary: text().optional(),
  occurredAt: instant.optional(),
  /** For practice: the same steps, but nobody is called, and it counts nowhere. */
  drill: z.boolean().optional(),
});

export const completeStep = z.strictObject({
  answers: z.record(z.string(), answer).optional(),
  note: text().optional(),
  /** When it was done, if not now. */
  at: instant.optional(),
});

const reviewValue = text(60).nullish();

export const skipStep = z.strictObject({ reason: requiredText() });
export const comment = z.strictObject({ text: requiredText() });
export const resolve = z.strictObject({ resolution: text().optional() });
export const close = z.strictObject({ note: text().optional() });
export const reopen = z.strictObject({ reason: requiredText() });
export const cancel = z.strictObject({ reason: requiredText() });
/** What is left out or null stands as it was answered; the values are options of the incident's version of its playbook. */
export const review = z.strictObject({
  category: reviewValue,
  cause: reviewValue,
  justified: reviewValue,
  remedy: reviewValue,
  satisfaction: reviewValue,
  note: text().optional(),
});
export const nothing = z.strictObject({});
/** `minutes`: in how long to be called again, if nothing moves until then. */
export const snooze = z.strictObject({ minutes: z.int().min(1).max(1_440) });
/** `to`: a person of `hand-over-candidates`. */
export const handOver = z.strictObject({ to: id, note: text(500).optional() });

/** Somebody an incident may be handed to. */
export const candidate = personRef.extend({ onDuty: z.boolean() }).meta({ id: 'Candidate' });

const incidentHead = {
  id,
  reference: z.string(),
  status,
  severity,
  playbook: z.object({ id: z.string(), number: z.int(), version: z.int(), icon: z.string(), title: localized }),
  site: z.object({ id, code: z.string(), name: localized, timeZone: z.string() }),
  place: z.object({ id, code: z.string(), name: localized }).nullable(),
  summary: z.string(),
  openedBy: personRef,
  openedAt: instant,
  occurredAt: instant,
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** For practice; its reference reads `<SITE>-<local date>-P<n>`. */
  drill: z.boolean(),
  /** Seen only by supervisors, managers and those involved. */
  restricted: z.boolean(),
};

/** How the calls for help stand, all chains together. */
const alarm = z.object({
  /** `calling`: somebody was or is about to be called and nobody acknowledged; `none`: no chain was ever begun. */
  state: z.enum(['none', 'calling', 'acknowledged', 'ended']),
  level: z.int(),
  nextLevelAt: instant.nullable(),
  acknowledgedBy: personRef.nullable(),
  acknowledgedAt: instant.nullable(),
  /** Put off: called again then, unless something moves before. */
  snoozedUntil: instant.nullable(),
  /** Handed over, and not taken yet. */
  handedTo: personRef.nullable(),
  /** For how long it may be put off, and how many times still; null = not at all. */
  snooze: z.object({ atMostMinutes: z.int(), left: z.int() }).nullable(),
});

/** A row of the supervisor's list. */
export const incidentRow = z
  .object({
    ...incidentHead,
    progress: z.object({ settled: z.int(), total: z.int() }),
    /** Ready steps past their deadline, and the next deadline still to come. */
    overdueSteps: z.int(),
    nextDueAt: instant.nullable(),
    alarm,
  })
  .meta({ id: 'IncidentRow' });

export const runStep = z
  .object({
    id: z.string(),
    position: z.int(),
    state: z.enum(['waiting', 'ready', 'done', 'skipped', 'not_needed']),
    readyAt: instant.nullable(),
    dueAt: instant.nullable(),
    /** When whoever has it is reminded of the deadline; null once that is past, and where nothing reminds. */
    remindAt: instant.nullable(),
    ownerPost: z.enum(posts).nullable(),
    /** While its turn it is: who is on that post now, by id. They, the assignee and supervisors settle it. */
    onPost: z.array(id),
    assignee: personRef.nullable(),
    answers: z.record(z.string(), answer).nullable(),
    note: z.string(),
    settledBy: personRef.nullable(),
    settledAt: instant.nullable(),
    /** Who may complete it and see what was answered: this role or a higher one; null = whoever sees the incident. */
    visibleTo: z.enum(['supervisor', 'manager']).nullable(),
    /** The caller may not see this step. All hidden steps stand as one: same state, no answers, notes, people or times. */
    hidden: z.boolean(),
  })
  .meta({ id: 'RunStep' });

const escalation = z
  .object({
    id,
    policy: z.object({ id: z.string(), title: localized }),
    cause: z.enum(['opened', 'called', 'step', 'overdue']),
    stepId: z.string().nullable(),
    startedAt: instant,
    level: z.int(),
    levels: z.int(),
    nextLevelAt: instant.nullable(),
    acknowledgedBy: personRef.nullable(),
    acknowledgedAt: instant.nullable(),
    /** It waits for somebody to answer. */
    calling: z.boolean(),
    endedAt: instant.nullable(),
    /** Who was called at which level, and whether the notice reached the mail server. */
    calls: z.array(
      z.object({
        level: z.int(),
        person: personRef,
        calledAt: instant,
        state: z.enum(['pending', 'sending', 'accepted', 'failed', 'withdrawn']),
      }),
    ),
  })
  .meta({ id: 'Escalation' });

/** The review (复核): what was answered, and what a supervisor says instead on looking back. */
const reviewView = z.object({
  /** What this version asks for and the caller may see; `value` null = as answered. */
  fields: z.array(
    z.object({
      field: z.enum(reviewFields),
      options: z.array(z.object({ id: z.string(), label: localized })),
      answered: z.string().nullable(),
      value: z.string().nullable(),
    }),
  ),
  /** Empty for those who may not review. */
  note: z.string(),
  by: personRef.nullable(),
  at: instant.nullable(),
  /** What keeps a complaint from being closed: said neither by an answer nor here. */
  missing: z.array(z.enum(reviewFields)),
});

export const incident = incidentRow
  .extend({ steps: z.array(runStep), escalations: z.array(escalation), review: reviewView })
  .meta({ id: 'Incident' });

export const timelineEntry = z
  .object({
    id,
    at: instant,
    kind: z.string(),
    actor: personRef.nullable(),
    /** The people an entry mentions, by id. */
    people: z.array(personRef),
    /** By `kind`. Of a step that is hidden from the caller there are no entries at all. */
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

export const incidentQuery = z.strictObject({
  /** Comma-separated; without it everything. */
  status: z.string().max(100).optional(),
  site: name.optional(),
  /** Part of a reference or of the summary. */
  q: text(200).optional(),
  /** `true`: only those that still need an acknowledgement. */
  unacknowledged: z.enum(['true', 'false']).optional(),
  /** `true`: only drills, one's own unless one supervises; without it none. */
  drill: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
