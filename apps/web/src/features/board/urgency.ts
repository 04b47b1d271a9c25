import { severities } from '@zenmeban/domain/engine';
import type { IncidentRow } from '../../lib/types';
import { whoIsOnIt } from './who-is-on-it';

/** Most urgent first: nobody on it, then a call that waits although somebody is, then late steps, then the graver, then the older. */
export function byUrgency(a: IncidentRow, b: IncidentRow): number {
  return (
    waiting(b) - waiting(a) ||
    Number(b.overdueSteps > 0) - Number(a.overdueSteps > 0) ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    Date.parse(a.openedAt) - Date.parse(b.openedAt)
  );
}

function waiting({ alarm }: IncidentRow): number {
  const { person, callWaits } = whoIsOnIt(alarm);
  return callWaits ? (person ? 1 : 2) : 0;
}
