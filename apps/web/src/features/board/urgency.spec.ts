import { describe, expect, it } from '@jest/globals';
import type { IncidentRow } from '../../lib/types';
import { byUrgency } from './urgency';
import { whoIsOnIt } from './who-is-on-it';

const row = (
  reference: string,
  facts: Partial<Pick<IncidentRow, 'severity' | 'overdueSteps' | 'openedAt'>>,
  calling = false,
  acknowledgedBy: { id: string; name: string } | null = null,
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
      acknowledgedBy,
      acknowledgedAt: null,
    },
  }) as IncidentRow;

describe('who is on it', () => {
  const zhou = { id: '1', name: 'Zhou Min' };
  it.each([
    ['nobody, while the first call waits', row('a', {}, true), null, true],
    ['who took it, while a later call waits', row('b', {}, true, zhou), 'Zhou Min', true],
    ['who took it', row('c', {}, false, zhou), 'Zhou Min', false],
  ])('%s', (_, { alarm }, name, waits) => {
    expect(whoIsOnIt(alarm)).toEqual({ person: name === null ? null : zhou, callWaits: waits });
  });
});

describe('byUrgency', () => {
  it('puts first what nobody is on, then what is late, then the graver, then the older', () => {
    const rows = [
      row('young', { openedAt: '2026-11-23T09:30:00Z' }),
      row('old', {}),
      row('grave', { severity: 'critical' }),
      row('late', { overdueSteps: 1, severity: 'low' }),
      row('taken, and a later call unanswered', { severity: 'critical' }, true, { id: '1', name: 'Zhou Min' }),
      row('unanswered', { severity: 'low' }, true),
    ];
    expect(rows.toSorted(byUrgency).map(({ reference }) => reference)).toEqual([
      'unanswered',
      'taken, and a later call unanswered',
      'late',
      'grave',
      'old',
      'young',
    ]);
  });
});
