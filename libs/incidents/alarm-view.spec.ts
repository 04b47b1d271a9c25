import { describe, expect, it } from '@jest/globals';
import { type AlarmRow, alarmOf } from './alarm-view';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const chain = (id: string, minute: number, facts: Partial<AlarmRow> = {}): AlarmRow => ({
  ...{ incidentId: 'i', id, policyId: 'urgent', cause: 'opened', stepId: null, level: 1, snoozes: 0 },
  ...{ startedAt: at(minute), lastCalledAt: at(minute), lastProgressAt: null, nextLevelAt: null },
  ...{ acknowledgedAt: null, acknowledgedBy: null, snoozedUntil: null, handedOverAt: null, handedTo: null },
  ...{ endedAt: null, ...facts },
});
const takenBy = (name: string, minute: number) => ({
  acknowledgedAt: at(minute),
  acknowledgedBy: { id: name, name },
});

describe('the alarm of an incident', () => {
  it('names who has it while a later chain still calls', () => {
    const chains = [chain('opened', 0, takenBy('Zhou Min', 2)), chain('overdue', 10, { cause: 'overdue' })];
    expect(alarmOf(chains, {})).toMatchObject({ state: 'calling', acknowledgedBy: { name: 'Zhou Min' } });
  });

  it('names whoever took it last, whichever chain began first', () => {
    const chains = [chain('opened', 0, takenBy('Zhou Min', 20)), chain('overdue', 10, takenBy('Li Na', 12))];
    expect(alarmOf(chains, {})).toMatchObject({ acknowledgedBy: { name: 'Zhou Min' }, acknowledgedAt: at(20) });
  });
});
