import { describe, expect, it } from '@jest/globals';
import type { Playbook, Question, Step } from '../engine';
import { both, oneOf, playbook, step } from '../examples/playbook';
import { comparePlaybooks } from './compare-playbooks';

const heated: Question = { type: 'yes-no', label: both('Heated?') };
const listen = step('listen', {
  do: [both('Sit down'), both('Listen')],
  ask: { heated, who: { type: 'text', label: both('Who?') } },
});
const call = step('call', { after: ['listen'], when: { field: 'heated', in: [true] }, withinSeconds: 300 });
const before = playbook(listen, call);

const changes = (after: Playbook, language: 'zh' | 'en' = 'en') =>
  comparePlaybooks(before, after).map((change) => change[language]);
const withListen = (given: Partial<Step>) => playbook({ ...listen, ...given }, call);
const withQuestion = (question: Question) => withListen({ ask: { ...listen.ask, heated: question } });

describe('comparePlaybooks', () => {
  it('has nothing to say when nothing changed', () => {
    expect(changes(before)).toEqual([]);
  });

  it.each<[string, Playbook, string[]]>([
    ['another title', { ...before, title: both('Sample') }, ['The title changed from “Example” to “Sample”.']],
    ['one language only', { ...before, title: { zh: '例', en: 'Example' } }, ['The title changed in Chinese.']],
    ['another severity', { ...before, severity: 'high' }, ['The severity changed from “normal” to “high”.']],
    [
      'a new call',
      { ...before, escalate: { on: 'opened', policy: 'urgent' } },
      ['The call on opening is now “urgent”; there was none.'],
    ],
    ['a step removed', playbook(listen), ['The step “call” was removed.']],
    ['a step added', playbook(listen, call, step('close', { after: ['call'] })), ['The step “close” was added.']],
    ['steps in another order', playbook(call, listen), ['The order of the steps changed.']],
    [
      'another deadline',
      playbook(listen, { ...call, withinSeconds: 7_200 }),
      ['Step “call”: The time changed from “5m” to “2h”.'],
    ],
    [
      'no deadline any more',
      playbook(listen, { ...call, withinSeconds: undefined }),
      ['Step “call”: The time was dropped; it was “5m”.'],
    ],
    [
      'another condition',
      playbook(listen, { ...call, when: { field: 'heated', in: [false] } }),
      ['Step “call”: The condition changed from ““Heated?” is “Yes”” to ““Heated?” is “No””.'],
    ],
    [
      'a line more and one less',
      withListen({ do: [both('Sit down'), both('Hear')] }),
      ['Step “listen”: What to do no longer has “Listen”.', 'Step “listen”: What to do now has “Hear”.'],
    ],
    [
      'lines in another order',
      withListen({ do: [both('Listen'), both('Sit down')] }),
      ['Step “listen”: The order of what to do changed.'],
    ],
    ['a question less', withListen({ ask: { heated } }), ['Step “listen”: “Who?” is no longer asked.']],
    [
      'a question more',
      withListen({ ask: { ...listen.ask, where: oneOf('hall', 'bar') } }),
      ['Step “listen”: “?” is newly asked.'],
    ],
    [
      'another kind of answer',
      withQuestion({ ...oneOf('calm', 'hot'), label: both('Heated?') }),
      ['Step “listen”: The form of the question “Heated?” changed from “yes or no” to “one of: calm / hot”.'],
    ],
    [
      'a question that may stay open',
      withQuestion({ type: 'yes-no', label: both('Heated?'), optional: true }),
      ['Step “listen”: Optional of the question “Heated?” changed from “no” to “yes”.'],
    ],
  ])('says %s', (_, after, expected) => {
    expect(changes(after)).toEqual(expected);
  });

  it('says of a line reworded in one language only that', () => {
    const line = { zh: '坐下', en: 'Sit down' };
    const said = (zh: string, en: string) =>
      comparePlaybooks(playbook(step('a', { do: [line] })), playbook(step('a', { do: [{ zh, en }] })));
    expect(said('请坐', 'Sit down')).toEqual([
      { zh: '步骤“a”：“要做”里“坐下”改为“请坐”。', en: 'Step “a”: The Chinese of “Sit down” in what to do changed.' },
    ]);
    expect(said('坐下', 'Please sit')).toEqual([
      { zh: '步骤“a”：“要做”里“坐下”的英文改了。', en: 'Step “a”: In what to do, “Sit down” became “Please sit”.' },
    ]);
  });

  it('says it in Chinese, too', () => {
    expect(changes(playbook(listen, { ...call, withinSeconds: 7_200 }), 'zh')).toEqual([
      '步骤“call”：时限由“5分钟”改为“2小时”。',
    ]);
  });
});
