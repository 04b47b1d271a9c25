import { describe, expect, it } from '@jest/globals';
import type { Question } from '@zenmeban/domain/engine';
import type { Step } from '../../lib/types';
import { answersIn, draftProblems, isEmptyDraft, readDraft, readNumber } from './step-draft';

const both = (text: string) => ({ zh: text, en: text });
const step = (ask: Record<string, Question>): Step => ({
  id: 'assess',
  title: both('Assess'),
  do: [],
  say: [],
  never: [],
  ask,
  after: [],
  required: true,
});

const asking = step({
  hurt: { type: 'yes-no', label: both('Hurt?') },
  witnesses: { type: 'number', min: 0, max: 9, label: both('Witnesses'), optional: true },
});

describe('a draft', () => {
  it.each([
    ['3', 3],
    [' 2,5 ', 2.5],
    ['two', 'two'],
  ])('sends the number typed as "%s" as %j', (typed, sent) =>
    expect(answersIn(asking, { answers: { hurt: true, witnesses: typed }, note: '' })).toEqual({
      hurt: true,
      witnesses: sent,
    }),
  );

  it('leaves out what was chosen and taken back, and what the step no longer asks', () => {
    expect(answersIn(asking, { answers: { hurt: '', gone: 'x' }, note: '' })).toEqual({});
  });

  it('tells every problem at once with the path the server would use', () => {
    const problems = draftProblems(asking, { answers: { witnesses: '12' }, note: 'x'.repeat(4_001) }, 'en');
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['answers.hurt', 'required'],
      ['answers.witnesses', 'out_of_range'],
      ['note', 'too_long'],
    ]);
  });

  it.each([null, '', '{', '7', 'null', '{"answers":null,"note":3}'])(
    'reads a damaged store (%j) as nothing typed',
    (kept) => expect(isEmptyDraft(readDraft(kept))).toBe(true),
  );

  it('comes back as it was kept', () => {
    const draft = { answers: { hurt: false, where: ['knee'] }, note: '客人姓王' };
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    expect(isEmptyDraft(draft)).toBe(false);
  });
});

describe('readNumber', () => {
  it.each<[string, number | null]>([
    ['1,000', 1_000],
    ['1，000', 1_000],
    ['12,345,678', 12_345_678],
    ['1,000.50', 1_000.5],
    ['１０００', 1_000],
    ['1 000 元', 1_000],
    ['¥200', 200],
    ['0,5', 0.5],
    ['-3', -3],
    ['1,00', 1],
    ['一千', null],
    ['', null],
  ])('reads "%s" as %p', (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });
});
