import { describe, expect, it } from '@jest/globals';
import { both, oneOf, playbook, step } from '../examples/playbook';
import type { Answers, Playbook } from './playbook';
import { answeredForReview, missingForRegister, noReview, reviewProblems, reviewQuestion } from './review';
import type { Run } from './run';

const complaint: Playbook = {
  ...playbook(
    step('hear', { ask: { category: oneOf('waiting', 'attitude'), cause: { type: 'text', label: both('?') } } }),
    step('decide', { ask: { justified: oneOf('yes', 'no'), remedy: oneOf('apology') } }),
  ),
  register: { id: 'complaint', title: both('Complaints') },
};
const run = (answers: Answers): Run => ({ steps: [{ id: 'hear', state: 'done', answers }] });

describe('a review', () => {
  it('offers the options of the step that asks, and nothing for what is asked as a text or not at all', () => {
    expect(reviewQuestion(complaint, 'remedy')).toMatchObject({ stepId: 'decide', options: [{ id: 'apology' }] });
    expect(reviewQuestion(complaint, 'cause')).toBeNull();
    expect(reviewQuestion(complaint, 'satisfaction')).toBeNull();
  });

  it('stands beside what was answered, texts left out', () => {
    expect(answeredForReview(complaint, run({ category: 'waiting', cause: 'he said …' }))).toEqual({
      ...{ category: 'waiting', cause: null, justified: null, remedy: null, satisfaction: null },
    });
  });

  it('names every value that cannot be used', () => {
    const given = { category: 'waiting', cause: 'staffing', justified: 'perhaps', satisfaction: 'satisfied' };
    expect(reviewProblems(complaint, given).map(({ path, code }) => [path, code])).toEqual([
      ['cause', 'not_asked'],
      ['justified', 'not_an_option'],
      ['satisfaction', 'not_asked'],
    ]);
    expect(reviewProblems(complaint, { category: '' })).toMatchObject([{ path: 'category', code: 'required' }]);
  });

  it.each<[string, Answers, object, string[]]>([
    ['nothing was said', {}, {}, ['category', 'justified', 'remedy']],
    ['one was answered', { category: 'waiting' }, {}, ['justified', 'remedy']],
    ['the review says the rest', { category: 'waiting' }, { justified: 'no', remedy: 'apology' }, []],
  ])('of a complaint lacks what it could know: %s', (_, answers, said, missing) => {
    expect(missingForRegister(complaint, run(answers), { ...noReview, ...said })).toEqual(missing);
  });

  it('lacks nothing where no complaint is filed', () => {
    const spill: Playbook = { ...complaint, register: { id: 'spill', title: both('Spills') } };
    expect(missingForRegister(spill, run({}), noReview)).toEqual([]);
  });
});
