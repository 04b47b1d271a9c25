import { describe, expect, it } from '@jest/globals';
import type { RunRule, Signal } from '@zenmeban/domain/analysis';
import { signalSentence } from './signal-words';

const signal = (given: Partial<Signal> = {}): Signal => ({
  ...{ rule: 'beyond_limits', side: 'above', period: '2026-10-05', since: '2026-10-05' },
  ...{ observed: 9, expected: 3.1, chance: 1 / 212, oneIn: 210, ...given },
});

describe('signalSentence', () => {
  it('tells a week beyond the limits', () => {
    expect(signalSentence(signal(), { zh: '等候', en: 'Waiting' })).toEqual({
      zh: '第41周（10月5日至10月11日）：“等候”投诉 9 起，预计 3.1 起；纯属偶然的可能：1/210。',
      en: 'Week 41 (5 Oct to 11 Oct 2026): 9 complaints about “Waiting”, 3.1 expected; chance of this by luck: 1 in 210.',
    });
  });

  it('tells a run of weeks, and what they have in common', () => {
    const run = signal({
      rule: 'one_side',
      side: 'below',
      since: '2026-08-10',
      observed: 1,
      expected: 41.24,
      oneIn: 1_000_000,
    });
    expect(signalSentence(run, null)).toEqual({
      zh: '第33至41周（8月10日至10月11日）：投诉 1 起，预计 41 起，连续偏低；纯属偶然的可能：不到百万分之一。',
      en: 'Weeks 33 to 41 (10 Aug to 11 Oct 2026): 1 complaint, 41 expected, below the usual every week; chance of this by luck: less than 1 in 1,000,000.',
    });
  });

  it('numbers the last days of a year by their ISO week', () => {
    expect(signalSentence(signal({ period: '2026-12-28', since: '2026-12-28' }), null).en).toContain(
      'Week 53 (28 Dec to 3 Jan 2027)',
    );
  });

  it('has words for every pattern, of both sides and in both languages', () => {
    const rules: RunRule[] = ['two_of_three', 'four_of_five', 'one_side', 'trend', 'alternating'];
    for (const rule of rules)
      for (const side of ['above', 'below'] as const) {
        const { zh, en } = signalSentence(signal({ rule, side, since: '2026-09-07' }), null);
        expect(zh).toMatch(
          /^第37至41周（9月7日至10月11日）：投诉 9 起，预计 3\.1 起，[\p{Script=Han}，]+；纯属偶然的可能：1\/210。$/u,
        );
        expect(en).toMatch(
          /^Weeks 37 to 41 .*: 9 complaints, 3\.1 expected, [a-z ]+; chance of this by luck: 1 in 210\.$/,
        );
      }
  });
});
