import { describe, expect, it } from '@jest/globals';
import type { Condition, Question, Step } from '../engine';
import { both, oneOf, playbook, step } from '../examples/playbook';
import { waysThrough } from './ways';

const is = (field: string, ...values: (string | boolean)[]): Condition => ({ field, in: values });
const manyOf = (...ids: string[]): Question => ({ ...oneOf(...ids), type: 'many-of' }) as Question;
const doctor: Question = { type: 'yes-no', label: both('?') };

const ask = step('ask', {
  required: true,
  ask: { injury: oneOf('none', 'minor', 'serious'), harm: manyOf('phone', 'bag') },
});
const medical = step('medical', { after: ['ask'], when: is('injury', 'serious'), required: true, ask: { doctor } });
const reachable = (when: Condition, required = true) => {
  const last = step('last', { after: ['medical'], when });
  const ways = waysThrough(playbook({ ...ask, required }, medical, last)) ?? [];
  return ways.some(({ outcomes }) => outcomes.get('last') === 'done');
};

describe('waysThrough, asked whether some answers lead to a step', () => {
  it.each<[string, Condition, boolean]>([
    ['one answer', is('injury', 'minor'), true],
    ['two answers to one question', { all: [is('injury', 'minor'), is('injury', 'serious')] }, false],
    ['either of two', { any: [is('injury', 'minor'), is('injury', 'serious')] }, true],
    ['all options excluded', { not: is('injury', 'none', 'minor', 'serious') }, false],
    ['all but one excluded', { not: is('injury', 'none', 'minor') }, true],
    ['two options of many chosen', { all: [is('harm', 'phone'), is('harm', 'bag')] }, true],
    ['one option chosen, the other not', { all: [is('harm', 'phone'), { not: is('harm', 'bag') }] }, true],
    ['an option chosen and not', { all: [is('harm', 'phone'), { not: is('harm', 'phone') }] }, false],
    ['none of many, though one must be chosen', { not: is('harm', 'phone', 'bag') }, false],
    ['an answer of a step that is needed', { all: [is('doctor', true), is('injury', 'serious')] }, true],
    ['an answer of a step that cannot be needed then', { all: [is('doctor', true), is('injury', 'minor')] }, false],
    [
      'no answer because its step is not needed',
      { all: [{ not: is('doctor', true, false) }, is('injury', 'none')] },
      true,
    ],
    [
      'no answer though its step is needed',
      { all: [{ not: is('doctor', true, false) }, is('injury', 'serious')] },
      false,
    ],
    ['not all of something', { not: { all: [is('injury', 'minor'), is('harm', 'bag')] } }, true],
    ['nothing at all', { any: [] }, false],
  ])('%s: %j', (_, when, expected) => {
    expect(reachable(when)).toBe(expected);
  });

  it('knows that a step which may be skipped can leave its question unanswered', () => {
    expect(reachable({ not: is('injury', 'none', 'minor', 'serious') }, false)).toBe(true);
  });
});

describe('waysThrough', () => {
  const decided = (...steps: Step[]) =>
    waysThrough(playbook(...steps))?.map(({ decisions }) =>
      decisions.map(({ answers, alike }) => (answers ? Object.values(alike) : 'skipped')),
    );

  it('tries answers that nothing tells apart once', () => {
    expect(decided(ask, step('care', { after: ['ask'], when: is('injury', 'minor', 'serious') }))).toEqual([
      [[['none']]],
      [[['minor', 'serious']]],
    ]);
  });

  it('has a single way where nothing decides', () => {
    expect(decided(ask, step('care', { after: ['ask'] }))).toEqual([[]]);
  });

  it('skips a step that may be skipped only where that makes a difference', () => {
    const optional = { ...ask, required: false };
    expect(decided(optional, step('care', { when: is('injury', 'none', 'minor', 'serious') }))).toEqual([
      [[['none', 'minor', 'serious']]],
      ['skipped'],
    ]);
    expect(decided(optional, step('care', { when: is('injury', 'minor') }))).toEqual([
      [[['none', 'serious']]],
      [[['minor']]],
    ]);
  });

  it('tries every selection of a question with many answers', () => {
    const both = step('both', { after: ['ask'], when: { all: [is('harm', 'phone'), is('harm', 'bag')] } });
    expect(decided(ask, both)).toEqual([[[['phone']]], [[['bag']]], [[['phone', 'bag']]]]);
  });

  it('tells apart what conditions from elsewhere tell apart', () => {
    expect(waysThrough(playbook(ask))).toHaveLength(1);
    expect(waysThrough(playbook(ask), [is('injury', 'none')])).toHaveLength(2);
  });

  it('gives up where nobody could review the ways', () => {
    const questions = Array.from({ length: 12 }, (_, n) =>
      step(`ask${n}`, { required: true, after: n === 0 ? [] : [`ask${n - 1}`], ask: { [`q${n}`]: doctor } }),
    );
    const uses = questions.map((_, n) => step(`use${n}`, { after: [`ask${n}`], when: is(`q${n}`, true) }));
    expect(waysThrough(playbook(...questions, ...uses))).toBeNull();
  });
});
