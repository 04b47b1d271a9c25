import type { Localized } from './localized';
import { DomainError } from './problem';

export type IncidentStatus = 'open' | 'in_progress' | 'resolved' | 'closed' | 'reopened' | 'cancelled';

/** What may follow what, readable by a manager. */
export const incidentTransitions: Readonly<Record<IncidentStatus, readonly IncidentStatus[]>> = {
  open: ['in_progress', 'resolved', 'cancelled'],
  in_progress: ['resolved', 'cancelled'],
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['in_progress', 'resolved', 'cancelled'],
  cancelled: [],
};

/** Work is still going on: steps may be settled, people may be called. */
export const isOpenStatus = (status: IncidentStatus): boolean =>
  status === 'open' || status === 'in_progress' || status === 'reopened';

/**
 * Refuses a move the table above does not know.
 * @throws DomainError (conflict) `incident.already_closed`, `.already_resolved`, `.cancelled`, `.not_resolved`,
 *   `.not_over`, `.already_started`: what it is now, and so what to do.
 */
export function assertTransition(from: IncidentStatus, to: IncidentStatus): void {
  if (incidentTransitions[from].includes(to)) return;
  const code = refusal(from, to);
  throw new DomainError('conflict', `incident.${code}`, sentences[code]);
}

type Refusal = 'already_closed' | 'already_resolved' | 'cancelled' | 'not_resolved' | 'not_over' | 'already_started';

function refusal(from: IncidentStatus, to: IncidentStatus): Refusal {
  if (from === 'closed') return 'already_closed';
  if (from === 'cancelled') return 'cancelled';
  if (from === 'resolved') return 'already_resolved';
  if (to === 'closed') return 'not_resolved';
  return to === 'reopened' ? 'not_over' : 'already_started';
}

const sentences: Readonly<Record<Refusal, Localized>> = {
  already_closed: {
    zh: '这个事件已经关闭；如还要处理，请先重新打开。',
    en: 'This incident is already closed; reopen it first if there is more to do.',
  },
  already_resolved: {
    zh: '这个事件已经解决；可以复核关闭，或重新打开。',
    en: 'This incident is already resolved; close it, or reopen it if there is more to do.',
  },
  cancelled: {
    zh: '这个事件已作废，不能再改；如确有其事，请新开一个。',
    en: 'This incident was cancelled and cannot change any more; open a new one if it did happen.',
  },
  not_resolved: {
    zh: '这个事件还没有解决，请先办完并标为已解决，再关闭。',
    en: 'This incident is not resolved yet; resolve it before closing it.',
  },
  not_over: {
    zh: '这个事件还在处理中，不需要重新打开。',
    en: 'This incident is still being worked on; there is nothing to reopen.',
  },
  already_started: {
    zh: '这个事件已经在处理了，请刷新后查看。',
    en: 'Work on this incident has already begun; please refresh.',
  },
};
