import { describe, expect, it } from '@jest/globals';
import type { Step } from '@zenmeban/domain/engine';
import { speakers } from './speakers.examples';
import { callWords, comesAfter, deadlineWords, durationWords } from './step-words';

const both = (text: string) => ({ zh: text, en: text });

const step = (id: string, given: Partial<Step> = {}): Step => ({
  id,
  title: both(id),
  do: [],
  say: [],
  never: [],
  ask: {},
  after: [],
  required: false,
  ...given,
});

describe('durationWords', () => {
  it.each([
    [30, '30 秒', '30 s'],
    [90, '90 秒', '90 s'],
    [300, '5 分钟', '5 min'],
    [5_400, '90 分钟', '90 min'],
    [7_200, '2 小时', '2 h'],
    [86_400, '1 天', '1 day'],
    [2_592_000, '30 天', '30 days'],
  ])('says %d seconds in the largest unit that is exact', (seconds, zh, en) => {
    expect(durationWords(seconds, speakers.zh.t)).toBe(zh);
    expect(durationWords(seconds, speakers.en.t)).toBe(en);
  });
});

describe('deadlineWords', () => {
  const ask = step('ask', {
    ask: { 'call-at': { type: 'date-time', label: { zh: '何时回访？', en: 'Call back when?' } } },
  });
  it.each<[Partial<Step>, string | null, string | null]>([
    [{}, null, null],
    [{ withinSeconds: 300 }, '5 分钟内', 'within 5 min'],
    [{ by: 'call-at' }, '按“何时回访？”答的时间', 'at the time given for “Call back when?”'],
    [
      { by: 'call-at', withinSeconds: 86_400 },
      '按“何时回访？”答的时间，没答则 1 天内',
      'at the time given for “Call back when?”, else within 1 day',
    ],
  ])('says %j', (given, zh, en) => {
    const one = step('one', given);
    expect(deadlineWords(one, [ask, one], speakers.zh)).toBe(zh);
    expect(deadlineWords(one, [ask, one], speakers.en)).toBe(en);
  });
});

describe('comesAfter', () => {
  const steps = [
    step('a'),
    step('b', { after: ['a'] }),
    step('c', { after: ['a'] }),
    step('d', { after: ['b', 'c'] }),
    step('e'),
  ];
  it.each([
    ['a', null],
    ['b', null],
    ['c', ['a']],
    ['d', ['b', 'c']],
    ['e', []],
  ])('%s', (id, expected) => {
    const one = steps.find((candidate) => candidate.id === id) ?? step('?');
    expect(comesAfter(one, steps)?.map((before) => before.id) ?? null).toEqual(expected);
  });
});

describe('callWords', () => {
  it('names each level and how long nobody may have acknowledged before it', () => {
    const policy = {
      levels: [
        { afterSeconds: 0, targets: [{ onDuty: 'supervisor' as const }] },
        { afterSeconds: 300, targets: [{ role: 'manager' as const }, { onDuty: 'security' as const }] },
      ],
    };
    expect(callWords(policy, speakers.zh.t)).toBe('当班主管；5 分钟没人确认，再叫经理、当班秩序维护');
    expect(callWords(policy, speakers.en.t)).toBe('Supervisor on duty; no answer in 5 min: Manager, Security on duty');
  });
});
