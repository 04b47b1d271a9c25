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
