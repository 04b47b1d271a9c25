import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Answer,
  type Condition,
  isSettled,
  type Playbook,
  type Question,
  readySteps,
  type Run,
  settleStep,
  type Settlement,
  startRun,
  type Step,
} from '../engine';
import { at, both, oneOf, playbook, step } from '../examples/playbook';
import { waysThrough } from './ways';

const manyOf: Question = { ...oneOf('x', 'y'), type: 'many-of' } as Question;
const yesNo: Question = { type: 'yes-no', label: both('?') };
const answersTo = ({ type, optional }: Question): (Answer | undefined)[] => [
  ...(type === 'yes-no' ? [true, false] : type === 'many-of' ? [['x'], ['y'], ['x', 'y']] : ['x', 'y']),
  ...(optional ? [undefined] : []),
];

const question = fc
  .tuple(fc.constantFrom(oneOf('x', 'y'), manyOf, yesNo), fc.boolean())
  .map(([one, optional]): Question => ({ ...one, optional }));

/** A condition on the questions asked by earlier steps, which are called q0, q1, … */
const condition = (questions: readonly Question[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.nat(questions.length - 1).chain((index) => {
        const values: (string | boolean)[] = questions[index]?.type === 'yes-no' ? [true, false] : ['x', 'y'];
        return fc.subarray(values, { minLength: 1 }).map((list): Condition => ({ field: `q${index}`, in: list }));
      }),
      tie('any').map((not): Condition => ({ not })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    ),
  })).any;

/** Four steps in a row, each asking one question, each but the first perhaps with a condition. */
const smallPlaybook = fc.tuple(question, question, question, question).chain((questions) =>
  fc
    .tuple(
      ...questions.map((asked, index) =>
        fc.record({
          required: fc.boolean(),
          when:
            index === 0 ? fc.constant(undefined) : fc.option(condition(questions.slice(0, index)), { nil: undefined }),
          asked: fc.constant(asked),
        }),
      ),
    )
    .map((steps) =>
      playbook(
        ...steps.map(({ required, when, asked }, index) =>
          step(`s${index}`, {
            required,
            ...(when && { when }),
            ask: { [`q${index}`]: asked },
            after: index === 0 ? [] : [`s${index - 1}`],
          }),
        ),
      ),
    ),
);

const settlements = (one: Step): Settlement[] => {
  const asked = Object.entries(one.ask)[0];
  const done = asked
    ? answersTo(asked[1]).map((answer): Settlement => ({
        kind: 'done',
        answers: answer === undefined ? {} : { [asked[0]]: answer },
      }))
    : [];
  return one.required ? done : [...done, { kind: 'skipped', reason: 'x' }];
};

/** Every step that is ever ready, found by trying everything. */
function everReady(book: Playbook, run: Run = startRun(book, at(0)).run, found = new Set<string>()): Set<string> {
  const [next] = readySteps(book, run);
  const here = next && book.steps.find(({ id }) => id === next.id);
  if (!here) {
    expect(run.steps.every(isSettled)).toBe(true);
    return found;
  }
  found.add(here.id);
  for (const settlement of settlements(here)) {
    everReady(book, settleStep(book, run, here.id, settlement, at(0)).run, found);
  }
  return found;
}

it('reaches exactly what trying everything reaches', () => {
  fc.assert(
    fc.property(smallPlaybook, (book) => {
      const reached = everReady(book);
      const ways = waysThrough(book) ?? [];
      const isReached = (id: string) =>
        ways.some(({ outcomes }) => outcomes.get(id) === 'done' || outcomes.get(id) === 'skipped');
      expect(book.steps.map(({ id }) => id).filter(isReached)).toEqual(
        book.steps.map(({ id }) => id).filter((id) => reached.has(id)),
      );
    }),
    { numRuns: 300 },
  );
});
