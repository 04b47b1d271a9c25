import { describe, expect, it } from '@jest/globals';
import { aboutOf } from './about';

const waiting = { zh: '等候', en: 'Waiting' };
const staffing = { zh: '人手不足', en: 'Too few people' };
const labels = { category: { waiting }, cause: { staffing } };

describe('aboutOf', () => {
  it.each([
    ['one category', { categories: ['waiting'], causes: null }, waiting],
    ['one cause', { categories: null, causes: ['staffing'] }, staffing],
    ['a category before a cause', { categories: ['waiting'], causes: ['staffing'] }, waiting],
    ['a cause among several categories', { categories: ['waiting', 'promise'], causes: ['staffing'] }, staffing],
    ['nothing of what is not known', { categories: ['-'], causes: null }, null],
    ['nothing of everything', { categories: null, causes: null }, null],
  ])('says %s', (_, scope, words) => {
    expect(aboutOf(scope, labels)).toEqual(words);
  });
});
