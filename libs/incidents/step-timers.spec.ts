import { describe, expect, it } from '@jest/globals';
import type { Playbook, Step } from '@zenmeban/domain/engine';
import { stepArmings, warnSeconds } from './step-timers';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 1, 0, seconds));
const playbook = (step: Pick<Step, 'id' | 'withinSeconds' | 'remindSeconds'>) =>
  ({ overduePolicy: 'overdue', steps: [step] }) as unknown as Playbook;
const overdue = {
  ...{ id: 'overdue', title: { zh: '超时', en: 'Overdue' }, levels: [], noProgressSeconds: 1_800 },
  warn: { atPercent: 75, fromSeconds: 600 },
};

describe('a step is warned of', () => {
  it.each([
    [3_600, { atPercent: 75, fromSeconds: 600 }, 900],
    [600, { atPercent: 75, fromSeconds: 600 }, 150],
    [599, { atPercent: 75, fromSeconds: 600 }, null],
    [3_600, { atPercent: 50, fromSeconds: 600 }, 1_800],
    [3_600, undefined, null],
  ])('when it has %i s and the policy says %j: %s s before', (seconds, warn, before) => {
    expect(warnSeconds(seconds, warn)).toBe(before);
  });

  const reminders = (remindSeconds: number | undefined, readyAt: Date, now: Date) =>
    stepArmings(
      { id: 'i', policies: { overdue } },
      playbook({ id: 'mend', withinSeconds: 3_600, ...(remindSeconds !== undefined && { remindSeconds }) }),
      [{ id: 'mend', readyAt, dueAt: at(3_600) }],
      now,
    )
      .filter(({ kind }) => kind === 'step_reminder')
      .map(({ dueAt }) => dueAt);

  it('at that share of its time', () => {
    expect(reminders(undefined, at(0), at(0))).toEqual([at(2_700)]);
  });

  it('at the moment its playbook names, where it names one', () => {
    expect(reminders(600, at(0), at(0))).toEqual([at(3_000)]);
  });

  it('counted from its turn, also when it is watched again later', () => {
    expect(reminders(undefined, at(0), at(1_800))).toEqual([at(2_700)]);
    expect(reminders(undefined, at(0), at(2_800))).toEqual([]);
  });
});
