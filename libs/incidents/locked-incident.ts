import { Incident, IncidentStep, type Transaction } from '@zenmeban/database';
import { assertTransition, DomainError, isOpenStatus, type Playbook, type Run } from '@zenmeban/domain/engine';

/** An incident whose row this transaction holds, with the database's time. */
export type LockedIncident = { incident: Incident; now: Date };

/** Locks the incident, so that what is decided next is decided on its newest state. Throws `incident.unknown`. */
export async function lockIncident(tx: Transaction, incidentId: string): Promise<LockedIncident> {
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'pessimistic_write' } });
  if (!incident) throw unknownIncident();
  const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
  return { incident, now };
}

/** Throws what the incident is instead (`incident.already_closed`, …) when work on it is over. */
export function assertOpen({ status }: Pick<Incident, 'status'>): void {
  if (!isOpenStatus(status)) assertTransition(status, 'in_progress');
}

/** The incident's run, in the order of its playbook. */
export async function readRun(tx: Transaction, incidentId: string): Promise<Run> {
  const rows = await tx.find(IncidentStep, { where: { incidentId }, order: { position: 'ASC' } });
  return { steps: rows.map(asRunStep) };
}

/** A stored step as the domain sees it. */
export function asRunStep(row: IncidentStep): Run['steps'][number] {
  return {
    id: row.stepId,
    state: row.state,
    readyAt: row.readyAt ?? undefined,
    dueAt: row.dueAt ?? undefined,
    answers: row.answers ?? undefined,
  };
}

/** The step's definition. */
export const stepOf = (playbook: Playbook, stepId: string) => playbook.steps.find((step) => step.id === stepId);

export const unknownIncident = () =>
  new DomainError('not_found', 'incident.unknown', {
    zh: '找不到这个事件，或您无权查看。',
    en: 'There is no such incident, or you may not see it.',
  });
