import type { Transaction } from '@zenmeban/database';
import type { TimelineKind } from '@zenmeban/domain/engine';
import type { WrittenEntry } from '@zenmeban/timeline';
import type { StoredVariables, TemplateName } from './mail-variables';

/** An entry of one kind. */
export type EntryOf<K extends TimelineKind> = Extract<WrittenEntry, { kind: K }>;

/** What is heard, who is told, with which template and which variables; the sample lets one test render them all. */
export type Rule<K extends TimelineKind, T extends TemplateName> = {
  readonly on: K;
  readonly template: T;
  readonly to: (entry: EntryOf<K>, tx: Transaction) => Promise<readonly string[]>;
  readonly variables: (entry: EntryOf<K>) => StoredVariables[T];
  /** What exists once per recipient and channel: a firing, or the entry itself. */
  readonly once: (entry: EntryOf<K>) => string;
  /** The chain the notice belongs to, if it is a call. */
  readonly chain?: (entry: EntryOf<K>) => string;
  /** When it was owed, if not at the moment of the entry, and how long it may wait for others. */
  readonly owed?: (entry: EntryOf<K>) => { readonly dueAt?: Date; readonly holdSeconds?: number };
  readonly sample: StoredVariables[T];
};

const called: Rule<'escalation.called', 'escalation'> = {
  on: 'escalation.called',
  template: 'escalation',
  to: async ({ data }) => Promise.resolve(data.personIds),
  variables: ({ data: { level, reason, cause, stepId, nth, afterNobody } }) => ({
    ...{ level, reason, cause, stepId: stepId ?? null },
    ...(nth !== undefined && { nth }),
    ...(afterNobody && { afterNobody }),
  }),
  once: ({ data }) => data.firing,
  chain: ({ data }) => data.escalationId,
  owed: ({ data: { dueAt, bundleSeconds } }) => ({
    ...(dueAt !== undefined && { dueAt: new Date(dueAt) }),
    ...(bundleSeconds !== undefined && { holdSeconds: bundleSeconds }),
  }),
  sample: { level: 2, reason: 'unacknowledged', cause: 'overdue', stepId: 'help-up' },
};

const assigned: Rule<'step.assigned', 'step-assigned'> = {
  on: 'step.assigned',
  template: 'step-assigned',
  to: async ({ data }) => Promise.resolve([data.personId]),
  variables: ({ data }) => ({ stepId: data.stepId, dueAt: data.dueAt ?? null }),
  once: ({ id }) => id,
  sample: { stepId: 'repair-hazard', dueAt: '2026-11-23T06:35:00.000Z' },
};

const reminded: Rule<'step.reminded', 'step-reminder'> = {
  on: 'step.reminded',
  template: 'step-reminder',
  to: async ({ data }) => Promise.resolve(data.personIds),
  variables: ({ data: { stepId, dueAt } }) => ({ stepId, dueAt }),
  once: ({ data }) => data.firing,
  sample: { stepId: 'call-back', dueAt: '2026-11-24T02:00:00.000Z' },
};

const cancelled: Rule<'incident.cancelled', 'incident-cancelled'> = {
  on: 'incident.cancelled',
  template: 'incident-cancelled',
  to: peopleReached,
  variables: () => ({}),
  once: ({ id }) => id,
  sample: {},
};

const reopened: Rule<'incident.reopened', 'incident-reopened'> = {
  on: 'incident.reopened',
  template: 'incident-reopened',
  to: peopleReached,
  variables: () => ({}),
  once: ({ id }) => id,
  sample: {},
};

export const rules = [called, assigned, reminded, cancelled, reopened] as const;

/** Whom a call about this incident has reached, or is on its way to, without the one who acts now. */
async function peopleReached(entry: EntryOf<TimelineKind>, tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT recipient_id AS id FROM app.notification
     WHERE incident_id = $1 AND template = 'escalation' AND state IN ('accepted', 'sending')
       AND recipient_id IS NOT NULL
       AND recipient_id IS DISTINCT FROM $2`,
    [entry.incidentId, entry.actorId],
  );
  return rows.map(({ id }) => id);
}
