import {
  type Answers,
  type IncidentStatus,
  isOverdue,
  type Localized,
  type Playbook,
  type Post,
  progress,
  type Run,
  type Severity,
  type StepState,
  type EscalationPolicy,
  type VisibleTo,
} from '@zenmeban/domain/engine';
import type { StoredPlaybook } from '@zenmeban/playbooks';

export type HeadRow = {
  id: string;
  reference: string;
  status: IncidentStatus;
  severity: Severity;
  summary: string;
  playbookVersionId: string;
  openedAt: Date;
  occurredAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
  drill: boolean;
  restricted: boolean;
  policies: Record<string, EscalationPolicy>;
  site: { id: string; code: string; name: Localized; timeZone: string };
  place: { id: string; code: string; name: Localized } | null;
  openedBy: { id: string; name: string };
  now: Date;
};

/** An incident's head; to be followed by a WHERE on `i`. */
export const headStatement = `
SELECT i.id, i.reference, i.status, i.severity, i.summary, i.playbook_version_id AS "playbookVersionId",
  i.opened_at AS "openedAt", i.occurred_at AS "occurredAt", i.resolved_at AS "resolvedAt", i.closed_at AS "closedAt",
  i.drill, i.restricted, i.policies, app.app_now() AS now,
  jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'timeZone', s.time_zone) AS site,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) END AS place,
  jsonb_build_object('id', o.id, 'name', o.name) AS "openedBy"
FROM app.incident i
JOIN app.site s ON s.id = i.site_id
JOIN app.person o ON o.id = i.opened_by_id
LEFT JOIN app.place p ON p.id = i.place_id`;

export type StepRow = {
  incidentId: string;
  id: string;
  position: number;
  state: StepState;
  readyAt: Date | null;
  dueAt: Date | null;
  /** When whoever has it is reminded; null once that is past, and where nothing reminds. */
  remindAt: Date | null;
  ownerPost: Post | null;
  assignee: { id: string; name: string } | null;
  answers: Answers | null;
  note: string;
  settledBy: { id: string; name: string } | null;
  settledAt: Date | null;
};

export const stepStatement = `
SELECT t.incident_id AS "incidentId", t.step_id AS id, t.position, t.state, t.ready_at AS "readyAt", t.due_at AS "dueAt",
  r.due_at AS "remindAt", t.owner_post AS "ownerPost", t.answers, t.note, t.settled_at AS "settledAt",
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'name', a.name) END AS assignee,
  CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('id', b.id, 'name', b.name) END AS "settledBy"
FROM app.incident_step t
LEFT JOIN app.person a ON a.id = t.assignee_id
LEFT JOIN app.person b ON b.id = t.settled_by_id
LEFT JOIN app.timer r ON t.state = 'ready' AND r.key = 'reminder:' || t.incident_id || ':' || t.step_id
  AND r.state = 'armed'
WHERE t.incident_id = ANY($1) ORDER BY t.incident_id, t.position`;

/** As the contract's `runStep`. */
export function stepView({ incidentId: _incident, ...step }: StepRow, visibleTo: VisibleTo | null, hidden: boolean) {
  return { ...step, visibleTo, hidden };
}

/** As the contract's incident head. */
export function headView(head: HeadRow, { version, content }: StoredPlaybook) {
  const { playbookVersionId: _version, policies: _policies, now: _now, ...rest } = head;
  const { id, number, icon, title } = content;
  return { ...rest, playbook: { id, number, version, icon, title } };
}

/** The rows of one incident as the domain sees them. */
export const runOf = (rows: readonly StepRow[]): Run => ({
  steps: rows.map(({ id, state, dueAt, answers }) => ({
    ...{ id, state, dueAt: dueAt ?? undefined, answers: answers ?? undefined },
  })),
});

/** How far the run is, and how late. */
export function summaryOfSteps(rows: readonly StepRow[], playbook: Playbook, now: Date) {
  const steps = rows.map(({ id, state, dueAt }) => ({ id, state, dueAt: dueAt ?? undefined }));
  const { settled, total } = progress(playbook, { steps });
  const upcoming = steps.flatMap(({ state, dueAt }) =>
    state === 'ready' && dueAt && dueAt > now ? [dueAt.getTime()] : [],
  );
  return {
    progress: { settled, total },
    overdueSteps: steps.filter((step) => isOverdue(step, now)).length,
    nextDueAt: upcoming.length > 0 ? new Date(Math.min(...upcoming)) : null,
  };
}
