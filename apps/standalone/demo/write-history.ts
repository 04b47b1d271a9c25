import type { Transaction } from '@zenmeban/database';
import { formatReference, nextEscalation } from '@zenmeban/domain/engine';
import { DateTime } from 'luxon';
import { timeZone } from './cast';
import type { Dice } from './dice';
import { noticesOf } from './told-notices';
import { type ToldChain, type ToldEntry, type ToldIncident, waitingSteps } from './told-incident';

/** Ids of what the keys in the history stand for; a place by `<site>/<place>`. */
export type Ids = {
  readonly sites: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
};

/** Writes the whole history, one statement per table, with references counted per site and day without gaps. */
export async function writeHistory(
  tx: Transaction,
  history: readonly ToldIncident[],
  ids: Ids,
  dice: Dice,
  now: Date,
): Promise<void> {
  const counters = new Map<string, { site_id: string; local_date: string; last_number: number }>();
  const incidents = history.map((told) => {
    const date = DateTime.fromJSDate(told.openedAt, { zone: timeZone }).toFormat('yyyy-MM-dd');
    const counter = counters.get(`${told.site} ${date}`) ?? {
      site_id: id(ids.sites, told.site),
      local_date: date,
      last_number: 0,
    };
    counters.set(`${told.site} ${date}`, counter);
    counter.last_number += 1;
    return incidentRow(told, formatReference(told.site, date, counter.last_number), ids);
  });
  const put = (table: string, rows: readonly object[]) => insert(tx, table, rows);
  await put('incident_counter', [...counters.values()]);
  await put('incident', incidents);
  await put(
    'incident_step',
    history.flatMap((told) => stepRows(told, ids)),
  );
  await put(
    'escalation',
    history.flatMap((told) => told.chains.map((chain) => chainRow(told, chain, ids))),
  );
  await put(
    'timer',
    history.flatMap((told) => timerRows(told, dice, now)),
  );
  await put(
    'timeline_entry',
    history.flatMap((told) => told.entries.map((entry) => entryRow(told, entry, ids))),
  );
  const notices = history.map((told) => noticesOf(told, (key) => id(ids.people, key), dice));
  await put(
    'notification',
    notices.flatMap(({ notifications }) => notifications),
  );
  await put(
    'delivery',
    notices.flatMap(({ deliveries }) => deliveries),
  );
}

/** One statement for all rows of a table; every row has the same columns, named as in the database. */
export async function insert(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(
    `INSERT INTO app.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::app.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

export function id(ids: ReadonlyMap<string, string>, key: string): string {
  const found = ids.get(key);
  if (found === undefined) throw new Error(`the demo knows no ${key}`);
  return found;
}

const incidentRow = (told: ToldIncident, reference: string, ids: Ids) => ({
  id: told.id,
  reference,
  site_id: id(ids.sites, told.site),
  place_id: told.place === null ? null : id(ids.places, `${told.site}/${told.place}`),
  playbook_version_id: told.playbook.versionId,
  severity: told.playbook.content.severity,
  status: told.status,
  summary: told.summary,
  opened_by_id: id(ids.people, told.openedBy),
  opened_at: told.openedAt,
  occurred_at: told.occurredAt,
  resolved_at: told.resolvedAt ?? null,
  closed_at: told.closedAt ?? null,
  policies: told.policies,
  drill: false,
  restricted: told.restricted,
});

function stepRows(told: ToldIncident, ids: Ids): object[] {
  return told.steps.map((step, position) => {
    const settled = told.settled.get(step.id);
    const assignee = told.assignees.get(step.id);
    return {
      incident_id: told.id,
      step_id: step.id,
      position,
      state: step.state,
      ready_at: step.readyAt ?? null,
      due_at: step.dueAt ?? null,
      owner_post: told.playbook.content.steps.find(({ id: stepId }) => stepId === step.id)?.owner ?? null,
      assignee_id: assignee === undefined ? null : id(ids.people, assignee),
      answers: step.answers ?? null,
      note: settled?.note ?? '',
      settled_by_id: settled ? id(ids.people, settled.by) : null,
      settled_at: settled?.at ?? null,
      done_at: settled?.at ?? null,
    };
  });
}

const chainRow = (told: ToldIncident, chain: ToldChain, ids: Ids) => ({
  id: chain.id,
  incident_id: told.id,
  policy_id: chain.policyId,
  cause: chain.cause,
  step_id: chain.stepId ?? null,
  levels_called: chain.levelsCalled,
  times_called: chain.timesCalled,
  started_at: chain.startedAt,
  last_called_at: chain.lastCalledAt ?? null,
  acknowledged_at: chain.acknowledgedAt ?? null,
  acknowledged_by_id: chain.acknowledgedBy === undefined ? null : id(ids.people, chain.acknowledgedBy),
  last_progress_at: chain.lastProgressAt ?? null,
  ended_at: chain.endedAt ?? null,
});

/** Only what is still open waits for anything: its chains for their next call, its ready steps for their deadlines. */
function timerRows(told: ToldIncident, dice: Dice, now: Date): object[] {
  if (told.status !== 'open' && told.status !== 'in_progress') return [];
  const armed = (kind: string, key: string, subject: string, dueAt: Date) => ({
    id: dice.id(told.openedAt),
    key,
    kind,
    incident_id: told.id,
    subject,
    gen: 1,
    due_at: dueAt,
    state: 'armed',
    hinted_gen: 0,
    hint_no: 0,
    failures: 0,
  });
  return [
    ...told.chains.flatMap((chain) => {
      const policy = told.policies[chain.policyId];
      const next = policy && nextEscalation(policy, chain);
      return next ? [armed('escalation', `escalation:${chain.id}`, chain.id, next.dueAt)] : [];
    }),
    ...waitingSteps(told, now).map(({ kind, key, subject, dueAt }) => armed(kind, key, subject, dueAt)),
  ];
}

/** People stand in the data of some entries, too. */
function entryRow(told: ToldIncident, { id: entryId, at, actor, kind, data }: ToldEntry, ids: Ids): object {
  const people = {
    ...('personId' in data && { personId: id(ids.people, data.personId) }),
    ...('personIds' in data && { personIds: data.personIds.map((key) => id(ids.people, key)) }),
  };
  const actorId = actor === null ? null : id(ids.people, actor);
  return { id: entryId, incident_id: told.id, at, kind, actor_id: actorId, data: { ...data, ...people } };
}
