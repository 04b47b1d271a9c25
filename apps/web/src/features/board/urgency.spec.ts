import { describe, expect, it } from '@jest/globals';
import type { IncidentRow } from '../../lib/types';
import { byUrgency } from './urgency';

const row = (
  reference: string,
  facts: Partial<Pick<IncidentRow, 'severity' | 'overdueSteps' | 'openedAt'>>,
  calling = false,
) =>
  ({
    reference,
    severity: 'normal',
    overdueSteps: 0,
    openedAt: '2026-11-23T09:00:00Z',
    ...facts,
    alarm: {
      state: calling ? 'calling' : 'acknowledged',
      level: 1,
      nextLevelAt: null,
      acknowledgedBy: null,
      acknowledgedAt: null,
    },
  }) as IncidentRow;

describe('byUrgency', () => {
  it('puts first what nobody is on, then what is late, then the graver, then the older', () => {
    const rows = [
      row('young', { openedAt: '2026-11-23T09:30:00Z' }),
      row('old', {}),
      row('grave', { severity: 'critical' }),
      row('late', { overdueSteps: 1, severity: 'low' }),
      row('unanswered', { severity: 'low' }, true),
    ];
    expect(rows.toSorted(byUrgency).map(({ reference }) => reference)).toEqual([
      'unanswered',
      'late',
      'grave',
      'old',
      'young',
    ]);
  });
});
