import { severities } from '@zenmeban/domain/engine';
import type { IncidentRow } from '../../lib/types';

/** Most urgent first: nobody on it, then late steps, then the graver, then the older. */
export function byUrgency(a: IncidentRow, b: IncidentRow): number {
  return (
    Number(b.alarm.state === 'calling') - Number(a.alarm.state === 'calling') ||
    Number(b.overdueSteps > 0) - Number(a.overdueSteps > 0) ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    Date.parse(a.openedAt) - Date.parse(b.openedAt)
  );
}
