import { describe, expect, it } from '@jest/globals';
import { findings, vitalFindings } from './findings';
import { vitalLoops } from './loop-kinds';
import type { Readings } from './readings';

const loop = (name: string, quietSeconds: number, everyMs = 1_000) => ({
  ...{ loop: name, everyMs, quietSeconds, lastError: null },
});
const loops = vitalLoops.map((name) => loop(name, 1));
const healthy: Readings = {
  ...{ overdueTimerSeconds: 0, loops, canarySeconds: 30, failingTimers: 0, overdueNoticeSeconds: 0 },
  ...{ waitingMails: 0, waitingMailSeconds: 0, callsWithoutNotice: 0, chainsWithoutTimer: 0 },
  ...{ callsWithoutSuccessor: 0, sentAfterAcknowledgement: 0, canariesSwept: 0, clockApartSeconds: 0 },
  ...{ queueProblem: null, unprotectedTables: [], differingFacts: null },
};
const codes = (broken: Partial<Readings>) => findings({ ...healthy, ...broken }).map(({ code }) => code);

describe('the findings', () => {
  it('are none while everything holds, up to its bound', () => {
    const atTheBound: Readings = {
      ...healthy,
      ...{ overdueTimerSeconds: 30, canarySeconds: 180, overdueNoticeSeconds: 60, canariesSwept: 2 },
      clockApartSeconds: -30,
    };
    expect(findings(atTheBound)).toEqual([]);
  });

  it.each<[string, Partial<Readings>]>([
    ['timer.late', { overdueTimerSeconds: 31 }],
    ['canary.missing', { canarySeconds: 181 }],
    ['timer.failing', { failingTimers: 1 }],
    ['notice.late', { overdueNoticeSeconds: 61 }],
    ['mail.refused', { waitingMails: 2, waitingMailSeconds: 130 }],
    ['call.without_notice', { callsWithoutNotice: 1 }],
    ['chain.asleep', { chainsWithoutTimer: 1 }],
    ['call.without_successor', { callsWithoutSuccessor: 1 }],
    ['call.after_acknowledgement', { sentAfterAcknowledgement: 1 }],
    ['queue.asleep', { canariesSwept: 3 }],
    ['queue.store', { queueProblem: 'Redis does not answer' }],
    ['clock.apart', { clockApartSeconds: -31 }],
    ['facts.differ', { differingFacts: { count: 1, examples: ['BJ1-20261123-004'] } }],
    ['record.unprotected', { unprotectedTables: ['timeline_entry'] }],
  ])('name %s', (code, broken) => {
    expect(codes(broken)).toEqual([code]);
  });

  it.each(vitalLoops)('name the loop %s when it has been silent for more than a minute, or never turned', (name) => {
    const others = loops.filter((one) => one.loop !== name);
    for (const left of [others, [...others, loop(name, 61)]])
      expect(vitalFindings({ ...healthy, loops: left })).toEqual([
        expect.objectContaining({ code: 'loop.silent', subject: name }),
      ]);
  });

  it('name a loop once, sooner by its pace than it counts as vital', () => {
    const slow = [...loops.slice(1), loop('relay', 14), loop('tidy', 1_800, 600_000)];
    expect(vitalFindings({ ...healthy, loops: slow })).toEqual([]);
    expect(findings({ ...healthy, loops: slow }).map(({ subject }) => subject)).toEqual(['relay']);
  });

  it('say in both languages what is wrong and what to do', () => {
    const everything: Readings = { ...healthy, overdueTimerSeconds: 95, queueProblem: 'Redis is 97 % full' };
    for (const { sentence, advice } of findings(everything))
      for (const said of [sentence, advice]) expect([said.zh, said.en]).not.toContain('');
    expect(findings(everything)[0]?.sentence.en).toBe('The oldest due timer is 95 s late.');
  });
});
