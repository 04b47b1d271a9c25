import { describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from '../../lib/types';
import { speakers } from '../reading/speakers.examples';
import { sentenceOf } from './sentence';

const call = (data: object): TimelineEntry => ({
  ...{ id: '1', at: '2026-11-23T09:00:00Z', kind: 'escalation.called', actor: null, people: [] },
  data: { escalationId: 'e', personIds: ['zhou'], reason: 'unacknowledged', level: 1, ...data },
});
const said = (language: 'zh' | 'en', data: object) =>
  sentenceOf(call(data), {
    ...{ t: speakers[language].t, person: () => '周敏', playbook: '' },
    ...{ step: String, time: String, post: String, role: String },
  });

describe('a call in the timeline', () => {
  it.each([
    ['the first', {}, '呼叫 周敏（第 1 级）', 'Called 周敏 (level 1)'],
    ['the next level', { level: 2 }, '无人确认，呼叫第 2 级：周敏', 'Nobody acknowledged, level 2 called: 周敏'],
    [
      'the next level when nobody before was reached',
      { level: 2, afterNobody: true },
      '前面的级别没有联系到人，呼叫第 2 级：周敏',
      'Nobody before could be reached, level 2 called: 周敏',
    ],
    [
      'the same level again',
      { nth: 2 },
      '仍无人确认，再次呼叫第 1 级（第 2 次）：周敏',
      'Still not acknowledged, level 1 called again, 2nd time: 周敏',
    ],
    [
      'the last level again and again',
      { level: 3, reason: 'no_progress', nth: 11 },
      '仍没有进展，再次呼叫第 3 级（第 11 次）：周敏',
      'Still no progress, level 3 called again, 11th time: 周敏',
    ],
  ])('says of %s what it is', (_, data, zh, en) => {
    expect([said('zh', data), said('en', data)]).toEqual([zh, en]);
  });
});
