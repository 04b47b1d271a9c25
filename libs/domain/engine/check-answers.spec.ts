import { describe, expect, it } from '@jest/globals';
import { both, oneOf } from '../examples/playbook';
import { checkAnswers } from './check-answers';
import type { Question } from './playbook';

const label = both('?');
const questions: Record<string, Question> = {
  injury: oneOf('none', 'minor', 'serious'),
  harm: { type: 'many-of', label, options: ['clothes', 'burn'].map((id) => ({ id, label })), optional: true },
  doctor: { type: 'yes-no', label, optional: true },
  where: { type: 'text', label, optional: true },
  people: { type: 'number', label, min: 0, max: 20, optional: true },
  when: { type: 'date-time', label, optional: true },
};

const problemsOf = (given: unknown) =>
  checkAnswers(questions, given).problems.map(({ path, code }) => `${path} ${code}`);

describe('checkAnswers', () => {
  it('keeps legal answers, with instants in UTC', () => {
    const given = {
      injury: 'minor',
      harm: ['burn'],
      doctor: false,
      where: '大厅',
      people: 0,
      when: '2026-11-23T09:00+08:00',
    };
    expect(checkAnswers(questions, given)).toEqual({
      answers: { ...given, when: '2026-11-23T01:00:00.000Z' },
      problems: [],
    });
  });

  it('leaves out optional questions that were left empty', () => {
    const given = { injury: 'none', harm: [], where: '', people: undefined };
    expect(checkAnswers(questions, given)).toEqual({ answers: { injury: 'none' }, problems: [] });
  });

  it.each<[string, unknown, string]>([
    ['a missing answer', {}, 'answers.injury required'],
    ['an empty answer', { injury: '' }, 'answers.injury required'],
    ['no option', { injury: 'fatal' }, 'answers.injury not_an_option'],
    ['an inherited name as an option', { injury: 'toString' }, 'answers.injury not_an_option'],
    ['a list for a single choice', { injury: ['none'] }, 'answers.injury wrong_type'],
    ['nothing for a choice', { injury: null }, 'answers.injury wrong_type'],
    ['a text for a list', { injury: 'none', harm: 'burn' }, 'answers.harm wrong_type'],
    ['a list of something else', { injury: 'none', harm: [1] }, 'answers.harm wrong_type'],
    ['a list with no option', { injury: 'none', harm: ['burn', 'x'] }, 'answers.harm not_an_option'],
    ['an option twice', { injury: 'none', harm: ['burn', 'burn'] }, 'answers.harm repeated_option'],
    ['a word for yes', { injury: 'none', doctor: 'yes' }, 'answers.doctor wrong_type'],
    ['an object for a text', { injury: 'none', where: {} }, 'answers.where wrong_type'],
    ['a text over 4,000 characters', { injury: 'none', where: '字'.repeat(4_001) }, 'answers.where too_long'],
    ['NUL in a text', { injury: 'none', where: 'a\0' }, 'answers.where nul'],
    ['half a surrogate pair', { injury: 'none', where: '\ud83d' }, 'answers.where lone_surrogate'],
    ['blanks for a text', { injury: 'none', where: '  ' }, 'answers.where empty'],
    ['a number too large', { injury: 'none', people: 21 }, 'answers.people out_of_range'],
    ['a number too small', { injury: 'none', people: -1 }, 'answers.people out_of_range'],
    ['no number', { injury: 'none', people: Number.NaN }, 'answers.people wrong_type'],
    ['a text for a number', { injury: 'none', people: '3' }, 'answers.people wrong_type'],
    ['the year 0', { injury: 'none', when: '0000-01-01T00:00:00Z' }, 'answers.when out_of_range'],
    ['the year 9999', { injury: 'none', when: '9999-12-31T00:00:00Z' }, 'answers.when out_of_range'],
    ['a date without a time', { injury: 'none', when: '2026-11-23' }, 'answers.when wrong_type'],
    ['an unknown field', { injury: 'none', colour: 'red' }, 'answers.colour unknown_field'],
    ['__proto__', JSON.parse('{"injury":"none","__proto__":{"a":1}}'), 'answers.__proto__ unknown_field'],
    ['constructor', { injury: 'none', constructor: 'x' }, 'answers.constructor unknown_field'],
    ['a list for all answers', [], 'answers wrong_type'],
    ['nothing at all', null, 'answers wrong_type'],
  ])('refuses %s', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  it('reports every problem at once', () => {
    expect(problemsOf({ doctor: 1, people: 99, colour: 'red' })).toEqual([
      'answers.injury required',
      'answers.doctor wrong_type',
      'answers.people out_of_range',
      'answers.colour unknown_field',
    ]);
  });

  it('names the options there are, in both languages', () => {
    expect(checkAnswers(questions, { injury: 'x' }).problems[0]?.message).toEqual({
      zh: '没有这个选项；可选：none、minor、serious。',
      en: 'Not one of the options: none, minor, serious.',
    });
  });
});
